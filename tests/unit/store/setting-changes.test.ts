import { describe, expect, it } from 'vitest'
import type { SettingIntent } from '../../../electron/store/repositories'
import { january } from '../support'
import { refusal } from './setup-samples'
import { codeOf, discover, newStore } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const intent: SettingIntent = {
  ...ref,
  kind: 'name',
  summary: '湘里人家湘菜',
  actor: '小王',
  startedAt: january,
  rolloutId: null,
  request: { name: '湘里人家湘菜', evidencePath: null },
  before: { name: '湘里人家' }
}
const outcome = { finishedAt: january + 1, logId: 'log-2', error: null }

describe('the journal of changes of the set-up', () => {
  it('keeps an intent with all that is needed to settle it', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const begun = store.settingChanges.begin(intent)
    const { request, before, ...rest } = intent
    const change = { ...rest, id: begun.id, state: 'intended', finishedAt: null, logId: null, error: null }
    expect(begun).toEqual(change)
    expect(store.settingChanges.get(begun.id)).toEqual({ change, request, before })
    expect(store.settingChanges.get('none')).toBeNull()
  })

  it('shows a change as unsettled until its outcome is certain, and never changes one that is', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const { id } = store.settingChanges.begin(intent)
    const open = (): string[] => store.settingChanges.unsettled(ref, ['name', 'icon']).map((each) => each.state)
    expect(open()).toEqual(['intended'])
    store.settingChanges.finish(id, { ...outcome, state: 'unknown', logId: null, error: refusal })
    expect(open()).toEqual(['unknown'])
    expect(store.settingChanges.unsettled(ref, ['icon'])).toEqual([])
    const done = store.settingChanges.finish(id, { ...outcome, state: 'done' })
    expect(done).toMatchObject({ state: 'done', finishedAt: january + 1, logId: 'log-2', error: null })
    expect(open()).toEqual([])
    expect(() => store.settingChanges.finish(id, { ...outcome, state: 'refused' })).toThrow('certain outcome')
  })

  it('lists the changes of some kinds newest first, those of the same moment in the order in which they began', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    for (const [kind, startedAt, appId] of [
      ['name', 5, 'tt01'],
      ['icon', 5, 'tt01'],
      ['server_domains', 7, 'tt01'],
      ['name', 9, 'tt01'],
      ['name', 6, 'tt02']
    ] as const) {
      store.settingChanges.begin({ ...intent, kind, startedAt, appId })
    }
    const list = (limit: number): string[] =>
      store.settingChanges
        .list(ref, ['name', 'introduction', 'icon'], limit)
        .map(({ kind, startedAt }) => `${kind} ${startedAt}`)
    expect(list(50)).toEqual(['name 9', 'icon 5', 'name 5'])
    expect(list(1)).toEqual(['name 9'])
    expect(store.settingChanges.unsettled(ref, ['icon', 'name']).map(({ startedAt }) => startedAt)).toEqual([5, 5, 9])
    expect(store.settingChanges.allUnsettled().map(({ startedAt }) => startedAt)).toEqual([5, 5, 6, 7, 9])
  })

  it('says that a merchant, or its change, is gone', () => {
    const store = newStore()
    expect(codeOf(() => store.settingChanges.begin(intent))).toBe('not_found')
    discover(store, ['tt01'])
    const { id } = store.settingChanges.begin(intent)
    store.accounts.empty('a')
    expect(codeOf(() => store.settingChanges.finish(id, { ...outcome, state: 'done' }))).toBe('not_found')
  })
})
