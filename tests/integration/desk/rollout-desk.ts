import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { CallInput, MerchantPage } from '@shared/contract'
import type { RolloutDetail } from '@shared/contract/rollouts'
import type { RolloutItem } from '@shared/domain/rollout'
import type { Clock, Logger } from '../../../electron/ports'
import { platformVariables } from '../../../electron/platform-environment'
import { startSimulator, type Simulator } from '../../../electron/simulator'
import { silentLogger, temporaryFolder } from '../../unit/store/support'
import { fastClock } from './rollout-clock'
import { newApplication, type Caller } from './support'

const resourcesDir = resolve(import.meta.dirname, '../../../resources')
/** Hours of waiting in minutes: what the platform asks to wait for, and what the application pauses by itself. */
export const clockFactor = 20
/** What the sample merchants never had. */
export const wantedVersion = '99.0.0'

/** A platform of many merchants in time that runs fast, and where the application keeps its data. */
export type RolloutGround = {
  readonly simulator: Simulator
  readonly dataDir: string
  /** When the fast time began, ms since 1970. */
  readonly since: number
  readonly clock: Clock
}

/** Audits take seconds of the fast time, and 15 of a hundred are rejected for one of three reasons or more. */
export async function newGround(merchants: number, seed = 1): Promise<RolloutGround> {
  const since = Date.now()
  const clock = fastClock(since, clockFactor)
  const pace = { timeFactor: 1, waitFactor: 1, now: () => clock.now() }
  const simulator = await startSimulator({ port: 0, seed, merchants, resourcesDir, ...pace })
  onTestFinished(() => simulator.close())
  simulator.control.setRules({
    auditDuration: { leastMs: 500, mostMs: 20_000 },
    auditShares: { rejectPercent: 15 }
  })
  return { simulator, dataDir: temporaryFolder(), since, clock }
}

export const environmentOf = ({ simulator }: Pick<RolloutGround, 'simulator'>) => ({
  [platformVariables.url]: simulator.url,
  [platformVariables.appId]: simulator.application.appId,
  [platformVariables.secret]: simulator.application.secret,
  [platformVariables.ticket]: simulator.ticket()
})

export type RolloutDesk = Caller & {
  readonly accountId: string
  /** What it logged as bugs. */
  readonly bugs: readonly string[]
}

/** The application over the ground; what it was doing when it ended goes on. */
export async function openDesk(ground: RolloutGround): Promise<RolloutDesk> {
  const { dataDir, clock } = ground
  const bugs: string[] = []
  const error: Logger['error'] = (message, facts) => void bugs.push(`${message} ${JSON.stringify(facts)}`)
  const logger = { ...silentLogger, error }
  const application = await newApplication({ dataDir, environment: environmentOf(ground), clock, logger })
  const { currentAccountId } = await application.value('app.info', {})
  return { ...application, accountId: currentAccountId, bugs }
}

/** Waits until all merchants were read; answers with their app ids. */
export async function merchantsOf({ value, accountId }: RolloutDesk): Promise<string[]> {
  for (;;) {
    const { running, total } = await value('merchants.refreshStatus', { accountId })
    if (total > 0 && !running) break
    await delay(50)
  }
  const appIds: string[] = []
  for (let cursor: string | null = null; ;) {
    const page: MerchantPage = await value('merchants.page', { accountId, cursor, limit: 500 })
    appIds.push(...page.rows.map(({ appId }) => appId))
    if (page.next === null) return appIds
    cursor = page.next
  }
}

/** Ships a template all the way to the users. */
export const shipPlan = (templateId: string): CallInput<'rollouts.start'>['plan'] => ({
  title: '全量上线',
  work: {
    ...{ kind: 'ship', templateId, version: wantedVersion, description: '夏季活动', extJson: null },
    ...{ until: 'release', hosts: { by: 'available' }, note: '', release: 'when_approved' }
  },
  waves: { by: 'none' },
  gate: { by: 'operator' },
  stop: { failurePercent: null, sameCause: null },
  startAt: null
})

/** The newest template of the library. */
export function newestTemplate({ simulator }: RolloutGround): string {
  const [newest] = simulator.control.state().templates.toSorted((a, b) => b.createdAt - a.createdAt)
  if (!newest) throw new Error('the library has no template')
  return newest.id
}

/**
 * What may happen to merchants' calls, each in so many of a hundred: resets before and after the work, server errors before it, and
 * answers that ask to slow down. A fault strikes what those before it let pass, so the shares are put right for that.
 */
export function orderFaults({ control }: Simulator): void {
  const kinds = [
    { kind: 'reset-before', percent: 5 },
    { kind: 'reset-after', percent: 5 },
    { kind: 'http-status', percent: 5 },
    { kind: 'too-frequent', percent: 2 }
  ] as const
  let left = 100
  for (const { kind, percent } of kinds) {
    const order = { match: { merchants: true }, probability: percent / left } as const
    control.addFault(kind === 'http-status' ? { kind, status: 503, ...order } : { kind, ...order })
    left -= percent
  }
}

/** Failures for which trying again is worth it: they say nothing about the merchant. */
const isTransient = ({ state, error }: RolloutItem): boolean => state === 'failed' && error?.retryable === true

/**
 * Waits until the rollout is over, and has what failed for a passing cause tried again, twice at most. `onProgress` is told what is
 * there now and then.
 */
export async function finishRollout(
  { value, accountId, bugs }: RolloutDesk,
  rolloutId: string,
  onProgress: (detail: RolloutDetail) => void = () => undefined
): Promise<RolloutDetail> {
  for (let retries = 0; ; retries += 1) {
    const detail = await atRest(() => value('rollouts.get', { accountId, rolloutId }), onProgress)
    const { state, hold } = detail.rollout
    if (state !== 'finished') throw new Error(`it does not go on: ${JSON.stringify(hold)} ${bugs.join('\n')}`)
    const appIds = detail.items.filter(isTransient).map(({ appId }) => appId)
    if (appIds.length === 0 || retries === 2) return detail
    await value('rollouts.retry', { accountId, rolloutId, appIds })
  }
}

async function atRest(
  read: () => Promise<RolloutDetail>,
  onProgress: (detail: RolloutDetail) => void
): Promise<RolloutDetail> {
  for (;;) {
    const detail = await read()
    onProgress(detail)
    if (detail.rollout.state !== 'running') return detail
    await delay(250)
  }
}
