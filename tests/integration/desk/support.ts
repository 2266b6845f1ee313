import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { CallInput, CallName, CallValue } from '@shared/contract'
import type { CallResult, DeskError } from '@shared/errors'
import { createDesk, type Desk, type DeskEvent } from '../../../electron/desk'
import { platformVariables } from '../../../electron/platform-environment'
import type { Keychain } from '../../../electron/keychain/keychain'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import type { Clock, Logger, Reopen, Updates } from '../../../electron/ports'
import { startSimulator, type Simulator } from '../../../electron/simulator'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { silentLogger, temporaryFolder } from '../../unit/store/support'

const resourcesDir = resolve(import.meta.dirname, '../../../resources')

/** The machine's time, with waits cut short: what is waited for here is the simulator, and it is near. */
const hurriedClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) => delay(Math.min(ms, 25), undefined, signal ? { signal } : {})
}

export type Bench = {
  readonly simulator: Simulator
  readonly desk: Desk
  readonly accountId: string
  readonly dataDir: string
  readonly events: DeskEvent[]
  /** Calls and answers with the value; fails the test where the call failed. */
  value<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallValue<Name>>
  /** Calls and answers with the error; fails the test where the call succeeded. */
  error<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<DeskError>
}

export async function newSimulator(merchants = 24): Promise<Simulator> {
  const simulator = await startSimulator({
    port: 0,
    seed: 1,
    merchants,
    timeFactor: 1,
    waitFactor: 1,
    resourcesDir
  })
  onTestFinished(() => simulator.close())
  return simulator
}

export type Caller = Pick<Bench, 'desk' | 'events' | 'value' | 'error'>

/** The application on its own: without an environment it opens the practice environment and the accounts it knows. */
export async function newApplication(options: {
  dataDir: string
  environment?: Readonly<Record<string, string>>
  keychain?: Keychain
  logger?: Logger
  clock?: Clock
  updates?: Updates
  reopen?: Reopen
}): Promise<Caller> {
  const {
    dataDir,
    environment = {},
    keychain = memoryKeychain(),
    logger = silentLogger,
    clock = hurriedClock
  } = options
  const desk = await createDesk({
    dataDir,
    resourcesDir,
    host: 'browser',
    version: '0.0.0-test',
    actor: '小王',
    logger,
    clock,
    environment,
    keychain,
    ...(options.updates ? { updates: options.updates } : {}),
    ...(options.reopen ? { reopen: options.reopen } : {})
  })
  onTestFinished(() => desk.close())
  const events: DeskEvent[] = []
  desk.onEvent((event) => events.push(event))
  const call = <Name extends CallName>(name: Name, input: CallInput<Name>) =>
    desk.call(name, input) as Promise<CallResult<CallValue<Name>>>
  return {
    desk,
    events,
    async value(name, input) {
      const result = await call(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
      return result.value
    },
    async error(name, input) {
      const result = await call(name, input)
      if (result.ok) throw new Error(`${name} succeeded: ${JSON.stringify(result.value)}`)
      return result.error
    }
  }
}

/** The whole application over a simulator, its merchants read; `ready: false` does not wait for the reading. */
export async function newBench(
  options: { simulator?: Simulator; dataDir?: string; ready?: boolean } = {}
): Promise<Bench> {
  const { simulator, dataDir = temporaryFolder(), ready = true } = options
  const platform = simulator ?? (await newSimulator())
  const environment = {
    [platformVariables.url]: platform.url,
    [platformVariables.appId]: platform.application.appId,
    [platformVariables.secret]: platform.application.secret,
    [platformVariables.ticket]: platform.ticket()
  }
  const application = await newApplication({ dataDir, environment })
  const { currentAccountId } = await application.value('app.info', {})
  if (ready) await merchantsRead(application, currentAccountId)
  return { ...application, simulator: platform, dataDir, accountId: currentAccountId }
}

/** Waits until all merchants of the account were read. */
export async function merchantsRead(bench: Pick<Bench, 'value'>, accountId: string): Promise<void> {
  await until(async () => {
    const { running, total } = await bench.value('merchants.refreshStatus', { accountId })
    return total > 0 && !running
  })
}

/** Waits until `condition` holds, 30 seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('waited 30 seconds in vain')
    await delay(10)
  }
}

/** The first sample merchant that nothing stands in the way of and that fits. Throws where there is none. */
export function merchantThat({ simulator }: Bench, condition: (merchant: MerchantSnapshot) => boolean): string {
  const found = simulator.control.state().merchants.find((each) => isUsable(each) && condition(each))
  if (!found) throw new Error('the sample data has no such merchant')
  return found.appId
}

function isUsable({ authorization, standing, subject, introduction, rollback }: MerchantSnapshot): boolean {
  const sound = standing === 'normal' && subject.state === 'approved' && introduction !== ''
  return sound && authorization.live && authorization.permissions.includes(1) && rollback.effectiveAt === null
}

/** Online, and with no audit that runs. */
export const isIdle = ({ audit, current, takenDownAt }: MerchantSnapshot): boolean =>
  audit?.status !== 'in_review' && current !== null && takenDownAt === null
