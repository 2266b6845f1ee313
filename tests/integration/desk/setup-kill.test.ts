import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { RolloutDetail } from '@shared/contract'
import { platformVariables } from '../../../electron/platform-environment'
import type { Simulator } from '../../../electron/simulator'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { temporaryFolder } from '../../unit/store/support'
import { forkedRun } from './forked'
import { runSetup, type ChildWork } from './setup-child'
import { startGateway, type Passed } from './setup-gateway'
import { newBench, newSimulator, type Bench } from './support'

vi.setConfig({ testTimeout: 90_000 })

/** So many changes have come to the platform, and so many milliseconds went by after that. */
type Moment = { readonly changes: number; readonly ms: number }

/** Chance picks them anew in every run; a failure names its own. */
const moments = (count: number, lastChange: number): readonly Moment[] =>
  Array.from({ length: count }, (_, at) => {
    const step = lastChange / count
    return { changes: 1 + Math.floor(step * (at + Math.random())), ms: Math.floor(Math.random() * 120) }
  })

async function killAt(work: ChildWork, { changes, ms }: Moment, arrived: () => number): Promise<void> {
  const child = forkedRun('setup-child.ts', runSetup, work)
  await vi.waitFor(
    () => {
      expect(child.exitCode(), child.errors()).toBeNull()
      expect(arrived()).toBeGreaterThanOrEqual(changes)
    },
    { timeout: 60_000, interval: 2 }
  )
  await delay(ms)
  await child.kill()
}

type Setup = Pick<ChildWork, 'work' | 'appIds' | 'requests'>
type Ended = { readonly simulator: Simulator; readonly passed: readonly Passed[]; readonly detail: RolloutDetail }

/** A rollout that is killed at a moment, and then goes on by itself in an application that is opened on the same folder. */
async function killAndGoOn(moment: Moment, slowed: readonly string[], setupOf: (simulator: Simulator) => Setup) {
  const simulator = await newSimulator(24)
  for (const endpoint of slowed) simulator.control.addFault({ kind: 'latency', ms: 40, match: { endpoint } })
  let arrived = 0
  const gateway = await startGateway(simulator, () => (arrived += 1))
  const platform = { ...simulator, url: gateway.url }
  const dataDir = temporaryFolder()
  await killAt({ dataDir, environment: environmentOf(platform), ...setupOf(simulator) }, moment, () => arrived)
  const bench = await newBench({ simulator: platform, dataDir, ready: false })
  const [left] = await bench.value('rollouts.list', { accountId: bench.accountId })
  expect(left).toMatchObject({ total: 12 })
  return { simulator, passed: gateway.passed, detail: await finished(bench, left?.id ?? '') } satisfies Ended
}

const environmentOf = (simulator: Simulator) => ({
  [platformVariables.url]: simulator.url,
  [platformVariables.appId]: simulator.application.appId,
  [platformVariables.secret]: simulator.application.secret,
  [platformVariables.ticket]: simulator.ticket()
})

async function finished(bench: Bench, rolloutId: string): Promise<RolloutDetail> {
  const name = { accountId: bench.accountId, rolloutId }
  await vi.waitFor(
    async () => {
      const { rollout } = await bench.value('rollouts.get', name)
      expect(rollout.state).toBe('finished')
    },
    { timeout: 30_000 }
  )
  return bench.value('rollouts.get', name)
}

const isOpen = ({ authorization, profileChanges }: MerchantSnapshot): boolean =>
  authorization.live && authorization.permissions.includes(2) && profileChanges.introduction.newest === null

/** May apply for what asks for no more than a version online. */
const isAdmitted = ({ authorization, current, capabilities }: MerchantSnapshot): boolean => {
  const hasSets = [1, 3].every((id) => authorization.permissions.includes(id))
  const isOnline = current !== null && !current.takenDown
  return authorization.live && hasSets && isOnline && capabilities[mountCheck] === undefined
}

const twelve = ({ control }: Simulator, condition = isOpen): readonly MerchantSnapshot[] => {
  const found = control.state().merchants.filter(condition).slice(0, 12)
  if (found.length < 12) throw new Error('the sample data has too few merchants')
  return found
}

const refusals = (passed: readonly Passed[]) =>
  passed.filter(({ answer }) => z.object({ err_no: z.literal(0) }).safeParse(answer).success === false)

const introduction = '为街坊邻里提供到店预约、外卖与优惠信息'
/** 短视频挂载权限判断, which has no form. */
const mountCheck = 'ma.mount.legal'
const wanted = 'new.zhanggui.example.com'
const wantedPage = 'new.h5.zhanggui.example.com'
const domains = { request: [wanted], socket: [wanted], upload: [], download: [], webview: [wantedPage] }

describe('a rollout of the set-up whose program is killed', () => {
  it.each(moments(3, 10))('changes every introduction once: after %o', async (moment) => {
    const { simulator, passed, detail } = await killAndGoOn(moment, ['modify_app_intro'], (platform) => {
      const appIds = twelve(platform).map(({ appId }) => appId)
      const requests = Object.fromEntries(appIds.map((appId) => [appId, { introduction }]))
      return { work: { kind: 'introduction' }, appIds, requests }
    })
    expect(detail.items.map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'done'))
    const { merchants } = simulator.control.counters()
    for (const { appId } of detail.items) {
      expect(merchants[appId]?.['modify_app_intro']).toEqual({ received: 1, carriedOut: 1, refused: 0 })
      expect(simulator.control.state(appId).merchants[0]?.profileChanges.introduction).toMatchObject({ count: 1 })
    }
    expect(refusals(passed)).toEqual([])
  })

  it.each(moments(3, 16))('sends each merchant’s domains once: after %o', async (moment) => {
    const endpoints = ['modify_server_domain', 'modify_webview_domain']
    const { simulator, passed, detail } = await killAndGoOn(moment, endpoints, (platform) => {
      const appIds = twelve(platform).map(({ appId }) => appId)
      const baseline = { id: '-', name: '常用', domains }
      return { work: { kind: 'domains', baseline, mode: 'add' }, appIds, requests: {} }
    })
    for (const { state } of detail.items) expect(['done', 'unchanged']).toContain(state)
    const merchants = detail.items.flatMap(({ appId }) => simulator.control.state(appId).merchants)
    const companies = merchants.filter(({ subject }) => subject.type === 'company')
    for (const { domains } of merchants) expect(domains.server.request).toContain(wanted)
    for (const { domains } of companies) expect(domains.webview).toContain(wantedPage)
    const sent = (endpoint: string) => passed.filter((each) => each.endpoint === endpoint).length
    expect(endpoints.map(sent)).toEqual([12, companies.length])
    expect(refusals(passed)).toEqual([])
  })

  it.each(moments(3, 10))('applies for each merchant once: after %o', async (moment) => {
    const { simulator, passed, detail } = await killAndGoOn(moment, ['apply_capacity'], (platform) => {
      const appIds = twelve(platform, isAdmitted).map(({ appId }) => appId)
      const application = {
        key: mountCheck,
        name: '短视频挂载权限判断',
        reason: '判断门店小程序能否被挂载',
        answers: []
      }
      return { work: { kind: 'capability', ...application }, appIds, requests: {} }
    })
    expect(detail.items).toHaveLength(12)
    const { merchants } = simulator.control.counters()
    for (const { appId, state } of detail.items) {
      expect(['done', 'unchanged']).toContain(state)
      expect(merchants[appId]?.['apply_capacity']).toEqual({ received: 1, carriedOut: 1, refused: 0 })
      expect(simulator.control.state(appId).merchants[0]?.capabilities[mountCheck]).toMatchObject({ count: 1 })
    }
    expect(refusals(passed)).toEqual([])
  })
})
