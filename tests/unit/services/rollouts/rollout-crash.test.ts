import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { RolloutPlan } from '@shared/domain/rollout'
import { openStore } from '../../../../electron/store'
import type { Store } from '../../../../electron/store/repositories'
import { newBench, newSimulator } from '../../../integration/desk/support'
import { silentLogger, storeOptions, temporaryFolder } from '../../store/support'
import { allIn, isIn, rolloutTools, shipping } from './rollout-bench'

vi.setConfig({ testTimeout: 30_000 })

const changing = ['upload', 'audit', 'release', 'revoke_audit', 'rollback'] as const

/** The application over a simulator, which ends and comes back. */
async function ground() {
  const simulator = await newSimulator()
  const dataDir = temporaryFolder()
  const open = async (ready: boolean) => {
    const bench = await newBench({ simulator, dataDir, ready })
    return { ...bench, ...rolloutTools(bench) }
  }
  const first = await open(true)
  return {
    first,
    simulator,
    again: () => open(false),
    /** Works on the database while nobody else has it open. */
    between: (work: (store: Store) => void): void => {
      const store = openStore({
        ...storeOptions(dataDir, Date.now()),
        file: join(dataDir, 'merchant-desk.sqlite'),
        logger: silentLogger
      })
      work(store)
      store.close()
    },
    /** How often each of what changes something was carried out. */
    carriedOut: (): Partial<Record<(typeof changing)[number], number>> => {
      const { endpoints } = simulator.control.counters()
      const counts = changing.map((name) => [name, endpoints[name]?.carriedOut ?? 0] as const)
      return Object.fromEntries(counts.filter(([, count]) => count > 0))
    }
  }
}

/** As if the program had ended after the platform's answer and before it was written to the rollout's merchants. */
function unnoted(store: Store, rolloutId: string): void {
  for (const item of store.rollouts.items(rolloutId)) {
    const blank = { cause: null, error: null, reviewSince: null, finishedAt: null, attempts: 0, notBefore: null }
    store.rollouts.saveItem(rolloutId, { ...item, ...blank, step: 'preflight', state: 'waiting', changedAt: 0 })
  }
  store.rollouts.change(rolloutId, { state: 'running', finishedAt: null })
}

/** What was read after the submission is lost too: what the database has is older. */
function unread(store: Store, accountId: string, rolloutId: string): void {
  for (const { appId } of store.rollouts.items(rolloutId)) {
    const versions = store.merchants.versions({ accountId, appId })
    if (versions) store.merchants.saveVersions({ accountId, appId }, { ...versions, audit: null, readAt: 1 })
  }
}

describe('a submission that was accepted before the program ended, and was not noted', () => {
  it.each(['kept', 'lost'] as const)(
    'is rejected while the program is closed, and stays rejected; its last reading: %s',
    async (reading) => {
      const { first, simulator, again, between, carriedOut } = await ground()
      const appIds = first.sound(3)
      const { rollout } = await first.start(appIds)
      await first.when(rollout.id, allIn('reviewing'))
      await first.desk.close()
      between((store) => {
        unnoted(store, rollout.id)
        if (reading === 'lost') unread(store, first.accountId, rollout.id)
      })
      for (const appId of appIds) simulator.control.audit(appId, { outcome: 'reject', now: true })
      const second = await again()
      const ended = await second.when(rollout.id, isIn('finished'))
      expect(ended.items.map(({ step, state }) => [step, state])).toEqual(appIds.map(() => ['review', 'rejected']))
      expect(carriedOut()).toEqual({ upload: 3, audit: 3 })
    }
  )

  it('is judged by whoever reads the merchant first, as a pushed message makes somebody do', async () => {
    const { first, simulator, again, between, carriedOut } = await ground()
    const appIds = first.sound(2)
    const { rollout } = await first.start(appIds)
    await first.when(rollout.id, allIn('reviewing'))
    await first.desk.close()
    between((store) => unnoted(store, rollout.id))
    const second = await again()
    const taken = await second.get(rollout.id)
    expect(taken.items.map(({ state }) => state)).toEqual(['reviewing', 'reviewing'])
    for (const appId of appIds) simulator.control.audit(appId, { outcome: 'reject', now: true })
    for (const appId of appIds) await second.value('merchants.read', { accountId: second.accountId, appId })
    const ended = await second.when(rollout.id, isIn('finished'))
    expect(ended.rollout.counts.rejected).toBe(2)
    expect(carriedOut()).toEqual({ upload: 2, audit: 2 })
  })

  it('is released where it has passed meanwhile', async () => {
    const { first, simulator, again, between, carriedOut } = await ground()
    const appIds = first.sound(2)
    const { rollout } = await first.start(appIds)
    await first.when(rollout.id, allIn('reviewing'))
    await first.desk.close()
    between((store) => unnoted(store, rollout.id))
    for (const appId of appIds) simulator.control.audit(appId, { outcome: 'pass', now: true })
    const second = await again()
    await second.when(rollout.id, isIn('finished'))
    expect(carriedOut()).toEqual({ upload: 2, audit: 2, release: 2 })
  })
})

describe('the last step that was accepted before the program ended, and was not noted', () => {
  const works: readonly (readonly [string, (typeof changing)[number], RolloutPlan['work']])[] = [
    ['release', 'release', { kind: 'release', onlyVersion: null }],
    ['rollback', 'rollback', { kind: 'rollback', onlyVersion: '9.9.1' }],
    ['withdraw', 'revoke_audit', { kind: 'withdraw' }]
  ]

  it.each(works)('is not done a second time: %s', async (name, endpoint, work) => {
    const { first, again, between, carriedOut } = await ground()
    const appIds = first.sound(2)
    const before = await first.start(appIds, {
      work: { ...shipping, until: name === 'rollback' ? 'release' : 'submit' }
    })
    await first.when(before.rollout.id, ({ items }) =>
      items.every(({ state }) => state === 'reviewing' || state === 'done')
    )
    if (name !== 'withdraw') await first.judge(appIds)
    await first.when(before.rollout.id, isIn('finished'))
    const { rollout } = await first.start(appIds, { work })
    await first.when(rollout.id, isIn('finished'))
    const once = carriedOut()
    await first.desk.close()
    between((store) => unnoted(store, rollout.id))
    const second = await again()
    const ended = await second.when(rollout.id, isIn('finished'))
    expect(ended.items.map(({ step, state }) => [step, state])).toEqual(appIds.map(() => [name, 'done']))
    expect(carriedOut()).toEqual(once)
    expect(once[endpoint]).toBe(2)
  })
})
