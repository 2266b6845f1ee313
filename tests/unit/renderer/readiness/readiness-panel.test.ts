import type { ReadinessItem } from '@shared/domain/readiness'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import ReadinessPanel from '@/components/readiness/ReadinessPanel.vue'
import { readinessLine } from '@/components/readiness/readiness-list'
import SubmitDialog from '@/pages/merchant/submit/SubmitDialog.vue'
import { installDesk, ok } from '../merchant/fake-desk'
import { merchant, merchantDetail, testVersion, versionList } from '../merchant/samples'

enableAutoUnmount(afterEach)
beforeEach(() => setActivePinia(createPinia()))

const item = (change: Partial<ReadinessItem>): ReadinessItem => ({
  check: 'name',
  level: 'ok',
  text: '名称已设置',
  platformCode: null,
  fix: null,
  ...change
})
const blocking = item({
  check: 'introduction',
  level: 'blocking',
  text: '没有简介',
  platformCode: '11306',
  fix: 'profile'
})
const warning = item({ check: 'domains', level: 'warning', text: '没有服务器域名', fix: 'domains' })

function panelOf(readiness: readonly ReadinessItem[]) {
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/merchants/:accountId/:appId', name: 'merchant', component: page }
    ]
  })
  return mount(ReadinessPanel, {
    props: { readiness, merchant },
    attachTo: document.body,
    global: { plugins: [router] }
  })
}

it('is one line as long as nothing blocks, and opens when it is asked to', async () => {
  const panel = panelOf([item({}), warning])
  expect(panel.get('[data-testid="readiness-toggle"]').text()).toContain('就绪检查：可以提审，1 项提醒')
  expect(panel.get('[data-testid="readiness-toggle"]').attributes('aria-expanded')).toBe('false')
  expect(panel.get('ul').isVisible()).toBe(false)
  await panel.get('[data-testid="readiness-toggle"]').trigger('click')
  expect(panel.get('ul').isVisible()).toBe(true)
})

it('is open where the platform would refuse, with what blocks first, its code and the way to the tab', () => {
  const panel = panelOf([item({}), warning, blocking])
  expect(panel.get('ul').isVisible()).toBe(true)
  const lines = panel.findAll('li')
  expect(lines.map((line) => line.attributes('data-level'))).toEqual(['blocking', 'warning', undefined])
  expect(lines[0]?.text()).toContain('平台代码 11306')
  expect(panel.get('[data-testid="readiness-well"]').text()).toBe('1 项没有问题：名称')
  expect(panel.get('[data-testid="readiness-fix-introduction"]').attributes('href')).toBe(
    '/merchants/practice/tt0001?tab=profile'
  )
})

it('opens by itself when something begins to block', async () => {
  const panel = panelOf([item({})])
  await panel.setProps({ readiness: [item({}), blocking] })
  expect(panel.get('ul').isVisible()).toBe(true)
})

it('says that nothing can be judged where the profile was not read', () => {
  expect(readinessLine([item({ level: 'unknown', text: '还没有读到基本资料' })])).toBe(
    '就绪检查：资料还没有读到，不能判断'
  )
})

it('counts what was not judged', () => {
  expect(readinessLine([item({}), item({ check: 'filing', level: 'unknown' })])).toBe(
    '就绪检查：可以提审，1 项没有判断'
  )
  expect(readinessLine([blocking, warning])).toBe('就绪检查：平台会拒绝提审，有 1 项要先处理')
})

async function submitDialog(readiness: readonly ReadinessItem[]) {
  installDesk({ 'versions.auditHosts': () => ok({ available: ['douyin'], released: [] }) })
  const detail = merchantDetail({ readiness, versions: versionList({ latest: testVersion('1.2.0') }) })
  const dialog = mount(SubmitDialog, { props: { detail, resubmit: false, blocked: null } })
  await flushPromises()
  return dialog
}

it('warns in the submission of what the platform will refuse, and still lets it be sent', async () => {
  const dialog = await submitDialog([warning, blocking])
  expect(dialog.get('[data-testid="readiness-warning"]').text()).toMatch(/平台会拒绝：.*没有简介/)
  expect(dialog.get('[data-testid="readiness-warning"]').text()).not.toContain('没有服务器域名')
  expect(dialog.get('[data-testid="submit-confirm"]').text()).toMatch(/^仍要提审 1\.2\.0/)
})

it('does not warn in the submission where nothing blocks', async () => {
  const dialog = await submitDialog([warning])
  expect(dialog.find('[data-testid="readiness-warning"]').exists()).toBe(false)
  expect(dialog.get('[data-testid="submit-confirm"]').text()).toMatch(/^提审 1\.2\.0/)
})
