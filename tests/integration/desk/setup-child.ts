import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { CallInput, CallName, CallValue } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { createDesk, type Desk } from '../../../electron/desk'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'

/** What a process does that is to be killed. */
export type ChildWork = {
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  readonly order: CallInput<'batches.start'>['order']
  /** Saved first, for an order that brings merchants to it; its `baselineId` is left open. */
  readonly baseline: CallInput<'baselines.save'>['domains'] | null
}

const nothing = (): void => undefined

/** Opens the application, reads its merchants and begins the batch; runs until it is killed. */
export async function runBatch({ dataDir, environment, order, baseline }: ChildWork): Promise<void> {
  const desk = await createDesk({
    ...{ dataDir, environment, host: 'browser', version: '0.0.0-test', actor: '小王' },
    resourcesDir: resolve('resources'),
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    keychain: memoryKeychain()
  })
  const { currentAccountId: accountId } = await value(desk, 'app.info', {})
  const status = () => value(desk, 'merchants.refreshStatus', { accountId })
  for (let read = await status(); read.running || read.total === 0; read = await status()) await delay(20)
  await value(desk, 'batches.start', { accountId, order: await complete(desk, accountId, order, baseline) })
}

async function complete(
  desk: Desk,
  accountId: string,
  order: ChildWork['order'],
  domains: ChildWork['baseline']
): Promise<ChildWork['order']> {
  if (order.kind !== 'domains' || domains === null) return order
  const { id } = await value(desk, 'baselines.save', { accountId, id: null, name: '常用', domains })
  return { ...order, baselineId: id }
}

async function value<Name extends CallName>(desk: Desk, name: Name, input: CallInput<Name>): Promise<CallValue<Name>> {
  const result = (await desk.call(name, input)) as CallResult<CallValue<Name>>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}
