import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { hand } from '../../security/support/visits/safety'
import { countedThings, everythingSet, leaveMarks, removeMarks } from './operator-marks'
import { archiveOf, computer, newAgency, order, restored, type Agency } from './recovery-desk'
import { newSimulator } from './support'

vi.setConfig({ testTimeout: 60_000 })

async function markedAgency(): Promise<Agency> {
  const desk = await newAgency(await newSimulator(6))
  await leaveMarks(desk)
  return desk
}

/** How many things of each kind are set: so that a comparison of nothing with nothing is none. */
const howMany = async (desk: Pick<Agency, 'value' | 'accountId'>) => {
  const kinds = Object.entries(countedThings(await everythingSet(desk))).filter(([kind]) => kind !== 'settings')
  return Object.fromEntries(kinds.map(([kind, things]) => [kind, things.size]))
}
const all = { tags: 1, notes: 1, views: 3, variables: 5, values: 2, baselines: 5 }
const none = { tags: 0, notes: 0, views: 0, variables: 0, values: 0, baselines: 0 }

type Saved = Parameters<typeof order>[1]
const ways: readonly (readonly [string, (desk: Agency) => Promise<Saved>])[] = [
  [
    'a backup beside the database',
    async (desk) => {
      const [newest] = (await desk.value('safety.backUp', {})).backups
      return { kind: 'backup', name: newest?.name ?? '' }
    }
  ],
  [
    'a backup file',
    async (desk) => ({ kind: 'file', fileId: await hand(desk, 'a.mdbackup', await archiveOf(desk, null)) })
  ]
]

describe.each(ways)('what the operator set, from %s', (_name, save) => {
  it('is as it was, ids and order included, after all of it was removed', async () => {
    const desk = await markedAgency()
    expect(await howMany(desk)).toEqual(all)
    const before = await everythingSet(desk)
    const source = await save(desk)
    await removeMarks(desk)
    expect(await howMany(desk)).toEqual(none)
    const removed = await everythingSet(desk)
    await order(desk, source)
    expect(await everythingSet(desk)).toEqual(removed)
    await desk.desk.close()
    const opened = { ...(await computer(desk)), accountId: desk.accountId }
    expect(await everythingSet(opened)).toEqual(before)
    await opened.desk.close()
    const again = { ...(await computer(desk)), accountId: desk.accountId }
    expect(await everythingSet(again)).toEqual(before)
  })

  it('is as it was after it was changed, and what came later is gone', async () => {
    const desk = await markedAgency()
    const { accountId } = desk
    const before = await everythingSet(desk)
    const source = await save(desk)
    await changeEverything(desk)
    const changed = await everythingSet(desk)
    const untouched = keysOf(before).filter((part) => isDeepStrictEqual(changed[part], before[part]))
    expect(untouched).toEqual([])
    await order(desk, source)
    await desk.desk.close()
    const opened = { ...(await computer(desk)), accountId }
    expect(await everythingSet(opened)).toEqual(before)
  })

  it('is as it was after the account was removed with its data; only its secrets are entered again', async () => {
    const desk = await markedAgency()
    const { accountId } = desk
    const before = await everythingSet(desk)
    const source = await save(desk)
    await desk.value('accounts.remove', { accountId, data: 'delete' })
    expect((await desk.value('app.info', {})).accounts.map(({ id }) => id)).not.toContain(accountId)
    await order(desk, source)
    await desk.desk.close()
    const opened = { ...(await computer(desk)), accountId }
    expect(await everythingSet(opened)).toEqual(before)
    const { accounts } = await opened.value('app.info', {})
    expect(accounts.find(({ id }) => id === accountId)?.secrets).toBe('missing')
    expect(await opened.value('activity.check', {})).toMatchObject({ broken: null })
  })
})

describe('what the operator set, on another computer', () => {
  it('is what the backup file holds, and nothing of what was there', async () => {
    const desk = await markedAgency()
    const before = await everythingSet(desk)
    const archive = await archiveOf(desk, null)
    await desk.desk.close()
    const other = await computer()
    await other.value('settings.change', { theme: 'dark', textSize: 'larger' })
    const opened = { ...(await restored(other, archive, null)), accountId: desk.accountId }
    expect(await everythingSet(opened)).toEqual(before)
  })
})

const keysOf = <Value extends object>(value: Value) => Object.keys(value) as (keyof Value)[]

/** Nothing is removed, everything is another. */
async function changeEverything(desk: Agency): Promise<void> {
  const { value, accountId } = desk
  const { lists, studio, values, baselines, merchants } = await everythingSet(desk)
  for (const { id, name, content } of lists.views) {
    const filter = { ...content.filter, query: '改过' }
    await value('views.save', { accountId, id, name: `${name}2`, content: { ...content, filter } })
  }
  await value('views.setColumns', { accountId, columns: [{ name: 'name', widthPx: 120 }] })
  const renamed = studio.variables.map((each) => ({ ...each, type: 'text' as const, description: '改过' }))
  const more = { name: 'later', type: 'text', required: false, description: '', fallback: null } as const
  await value('ext.saveVariables', { accountId, variables: [more, ...renamed] })
  for (const { templateId, text } of studio.defaults) {
    await value('ext.saveDefault', { accountId, templateId, text: text.replace('"ext": {', '"ext": { "later": 1,') })
  }
  const changed = values.map(({ appId }) => ({ appId, values: { later: '改过' } }))
  await value('ext.saveValues', { accountId, merchants: changed })
  const [first, second] = baselines
  for (const { id, name, domains } of baselines) {
    await value('baselines.save', { accountId, id, name: `${name}2`, domains: { ...domains, webview: [] } })
  }
  const ids = [first?.id ?? '', second?.id ?? '']
  const members = merchants.flatMap(({ appId, baseline }) => (baseline === null ? [] : [appId]))
  for (const [at, appId] of members.entries()) {
    await value('baselines.assign', { accountId, id: ids[at % 2 === 0 ? 1 : 0] ?? '', appIds: [appId] })
  }
  await value('settings.change', { motion: 'system', theme: 'dark' })
  for (const { appId } of merchants) {
    await value('merchants.setTags', { accountId, appId, tags: ['之后'] })
    await value('merchants.setNote', { accountId, appId, note: '之后' })
  }
}
