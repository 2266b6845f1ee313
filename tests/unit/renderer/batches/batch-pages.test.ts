import type { BatchDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import BatchesPage from '@/pages/batches/BatchesPage.vue'
import BatchPage from '@/pages/batches/BatchPage.vue'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { batchOf, batchRouter, item } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

type Answers = Parameters<typeof installDesk>[0]

async function listOf(answers: Answers) {
  const desk = installDesk({ 'app.info': () => ok(practiceInfo()), ...answers })
  await useSessionStore().load()
  const page = mount(BatchesPage, { global: { plugins: [batchRouter()] } })
  await flushPromises()
  return { desk, page, rows: () => page.findAll('[data-testid="batch-row"]') }
}

describe('the list of batches', () => {
  it('tells what there is none of', async () => {
    const { page } = await listOf({ 'batches.list': () => ok([]) })
    expect(page.text()).toContain('还没有批量任务')
  })

  it('shows how each went, and follows one that goes on', async () => {
    const { batch } = batchOf([item('a', 'done'), item('b', 'failed'), item('c', 'waiting')])
    const { desk, rows } = await listOf({ 'batches.list': () => ok([batch]) })
    expect(rows()[0]?.attributes('href')).toBe('/batches/practice/b1')
    expect(rows()[0]?.text()).toContain('1 失败，1 等待，1 完成')
    const ended = batchOf([item('a', 'done'), item('b', 'failed'), item('c', 'done')], { state: 'finished' })
    desk.send('batch.progress', { ...ended, items: [] })
    desk.send('batch.progress', { batch: { ...batch, id: 'b2' }, items: [] })
    desk.send('batch.progress', { batch: { ...batch, id: 'b3', accountId: 'other' }, items: [] })
    await flushPromises()
    expect(rows().map((row) => row.attributes('data-state'))).toEqual(['running', 'finished'])
  })

  it('says why it could not be read, and reads again', async () => {
    let answers = 0
    const { page, rows } = await listOf({
      'batches.list': () => (answers++ === 0 ? refused({ message: '没有读到' }) : ok([batchOf([]).batch]))
    })
    expect(page.text()).toContain('没有读到')
    await page.get('.error-panel .retry').trigger('click')
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })
})

describe('one batch', () => {
  const three = [item('a', 'done'), item('b', 'failed'), item('c', 'waiting')]

  async function pageOf(answers: Answers) {
    const desk = installDesk(answers)
    const page = mount(BatchPage, {
      props: { accountId: 'practice', batchId: 'b1' },
      attachTo: document.body,
      global: { plugins: [batchRouter()] }
    })
    await flushPromises()
    const ids = () => page.findAll('[data-testid="batch-item"]').map((line) => line.attributes('data-app-id'))
    const press = async (id: string) => {
      await page.get(`[data-testid="${id}"]`).trigger('click')
      await flushPromises()
    }
    return { desk, page, ids, press }
  }

  it('shows failures first, with the way to the merchant', async () => {
    const { page, ids } = await pageOf({ 'batches.get': () => ok(batchOf(three)) })
    expect(ids()).toEqual(['b', 'c', 'a'])
    expect(page.get('[data-testid="batch-progress"]').text()).toContain('2 / 3 个商家')
    expect(page.get('[data-app-id="b"] a').attributes('href')).toBe('/merchants/practice/b?tab=profile')
    expect(page.get('[data-app-id="b"]').text()).toContain('简介含有敏感词 · 21203')
  })

  it('follows the batch, and takes what was told while it was being read', async () => {
    const answer = later<CallResult<BatchDetail>>()
    const { desk, page } = await pageOf({ 'batches.get': () => answer.promise })
    desk.send('batch.progress', batchOf([item('c', 'done')]))
    answer.give(ok(batchOf(three)))
    await flushPromises()
    expect(page.get('[data-app-id="c"]').attributes('data-state')).toBe('done')
    desk.send('batch.progress', { ...batchOf([item('c', 'failed')], { state: 'finished' }) })
    await flushPromises()
    expect(page.get('[data-app-id="c"]').attributes('data-state')).toBe('failed')
    expect(page.get('[data-testid="batch-state"]').text()).toBe('已结束')
  })

  it('draws only what is in sight of a long one', async () => {
    const many = Array.from({ length: 3_000 }, (_, place) => item(`m${place}`, 'waiting'))
    const { page, ids } = await pageOf({ 'batches.get': () => ok(batchOf(many)) })
    expect(ids().length).toBeLessThan(80)
    expect(page.get('[data-testid="batch-items"]').attributes('aria-rowcount')).toBe('3001')
  })

  it('narrows to a state and to a cause', async () => {
    const { ids, press } = await pageOf({ 'batches.get': () => ok(batchOf(three)) })
    await press('batch-filter-done')
    expect(ids()).toEqual(['a'])
    await press('batch-filter-done')
    await press('batch-cause')
    expect(ids()).toEqual(['b'])
  })

  it('pauses once however often the button is pressed, and then offers to go on', async () => {
    const answer = later<CallResult<BatchDetail>>()
    const { desk, page, press } = await pageOf({
      'batches.get': () => ok(batchOf(three)),
      'batches.pause': () => answer.promise
    })
    await press('batch-pause')
    await press('batch-pause')
    answer.give(ok(batchOf(three, { state: 'paused' })))
    await flushPromises()
    expect(desk.names().filter((name) => name === 'batches.pause')).toHaveLength(1)
    expect(page.find('[data-testid="batch-resume"]').exists()).toBe(true)
  })

  it('stops only after a question', async () => {
    const { desk, press } = await pageOf({
      'batches.get': () => ok(batchOf(three)),
      'batches.stop': () => ok(batchOf(three, { state: 'stopped' }))
    })
    await press('batch-stop')
    expect(desk.names()).not.toContain('batches.stop')
    document.querySelector<HTMLElement>('.el-message-box .el-button--danger')?.click()
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve))
    expect(desk.names()).toContain('batches.stop')
  })

  it('tells why an action was refused', async () => {
    const { page, press } = await pageOf({
      'batches.get': () => ok(batchOf(three, { state: 'paused' })),
      'batches.resume': () => refused({ message: '批量任务没有开始', reason: '另一个还在进行' })
    })
    await press('batch-resume')
    expect(page.text()).toContain('另一个还在进行')
  })

  it('says that there is nothing to retry', async () => {
    const { page } = await pageOf({ 'batches.get': () => ok(batchOf([item('a', 'done')], { state: 'finished' })) })
    expect(page.get('[data-testid="batch-retry"]').attributes('data-hint')).toBe('没有失败的商家')
  })

  it('says why it could not be read', async () => {
    const { page } = await pageOf({ 'batches.get': () => refused({ message: '没有找到这个批量任务' }) })
    expect(page.text()).toContain('没有找到这个批量任务')
  })
})
