import { describe, expect, it, vi } from 'vitest'
import { savedViewsMax } from '@shared/domain/lists'
import { portableKinds } from '@shared/domain/safety'
import { extVariablesMax } from '@shared/rules/limits'
import { readWhole } from '../../security/support/visits/safety'
import { countedThings, countsOf, everythingSet, plainView, portablePart } from './operator-marks'
import { addedAndChanged, edited, exported, handed, happened, imported } from './portable-desk'
import { addAccount, computer, newAgency, type Agency } from './recovery-desk'
import { newSimulator } from './support'

vi.setConfig({ testTimeout: 60_000 })

const anyName: unknown = expect.any(String)
const containing = (text: string): unknown => expect.stringContaining(text)

describe('a settings file on a computer that does not know all of it', () => {
  it('names the account that is not there, changes nothing for it, and brings it once it is there', async () => {
    const simulator = await newSimulator(6)
    const { file, before } = await exported(simulator)
    const other = await computer()
    const first = await imported(other, file)
    expect(first.unknownAccounts).toEqual(['青禾科技'])
    expect(countsOf(first)).toEqual({
      ...{ settings: [0, 2, 3], tags: [0, 0, 0], notes: [0, 0, 0], views: [0, 0, 0] },
      ...{ variables: [0, 0, 0], values: [0, 0, 0], baselines: [0, 0, 0] }
    })
    const accountId = await addAccount(other, simulator)
    const fresh = await everythingSet({ ...other, accountId })
    expect(Object.values(countedThings(fresh)).map((things) => things.size)).toEqual([5, 0, 0, 0, 0, 0, 0])
    expect((await imported(other, file)).unknownAccounts).toEqual([])
    expect(portablePart(await everythingSet({ ...other, accountId }))).toEqual(portablePart(before))
  })

  it('names the merchants that are not there, and brings the rest', async () => {
    const simulator = await newSimulator(6)
    const { file, before } = await exported(simulator)
    const gone = before.merchants[0]?.appId ?? ''
    simulator.control.changeMerchant(gone, { authorized: false })
    const other = await newAgency(simulator)
    const own = await everythingSet(other)
    expect(own.merchants.map(({ appId }) => appId)).not.toContain(gone)
    const done = await imported(other, file)
    expect(done.unknownMerchants).toEqual([expect.stringContaining(gone)])
    expect(done.unknownAccounts).toEqual([])
    expect(countsOf(done)).toEqual({
      ...{ settings: [0, 2, 3], tags: [0, 0, 0], notes: [1, 0, 0], views: [3, 0, 0] },
      ...{ variables: [5, 0, 0], values: [1, 0, 0], baselines: [4, 0, 0] }
    })
    const after = await everythingSet(other)
    expect(addedAndChanged(countsOf(done))).toEqual(happened(own, after))
    expect(after.merchants).toEqual(before.merchants.filter(({ appId }) => appId !== gone))
  })
})

describe('a settings file for which there is not room for all', () => {
  it('brings what there is room for, names the rest, and leaves a computer whose own file is taken', async () => {
    const simulator = await newSimulator(6)
    const { file } = await exported(simulator)
    const other = await newAgency(simulator)
    await fill(other)
    const own = await everythingSet(other)
    const done = await imported(other, file)
    expect(done.noRoom).toEqual([
      { kind: 'views', name: '全部' },
      { kind: 'variables', name: 'shop' },
      { kind: 'variables', name: 'isOpen' }
    ])
    // What a variable is missing for now can not come either, as it could not be saved.
    expect(done.refused).toEqual([
      { kind: 'variables', name: '模板 12 的默认 ext.json', why: containing('没有变量 shop') },
      { kind: 'values', name: anyName, why: 'shop: 没有变量 shop' },
      { kind: 'values', name: anyName, why: 'isOpen: 没有变量 isOpen' }
    ])
    expect(countsOf(done)).toMatchObject({ views: [2, 0, 0], variables: [2, 0, 0], values: [1, 0, 0] })
    const after = await everythingSet(other)
    expect(addedAndChanged(countsOf(done))).toEqual(happened(own, after))
    expect([after.lists.views.length, after.studio.variables.length]).toEqual([savedViewsMax, extVariablesMax])

    const again = await readWhole(other, (await other.value('safety.export', {})).fileId)
    expect((await imported(other, again)).noRoom).toEqual([])
  })
})

/** One view and one variable fewer than an account may have. */
async function fill({ value, accountId }: Agency): Promise<void> {
  for (let number = 1; number < savedViewsMax; number += 1) {
    await value('views.save', { accountId, id: null, name: `视图 ${number}`, content: plainView })
  }
  const variables = Array.from({ length: extVariablesMax - 1 }, (_, number) => ({
    ...{ name: `own${number}`, type: 'text' as const, required: false, description: '', fallback: null }
  }))
  await value('ext.saveVariables', { accountId, variables })
}

describe('a settings file that was edited by hand', () => {
  it.each(['views', 'variables', 'defaults', 'baselines', 'merchants'] as const)(
    'so that one of the %s stands in it twice is refused, and nothing is changed',
    async (list) => {
      const { desk, file } = await edited((account) => {
        const written: object[] = account[list]
        written.push(...written.slice(0, 1))
      })
      const before = await everythingSet(desk)
      const fileId = await handed(desk, file)
      const { reason } = await desk.error('safety.previewImport', { fileId })
      expect(reason).toMatch(/^accounts\.\d\./)
      expect(reason).toContain(`.${list}: 有一项写了两次`)
      expect((await desk.error('safety.import', { fileId, kinds: [...portableKinds] })).reason).toBe(reason)
      expect(await everythingSet(desk)).toEqual(before)
    }
  )

  it('so that a merchant has a baseline that nobody knows does and announces nothing for it', async () => {
    const { desk, file } = await edited(({ merchants }) => {
      for (const merchant of merchants) merchant.baseline = '谁也不认识'
    })
    expect(countsOf(await imported(desk, file))['baselines']).toEqual([2, 0, 0])
    expect((await everythingSet(desk)).merchants.map(({ baseline }) => baseline)).toEqual(Array(6).fill(null))
  })

  it('so that a baseline has a longer name than one may have is refused, and nothing is changed', async () => {
    const { desk, file } = await edited(({ baselines: [one] }) => {
      if (one) one.name = '长'.repeat(41)
    })
    const fileId = await handed(desk, file)
    expect((await desk.error('safety.previewImport', { fileId })).reason).toMatch(/^accounts\.\d\.baselines\.0\.name: /)
  })
})
