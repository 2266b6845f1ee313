import type { CallInput, CallName, CallValue, RolloutDetail } from '@shared/contract'
import type { RolloutPlan, RolloutWork } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { isIdle, newBench, newSimulator, until, type Bench } from '../../../integration/desk/support'
import type { MerchantSnapshot } from '../../../../electron/simulator/control/snapshot'

/** Larger than any integer that a JavaScript number holds exactly. */
export const templateId = '9133504853504535288'

export const shipping: Extract<RolloutWork, { kind: 'ship' }> = {
  kind: 'ship',
  templateId,
  version: '9.9.1',
  description: '新增预约功能',
  extJson: null,
  until: 'release',
  hosts: { by: 'available' },
  note: '',
  release: 'when_approved'
}

export const plan: RolloutPlan = {
  title: '上传 9.9.1',
  work: shipping,
  waves: { by: 'none' },
  gate: { by: 'operator' },
  stop: { failurePercent: null, sameCause: null },
  startAt: null
}

/** Rollouts through the whole application over a simulator that judges audits when it is told to. */
export async function rolloutBench(options: { merchants?: number; dataDir?: string } = {}) {
  const simulator = await newSimulator(options.merchants ?? 24)
  const bench = await newBench({ simulator, ...(options.dataDir ? { dataDir: options.dataDir } : {}) })
  return { ...bench, ...rolloutTools(bench) }
}

export type RolloutBench = Awaited<ReturnType<typeof rolloutBench>>

export function rolloutTools(bench: Bench) {
  const { accountId, simulator } = bench
  const get = (rolloutId: string): Promise<RolloutDetail> => bench.value('rollouts.get', { accountId, rolloutId })
  return {
    get,
    value: <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallValue<Name>> =>
      bench.value(name, input),
    error: <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<DeskError> => bench.error(name, input),
    name: (rolloutId: string) => ({ accountId, rolloutId }),
    /** Merchants that nothing stands in the way of. */
    sound: (count: number): string[] => {
      const found = simulator.control.state().merchants.filter((each) => isSound(each) && isIdle(each))
      if (found.length < count) throw new Error(`only ${found.length} merchants are sound`)
      return found.slice(0, count).map(({ appId }) => appId)
    },
    start: (appIds: readonly string[], change: Partial<CallInput<'rollouts.start'>['plan']> = {}) =>
      bench.value('rollouts.start', {
        ...{ accountId, appIds: [...appIds], confirmed: appIds.length, origin: null },
        plan: { ...plan, ...change }
      }),
    /** Resolves with the rollout when the condition holds of it. */
    when: async (rolloutId: string, condition: (detail: RolloutDetail) => boolean): Promise<RolloutDetail> => {
      await until(async () => condition(await get(rolloutId)))
      return get(rolloutId)
    },
    states: ({ items }: RolloutDetail): Record<string, string> =>
      Object.fromEntries(items.map(({ appId, state }) => [appId, state])),
    merchant: (appId: string): MerchantSnapshot => {
      const found = simulator.control.state().merchants.find((each) => each.appId === appId)
      if (!found) throw new Error(`no merchant ${appId}`)
      return found
    },
    /** Judges the audits of these merchants at once, and has them read as a pushed message would. */
    judge: async (appIds: readonly string[], outcome: 'pass' | 'reject' = 'pass'): Promise<void> => {
      for (const appId of appIds) simulator.control.audit(appId, { outcome, now: true })
      await bench.value('merchants.refresh', { accountId, appIds: [...appIds] })
    }
  }
}

export const isIn =
  (...states: readonly string[]) =>
  ({ rollout }: RolloutDetail): boolean =>
    states.includes(rollout.state)

/** All merchants of it are in one of these states. */
export const allIn =
  (...states: readonly string[]) =>
  ({ items }: RolloutDetail): boolean =>
    items.every(({ state }) => states.includes(state))

function isSound({ authorization, standing, subject, introduction, rollback, audit }: MerchantSnapshot): boolean {
  const allowed = authorization.live && authorization.permissions.includes(1)
  const known = standing === 'normal' && subject.state === 'approved' && introduction !== ''
  return allowed && known && rollback.effectiveAt === null && audit?.status !== 'in_review'
}
