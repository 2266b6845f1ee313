import { describe, expect, it, vi } from 'vitest'
import { calls } from '@shared/contract'
import type { ActivityEntry } from '@shared/domain/activity'
import { DeskFailure, type DeskErrorCode } from '@shared/errors'
import { ActivityJournal } from '../../../../electron/services/activity/activity-journal'
import { CallRecorder } from '../../../../electron/services/activity/call-recorder'
import { callDescriptions } from '../../../../electron/services/activity/calls'
import type { Store } from '../../../../electron/store/repositories'
import { january } from '../../support'
import { discover, fixedClock, newStore } from '../../store/support'

function bench(store: Store = newStore()) {
  discover(store, ['tt01'])
  const onTrouble = vi.fn()
  const journal = new ActivityJournal({ store, clock: fixedClock(january), actor: '小王' })
  const filter = {
    ...{ accountId: null, appId: null, actions: null, outcomes: null, origins: null, actor: null },
    ...{ from: null, to: null, text: '' }
  }
  return {
    store,
    onTrouble,
    recorder: new CallRecorder({ store, journal, onTrouble }),
    entries: (): readonly ActivityEntry[] => store.activity.page(filter, null, 100).entries
  }
}

const failing = (code: DeskErrorCode) => () =>
  Promise.reject(
    new DeskFailure({
      ...{ code, message: '没有成功', reason: '平台说不', nextStep: '请重试', retryable: false, actor: 'operator' },
      ...{ platformCode: '40035', platformMessage: 'too many', logId: 'log-9' }
    })
  )

describe('every call of the contract', () => {
  it('is known to only read, to be written by a ledger, or says what it leaves in the activity journal', () => {
    const known = new Set(Object.keys(callDescriptions))
    expect(Object.keys(calls).filter((name) => !known.has(name))).toEqual([])
    expect([...known].filter((name) => !Object.hasOwn(calls, name))).toEqual([])
  })
})

describe('a call that changes something', () => {
  it('leaves what was before and what is after, who did it, and for which merchant', async () => {
    const { recorder, store, entries } = bench()
    store.merchants.setTags({ accountId: 'a', appId: 'tt01' }, ['旧'])
    const input = { accountId: 'a', appId: 'tt01', tags: ['新', '餐饮'] }
    await recorder.around('merchants.setTags', input, () => store.merchants.setTags(input, input.tags) ?? {})
    expect(entries()).toEqual([
      expect.objectContaining({ action: 'tags_change', actor: '小王', accountId: 'a', outcome: 'done', at: january })
    ])
    expect(entries()[0]?.content).toMatchObject({
      ...{ appId: 'tt01', merchantName: 'tt01', before: { tags: ['旧'] }, after: { tags: ['新', '餐饮'] } }
    })
  })

  it.each([
    ['platform_refused', 'refused'],
    ['outcome_unknown', 'unknown'],
    ['not_carried_out', 'not_carried_out'],
    ['network', 'unknown']
  ] as const)('that fails with %s is %s, with the platform’s own words', async (code, outcome) => {
    const { recorder, entries } = bench()
    const input = { accountId: 'a', draftId: '7' }
    await expect(recorder.around('templates.add', input, failing(code))).rejects.toThrow('没有成功')
    expect(entries()).toMatchObject([{ action: 'template_add', outcome }])
    expect(entries()[0]?.content).toMatchObject({
      ...{ reason: '平台说不', platformCode: '40035', platformMessage: 'too many', logId: 'log-9' }
    })
  })

  it('that was refused here, before anybody was asked, leaves nothing', async () => {
    const { recorder, entries } = bench()
    for (const code of ['invalid_input', 'not_possible_now', 'changed_meanwhile', 'not_found'] as const)
      await expect(recorder.around('templates.add', { accountId: 'a', draftId: '7' }, failing(code))).rejects.toThrow()
    expect(entries()).toEqual([])
  })

  it('of the secrets of an account tells which were replaced, and nothing of them', async () => {
    const { recorder, entries } = bench()
    const input = { accountId: 'a', secrets: { secret: 'canary-secret', messageKey: 'canary-key' } }
    await recorder.around('accounts.change', input, () => ({ id: 'a' }))
    expect(entries()[0]).toMatchObject({
      action: 'secrets_replace',
      content: { after: { secrets: ['messageKey', 'secret'] } }
    })
    expect(JSON.stringify(entries())).not.toContain('canary')
  })

  it('of a pasted ticket or of variables keeps no value', async () => {
    const { recorder, entries } = bench()
    await recorder.around('accounts.pasteTicket', { accountId: 'a', text: 'canary-ticket' }, () => ({}))
    const merchants = [{ appId: 'tt01', values: { apiKey: 'canary-value' } }]
    await recorder.around('ext.saveValues', { accountId: 'a', merchants }, () => ({ saved: 1 }))
    expect(entries().map(({ action }) => action)).toEqual(['ext_values', 'ticket_paste'])
    expect(entries()[0]?.content?.after).toEqual({ variables: ['apiKey'], merchants: ['tt01'] })
    expect(JSON.stringify(entries())).not.toContain('canary')
  })

  it('of the settings tells only of what became another', async () => {
    const { recorder, store, entries } = bench()
    const change = { theme: 'dark', language: 'zh', welcomed: true } as const
    await recorder.around('settings.change', change, () => store.settings.change(change))
    await recorder.around('settings.change', change, () => store.settings.change(change))
    expect(entries().map(({ content }) => [content?.before, content?.after])).toEqual([
      [{ theme: 'system' }, { theme: 'dark' }]
    ])
  })

  it('is not failed by an entry that can not be written', async () => {
    const { store, onTrouble } = bench()
    const broken = { ...store, activity: { ...store.activity, add: () => thrown() } }
    const journal = new ActivityJournal({ store: broken, clock: fixedClock(january), actor: '小王' })
    const other = new CallRecorder({ store, journal, onTrouble })
    await expect(other.around('accounts.pasteTicket', { accountId: 'a', text: 'x' }, () => 'done')).resolves.toBe(
      'done'
    )
    expect(onTrouble).toHaveBeenCalledWith('accounts.pasteTicket', expect.any(Error))
  })

  it('that only reads leaves nothing', async () => {
    const { recorder, entries } = bench()
    await expect(recorder.around('merchants.get', { accountId: 'a', appId: 'tt01' }, () => 5)).resolves.toBe(5)
    expect(entries()).toEqual([])
  })
})

function thrown(): never {
  throw new Error('disk full')
}
