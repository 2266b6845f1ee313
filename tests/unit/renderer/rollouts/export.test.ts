import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import readXlsxFile from 'read-excel-file/universal'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeNotice, notices } from '@/components/frame/notices'
import ExportMenu from '@/pages/rollouts/export/ExportMenu.vue'
import { fileTitle, rolloutTable } from '@/pages/rollouts/export/rollout-table'
import { installDesk, ok, refused } from '../merchant/fake-desk'
import { detailOf, item, plan, rolloutOf } from './list-samples'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})
afterEach(() => vi.restoreAllMocks())

const items = [
  item('tt01', 'failed', { name: '=1+1', finishedAt: Date.parse('2026-11-24T08:05:09Z') }),
  item('tt02', 'reviewing', { wave: 1, step: 'review', reviewSince: Date.parse('2026-11-24T08:00:00Z') })
]
const { rollout } = detailOf(items)

describe('the table of a rollout', () => {
  it('has a line for each merchant, with the platform’s own words', () => {
    const [head, failed, reviewing] = rolloutTable(rollout, items)
    expect(head).toEqual([
      ...['商家', '小程序 ID', '波次', '步骤', '状态', '原版本', '新版本'],
      ...['原因', '平台错误码', 'log_id', '下一步', '开始审核', '结束时间']
    ])
    expect(failed).toEqual([
      ...['=1+1', 'tt01', '第 1 波', '上传', '失败', '1.3.0', '1.4.0'],
      ...['模板不存在', '11205', 'log-1', '请换一个模板', '', '2026-11-24 16:05:09']
    ])
    expect(reviewing?.slice(2, 5)).toEqual(['第 2 波', '审核', '审核中'])
    expect(reviewing?.[11]).toBe('2026-11-24 16:00:00')
  })

  it('has what each merchant gets in place of versions for a rollout of the set-up', () => {
    const changed = [item('tt01', 'done', { request: { introduction: '新的简介' } })]
    const setup = rolloutOf(changed, { plan: plan({ work: { kind: 'introduction' } }) })
    const [head = [], line = []] = rolloutTable(setup, changed)
    expect(head).not.toContain('新版本')
    expect(line[head.indexOf('内容')]).toBe('新的简介')
  })

  it('tells why by the cause where there is no error', () => {
    const blocked = [item('a', 'blocked', { error: null, cause: 'blocked:in_review' })]
    const [, line] = rolloutTable(rolloutOf(blocked), blocked)
    expect(line?.[7]).not.toBe('')
  })

  it('is named after the rollout, without what a file system refuses', () => {
    expect(fileTitle(rolloutOf([], { plan: plan({ title: '灰度 1/2: "A"' }) }))).toBe('灰度 1 2   A')
    expect(fileTitle(rolloutOf([], { plan: plan({ title: '?' }) }))).toBe('批量发布')
  })
})

describe('the export menu', () => {
  async function exported(format: 'csv' | 'xlsx' | 'journal', answers: Parameters<typeof installDesk>[0] = {}) {
    const files: { blob: Blob; name: string }[] = []
    const desk = installDesk(answers)
    let latest: Blob | null = null
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      latest = blob as Blob
      return 'blob:rollout'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      if (latest) files.push({ blob: latest, name: this.download })
    })
    const menu = mount(ExportMenu, { props: { rollout, items }, attachTo: document.body })
    await menu.get('[data-testid="rollout-export"]').trigger('click')
    await flushPromises()
    const entry = document.querySelector<HTMLElement>(`[data-testid="rollout-export-${format}"]`)
    entry?.click()
    entry?.click()
    return { desk, files }
  }

  it('writes a CSV once, in which no cell becomes a formula', async () => {
    const { files } = await exported('csv')
    await vi.waitFor(() => expect(files).toHaveLength(1))
    const text = await files[0]?.blob.text()
    expect(files[0]?.name).toMatch(/^上传 1\.4\.0 到全部商家 \d{4}-\d{2}-\d{2}\.csv$/)
    expect(text).toContain("'=1+1")
    expect(text?.trim().split('\r\n')).toHaveLength(3)
  })

  it('writes an XLSX that a spreadsheet program reads as texts', async () => {
    const { files } = await exported('xlsx')
    await vi.waitFor(() => expect(files).toHaveLength(1))
    const [sheet] = await readXlsxFile(await (files[0]?.blob ?? new Blob()).arrayBuffer())
    expect(sheet?.sheet).toBe('商家')
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['=1+1', 'tt01'])
  })

  it('hands the journal over under the name it came with', async () => {
    const { desk, files } = await exported('journal', {
      'rollouts.journal': () => ok({ name: 'rollout-r1.json', json: '{"plan":1}' })
    })
    await vi.waitFor(() => expect(files).toHaveLength(1))
    expect(desk.asked).toEqual([{ name: 'rollouts.journal', input: { accountId: 'practice', rolloutId: 'r1' } }])
    expect(files[0]?.name).toBe('rollout-r1.json')
    expect(await files[0]?.blob.text()).toBe('{"plan":1}')
  })

  it('says why there is no journal', async () => {
    const { files } = await exported('journal', { 'rollouts.journal': () => refused({ message: '没有导出' }) })
    await vi.waitFor(() => expect(notices.value.map(({ error }) => error.message)).toEqual(['没有导出']))
    expect(files).toEqual([])
    for (const { key } of notices.value) closeNotice(key)
  })
})
