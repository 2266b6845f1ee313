import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { CallInput, CallName, CallValue } from '@shared/contract'
import type { ItemRequests, RolloutPlan, SetupWork } from '@shared/domain/rollout'
import type { CallResult } from '@shared/errors'
import { createDesk, type Desk } from '../../../electron/desk'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'

/** What a process does that is to be killed. */
export type ChildWork = {
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  readonly work: SetupWork
  readonly appIds: readonly string[]
  readonly requests: ItemRequests
}

/** All merchants at once, and never paused. */
const planOf = (work: SetupWork): RolloutPlan => ({
  title: '设置',
  work,
  waves: { by: 'none' },
  gate: { by: 'operator' },
  stop: { failurePercent: null, sameCause: null },
  startAt: null
})

const nothing = (): void => undefined

/** Opens the application, reads its merchants and begins the rollout; runs until it is killed. */
export async function runSetup({ dataDir, environment, work, appIds, requests }: ChildWork): Promise<void> {
  const desk = await createDesk({
    ...{ dataDir, environment, host: 'browser', version: '0.0.0-test', actor: '小王' },
    resourcesDir: resolve('resources'),
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    keychain: memoryKeychain()
  })
  const { currentAccountId: accountId } = await value(desk, 'app.info', {})
  const status = () => value(desk, 'merchants.refreshStatus', { accountId })
  for (let read = await status(); read.running || read.total === 0; read = await status()) await delay(20)
  const plan = planOf(await savedFirst(desk, accountId, work))
  const merchants = { appIds: [...appIds], confirmed: appIds.length, requests: { ...requests } }
  await value(desk, 'rollouts.start', { accountId, plan, ...merchants, origin: null })
}

/** A baseline that merchants are brought to is the account's own. */
async function savedFirst(desk: Desk, accountId: string, work: SetupWork): Promise<SetupWork> {
  if (work.kind !== 'domains') return work
  const { name, domains } = work.baseline
  const { id } = await value(desk, 'baselines.save', { accountId, id: null, name, domains })
  return { ...work, baseline: { id, name, domains } }
}

async function value<Name extends CallName>(desk: Desk, name: Name, input: CallInput<Name>): Promise<CallValue<Name>> {
  const result = (await desk.call(name, input)) as CallResult<CallValue<Name>>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}
