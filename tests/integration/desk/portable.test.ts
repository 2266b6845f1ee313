import { describe, expect, it, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import { portableKinds } from '@shared/domain/safety'
import { readWhole } from '../../security/support/visits/safety'
import {
  countedThings,
  countsOf,
  domainsOf,
  everythingSet,
  plainView,
  portablePart,
  type Everything
} from './operator-marks'
import { addedAndChanged, exported, happened, imported } from './portable-desk'
import { appIds, computer, newAgency, type Agency } from './recovery-desk'
import { newSimulator } from './support'

vi.setConfig({ testTimeout: 60_000 })

describe('a settings file on another computer with the same account', () => {
  it('brings all that was set there, and a second time nothing more', async () => {
    const simulator = await newSimulator(6)
    const { file, before } = await exported(simulator)
    const other = await newAgency(simulator)
    const empty = await everythingSet(other)
    const first = await imported(other, file)
    expect(countsOf(first)).toEqual({
      ...{ settings: [0, 2, 3], tags: [1, 0, 0], notes: [1, 0, 0], views: [3, 0, 0] },
      ...{ variables: [5, 0, 0], values: [2, 0, 0], baselines: [5, 0, 0] }
    })
    const after = await everythingSet(other)
    expect(portablePart(after)).toEqual(portablePart(before))
    expect(addedAndChanged(countsOf(first))).toEqual(happened(empty, after))
    expect([first.unknownAccounts, first.unknownMerchants]).toEqual([[], []])

    const second = await imported(other, file)
    expect(countsOf(second)).toEqual({
      ...{ settings: [0, 0, 5], tags: [0, 0, 1], notes: [0, 0, 1], views: [0, 0, 3] },
      ...{ variables: [0, 0, 5], values: [0, 0, 2], baselines: [0, 0, 5] }
    })
    expect(await everythingSet(other)).toEqual(after)
    await other.desk.close()
    const opened = { ...(await computer(other)), accountId: other.accountId }
    expect(portablePart(await everythingSet(opened))).toEqual(portablePart(before))
  })

  it('brings a file out of it again that says the same', async () => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const other = await newAgency(simulator)
    await imported(other, file)
    const again = await readWhole(other, (await other.value('safety.export', {})).fileId)
    expect(contentOf(again)).toEqual(contentOf(file))
  })

  it.each(portableKinds)('brings of the kind "%s" what it announced, and of the others nothing', async (kind) => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const other = await newAgency(simulator)
    const empty = await everythingSet(other)
    const done = await imported(other, file, [kind])
    const really = happened(empty, await everythingSet(other))
    expect(really).toEqual(addedAndChanged(countsOf(done)))
    expect(Object.keys(really).filter((each) => really[each]?.some((count) => count > 0))).toEqual([kind])
  })

  it('judges the merchants of a baseline by its domains at once', async () => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const other = await newAgency(simulator)
    const { accountId } = other
    const [one = ''] = await appIds(other, accountId)
    await other.value('domains.read', { accountId, appId: one })
    await imported(other, file)
    const { rows } = await other.value('merchants.page', { accountId, cursor: null, limit: 50 })
    const { drift } = await other.value('domains.get', { accountId, appId: one })
    expect(drift?.missing).toBeGreaterThan(0)
    expect(rows.find(({ appId }) => appId === one)?.drift).toEqual(drift)
  })
})

describe('a settings file where the same names mean something else', () => {
  it('puts its own in their place, keeps what it does not name, and does what it announced', async () => {
    const simulator = await newSimulator(6)
    const { file, before } = await exported(simulator)
    const other = await newAgency(simulator)
    await settle(other)
    const own = await everythingSet(other)
    const done = await imported(other, file)
    expect(countsOf(done)).toEqual({
      ...{ settings: [0, 2, 3], tags: [0, 1, 0], notes: [0, 1, 0], views: [1, 1, 1] },
      ...{ variables: [3, 2, 0], values: [1, 1, 0], baselines: [2, 2, 1] }
    })
    const after = await everythingSet(other)
    expect(addedAndChanged(countsOf(done))).toEqual(happened(own, after))

    const [theirs, ours] = [countedThings(before), countedThings(after)]
    for (const kind of portableKinds.filter((each) => each !== 'values')) {
      for (const [name, value] of theirs[kind]) expect([name, ours[kind].get(name)]).toEqual([name, value])
    }
    expect(ours.views.get('view 只在这里')).toEqual(plainView)
    expect(ours.variables.get('variable onlyHere')).toBeDefined()
    expect(ours.baselines.get('baseline 只在这里')).toEqual(domainsOf('zheli'))
    const [one = ''] = await appIds(other, other.accountId)
    expect(ours.values.get(one)).toEqual({ onlyHere: '留着', shop: '海边店 🍵', seats: '24' })
    const idOf = ({ lists }: Everything, name: string) => lists.views.find((view) => view.name === name)?.id
    expect(idOf(after, '待处理 🍵')).toBe(idOf(own, '待处理 🍵'))
    expect(after.baselines.map(({ id }) => id)).toEqual(expect.arrayContaining(own.baselines.map(({ id }) => id)))
    expect(Object.values(countsOf(await imported(other, file))).map(([added, changed]) => [added, changed])).toEqual(
      portableKinds.map(() => [0, 0])
    )
    expect(await everythingSet(other)).toEqual(after)
  })
})

/** What another operator set, some of it under the names of `leaveMarks`. */
async function settle({ value, accountId }: Agency): Promise<void> {
  const [one = '', two = '', three = ''] = await appIds({ value }, accountId)
  for (const name of ['只在这里', '待处理 🍵', '全部']) {
    await value('views.save', { accountId, id: null, name, content: plainView })
  }
  const variable = { type: 'text', required: false, description: '另一个', fallback: null } as const
  await value('ext.saveVariables', {
    accountId,
    variables: [
      { ...variable, name: 'onlyHere' },
      { ...variable, name: 'seats' }
    ]
  })
  await value('ext.saveDefault', { accountId, templateId: '12', text: '{"extEnable":true,"extAppid":"{{appId}}"}' })
  await value('ext.saveValues', { accountId, merchants: [{ appId: one, values: { onlyHere: '留着', seats: '八' } }] })
  const save = (name: string, of: string): CallInput<'baselines.save'> => ({
    ...{ accountId, id: null, name, domains: domainsOf(of) }
  })
  const only = await value('baselines.save', save('只在这里', 'zheli'))
  const usual = await value('baselines.save', save('常用', 'bieren'))
  await value('baselines.assign', { accountId, id: usual.id, appIds: [two] })
  await value('baselines.assign', { accountId, id: only.id, appIds: [three] })
  await value('merchants.setTags', { accountId, appId: one, tags: ['别的'] })
  await value('merchants.setNote', { accountId, appId: two, note: '别的' })
}

/** An export without the moment at which it was made. */
function contentOf(file: Buffer): unknown {
  return { ...(JSON.parse(file.toString()) as object), exportedAt: null }
}
