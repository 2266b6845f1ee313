import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppInfo } from '@shared/contract'
import type { ImportPreview, SafetyState } from '@shared/domain/safety'
import DataSection from '@/pages/settings/data/DataSection.vue'
import ImportDialog from '@/pages/settings/data/ImportDialog.vue'
import { useSessionStore } from '@/stores/session'
import { infoOf, practiceAccount } from '../accounts/samples'
import { installDesk, ok, refused } from '../merchant/fake-desk'

enableAutoUnmount(afterEach)
beforeEach(() => {
  setActivePinia(createPinia())
  document.body.replaceChildren()
})

const state = (change: Partial<SafetyState> = {}): SafetyState => ({
  ...{ dataDir: '/data', databaseBytes: 4096, checkedAt: 1, access: 'writing', backups: [], backupsKept: 7 },
  ...{ pending: null, canReopen: true, ...change }
})
const pending = { at: 1_767_225_600_000, orderedAt: 1_767_225_700_000 }

async function section(shown: SafetyState, host: AppInfo['host'], reopened = ok<null>(null)) {
  const desk = installDesk({ 'safety.state': () => ok(shown), 'safety.reopen': () => reopened })
  useSessionStore().adopt(infoOf([practiceAccount()], { host }))
  const page = mount(DataSection, { attachTo: document.body })
  await flushPromises()
  const has = (name: string) => page.find(`[data-testid="${name}"]`).exists()
  return { desk, page, has }
}

describe('a restore that waits', () => {
  it('lets the program be opened again at once where it can do that itself', async () => {
    const { desk, page, has } = await section(state({ pending }), 'electron')
    expect(has('data-by-hand')).toBe(false)
    await page.get('[data-testid="data-reopen"]').trigger('click')
    await flushPromises()
    expect(desk.names()).toEqual(['safety.state', 'safety.reopen'])
    expect(has('error-panel')).toBe(false)
  })

  it('says why the program was not opened again', async () => {
    const running = refused({ reason: '1 个批量发布还在进行，现在不重新打开' })
    const { page } = await section(state({ pending }), 'electron', running)
    await page.get('[data-testid="data-reopen"]').trigger('click')
    await flushPromises()
    expect(page.get('[data-testid="error-panel"]').text()).toContain('1 个批量发布还在进行')
    expect(page.find('[data-testid="data-reopen"]').exists()).toBe(true)
  })

  it.each([
    ['browser', 'Ctrl+C'],
    ['electron', '请关闭程序，再打开一次']
  ] as const)('says in the %s what to do by hand where the program can not', async (host, words) => {
    const { page, has } = await section(state({ pending, canReopen: false }), host)
    expect(page.get('[data-testid="data-by-hand"]').text()).toContain(words)
    expect([has('data-reopen'), has('data-take-back')]).toEqual([false, true])
  })

  it('says nothing of it where none waits', async () => {
    const { has } = await section(state(), 'electron')
    expect([has('data-pending'), has('data-reopen'), has('data-by-hand')]).toEqual([false, false, false])
  })
})

describe('an import', () => {
  it('names the views and variables for which there is no room', async () => {
    const preview: ImportPreview = {
      ...{ exportedAt: 1, changes: [], unknownAccounts: [], unknownMerchants: [], refused: [] },
      noRoom: [
        { kind: 'views', name: '待处理' },
        { kind: 'variables', name: 'shop' }
      ]
    }
    installDesk({ 'safety.previewImport': () => ok(preview) })
    mount(ImportDialog, { attachTo: document.body, props: { fileId: 'a' } })
    await flushPromises()
    const text = document.querySelector('[data-testid="import-no-room"]')?.textContent ?? ''
    expect(text).toContain('30 个视图、100 个变量')
    expect(text).toContain('视图 待处理 · 变量 shop')
  })

  it('names what could not be saved by hand either, each with its reason, and of many the number of the others', async () => {
    const refused: ImportPreview['refused'] = Array.from({ length: 10 }, (_, number) => ({
      ...{ kind: 'baselines', name: `常用 ${number}`, why: 'request.0: 不要带路径' }
    }))
    const preview: ImportPreview = {
      ...{ exportedAt: 1, changes: [], unknownAccounts: [], unknownMerchants: [], noRoom: [], refused }
    }
    installDesk({ 'safety.previewImport': () => ok(preview) })
    mount(ImportDialog, { attachTo: document.body, props: { fileId: 'a' } })
    await flushPromises()
    const lists = [...document.querySelectorAll('[data-testid="import-refused"]')]
    const lines = [...(lists.at(-1)?.querySelectorAll('li') ?? [])].map((line) => line.textContent?.trim())
    expect(lines).toHaveLength(9)
    expect(lines[0]).toBe('域名基线 常用 0：request.0: 不要带路径')
    expect(lines[8]).toBe('还有 2 项')
  })
})
