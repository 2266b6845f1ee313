import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { draw } from '../../../electron/simulator/world/random'
import { forkedRun } from './forked'
import { runRollout, type RolloutChildWork } from './rollout-child'
import {
  clockFactor,
  environmentOf,
  finishRollout,
  merchantsOf,
  newestTemplate,
  newGround,
  openDesk,
  orderFaults,
  shipPlan,
  type RolloutGround
} from './rollout-desk'
import { proveRollout } from './rollout-proof'

const numberOf = (name: string, usual: number): number => Number(process.env[name] ?? usual)

/** CONTRIBUTING.md says how all of them are asked for. */
const kills = numberOf('ROLLOUT_KILLS', 6)
const merchants = numberOf('ROLLOUT_MERCHANTS', 120)
/** Another one in every run; the name of the test tells it, so that a failure can be repeated. */
const seed = numberOf('ROLLOUT_SEED', Math.floor(Math.random() * 1_000_000))

const changes = ['upload', 'audit', 'release'] as const
/** Calls are late by so much, so that a kill finds some under way. */
const latencyMs = 25

/** How many changes have come to the platform. */
function arrivals({ simulator }: RolloutGround): () => number {
  const ids = changes.map(
    (endpoint) => simulator.control.addFault({ kind: 'latency', ms: latencyMs, match: { endpoint } }).id
  )
  return () => simulator.control.faults().reduce((sum, { id, struck }) => sum + (ids.includes(id) ? struck : 0), 0)
}

/** A life of the application: it ends some milliseconds after so many more changes have come, or when nothing comes any more. */
type Life = { readonly changes: number; readonly ms: number }

const lifeOf = (turn: number): Life => {
  const share = (merchants * changes.length) / (kills + 2)
  return {
    changes: 1 + Math.floor(draw(seed, 'changes', turn) * share * 1.5),
    ms: Math.floor(draw(seed, 'ms', turn) * 2 * latencyMs)
  }
}

const patienceMs = 60_000

async function live(work: RolloutChildWork, life: Life, arrived: () => number): Promise<void> {
  const until = arrived() + life.changes
  const child = forkedRun('rollout-child.ts', runRollout, work)
  await vi.waitFor(
    () => {
      expect(child.exitCode(), child.errors()).toBeNull()
      expect(arrived()).toBeGreaterThanOrEqual(until)
    },
    { timeout: patienceMs, interval: 2 }
  )
  await delay(life.ms)
  await child.kill()
  expect(child.errors()).toBe('')
}

/** Plans the rollout for a second from now: another process will begin it. */
async function plan(ground: RolloutGround): Promise<string> {
  const desk = await openDesk(ground)
  const appIds = await merchantsOf(desk)
  const startAt = ground.clock.now() + 1_000 * clockFactor
  const order = { plan: { ...shipPlan(newestTemplate(ground)), startAt }, appIds, confirmed: appIds.length }
  const { rollout } = await desk.value('rollouts.start', { accountId: desk.accountId, ...order, origin: null })
  await desk.desk.close()
  return rollout.id
}

it(
  `a rollout that is killed ${kills} times loses track of none (ROLLOUT_SEED=${seed})`,
  async () => {
    const ground = await newGround(merchants, seed)
    const rolloutId = await plan(ground)
    const before = ground.simulator.control.state().merchants
    const arrived = arrivals(ground)
    orderFaults(ground.simulator)
    for (let turn = 0; turn < kills; turn += 1) {
      const { dataDir, since } = ground
      await live({ dataDir, since, clockFactor, environment: environmentOf(ground) }, lifeOf(turn), arrived)
    }
    const desk = await openDesk(ground)
    const detail = await finishRollout(desk, rolloutId)
    expect(desk.bugs).toEqual([])
    proveRollout(ground, before, detail)
  },
  120_000 + kills * patienceMs
)
