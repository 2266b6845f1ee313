import type { MerchantDetail } from '@shared/contract'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/i18n'
import { actionStates } from '@/pages/merchant/operations/action-reasons'
import { nextAction } from '@/pages/merchant/operations/next-action'
import VersionPipeline from '@/pages/merchant/pipeline/VersionPipeline.vue'
import VersionsTab from '@/pages/merchant/VersionsTab.vue'
import { useMerchantStore } from '@/stores/merchant'
import { installDesk, ok } from './fake-desk'
import { auditVersion, merchant, merchantDetail, onlineVersion, operation, testVersion, versionList } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const pipeline = (detail: MerchantDetail) =>
  mount(VersionPipeline, {
    props: { detail, reasons: actionStates(detail, null, 5_000), next: nextAction(detail.versions) }
  })

const rejected = auditVersion('1.5', {
  status: 'rejected',
  approvedHosts: ['抖音极速版'],
  reasons: [{ host: '抖音', reasons: ['页面空白'], attachmentUrl: 'https://example.com/a.png' }]
})

describe('the pipeline', () => {
  it('has one filled button, whatever the state', () => {
    const states = [
      versionList(),
      versionList({ latest: testVersion('2') }),
      versionList({ latest: testVersion('2'), audit: auditVersion('2', { status: 'passed' }) }),
      versionList({ audit: rejected, current: onlineVersion('1', { rollback: { possible: true, toVersion: '0' } }) })
    ]
    const filled = (versions: MerchantDetail['versions']) =>
      pipeline(merchantDetail({ versions }))
        .findAll('.el-button--primary')
        .map((each) => each.attributes('data-testid'))
    expect(states.map(filled)).toEqual([['action-upload'], ['action-submit'], ['action-release'], ['action-upload']])
  })

  it('shows the result and the reasons per host, with the reviewer’s picture', async () => {
    const desk = installDesk({ 'versions.attachment': () => ok({ image: 'data:image/png;base64,iVBORw0=' }) })
    const shown = pipeline(merchantDetail({ versions: versionList({ audit: rejected }) }))
    await flushPromises()
    const audit = shown.get('[data-testid="stage-audit"]')
    expect(audit.text()).toContain('页面空白')
    expect(audit.text()).toContain('抖音极速版')
    expect(desk.asked[0]?.input).toEqual({ ...merchant, url: 'https://example.com/a.png' })
    expect(audit.get('img').attributes('alt')).toBe('抖音的审核截图')
  })

  it('says at a button why it does not work, and offers to submit again only after a rejection', () => {
    const inReview = pipeline(merchantDetail({ versions: versionList({ audit: auditVersion('1') }) }))
    expect(inReview.get('[data-testid="action-release"]').attributes('data-hint')).toBe('版本还在审核中')
    expect(inReview.get('[data-testid="action-code-latest"]').attributes('data-hint')).toBe('还没有测试版本')
    expect(inReview.find('[data-testid="action-resubmit"]').exists()).toBe(false)
    expect(inReview.find('[data-testid="stage-gray"]').exists()).toBe(false)
  })
})

describe('an operation whose answer was lost', () => {
  const open = async (detail: MerchantDetail) => {
    const desk = installDesk({
      'merchants.get': () => ok({ ...detail, profile: { ...detail.profile, readAt: Date.now() } }),
      'versions.timeline': () => ok({ entries: [], next: null })
    })
    await useMerchantStore().open(merchant)
    const routes = [{ path: '/', component: { template: '<div />' } }]
    const router = createRouter({ history: createMemoryHistory(), routes })
    return { desk, tab: mount(VersionsTab, { props: { detail }, global: { plugins: [router, i18n] } }) }
  }

  it('is told in a banner, holds all actions back and makes looking into it the next thing to do', async () => {
    const unsettled = operation({ state: 'unknown' })
    const { tab } = await open(merchantDetail({ unsettled, versions: versionList({ latest: testVersion('2') }) }))
    expect(tab.get('[data-testid="unsettled-banner"]').text()).toContain('「上传代码 1.4.0」的结果还没有确认')
    expect(tab.get('[data-testid="action-upload"]').attributes('aria-disabled')).toBe('true')
    expect(tab.findAll('.el-button--primary').map((each) => each.text())).toEqual(['立即确认'])
  })

  it('is told to have had no effect, until the operator has seen it', async () => {
    const { desk, tab } = await open(merchantDetail())
    const error = {
      code: 'not_carried_out',
      message: '上传没有成功',
      nextStep: '可以再试一次',
      retryable: true
    } as const
    desk.send('operation.changed', { operation: operation({ state: 'not_carried_out', error }) })
    await flushPromises()
    expect(tab.get('[data-testid="settled-notice"]').text()).toContain('可以再试一次')
    await tab.get('[data-testid="settled-notice"] .dismiss').trigger('click')
    expect(tab.find('[data-testid="settled-notice"]').exists()).toBe(false)
  })
})
