import { resolve } from 'node:path'
import { createDesk } from '../../../electron/desk'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import type { Logger } from '../../../electron/ports'
import { fastClock } from './rollout-clock'

/** What a process does that is to be killed. */
export type RolloutChildWork = {
  readonly dataDir: string
  readonly environment: Readonly<Record<string, string>>
  readonly since: number
  readonly clockFactor: number
}

const nothing = (): void => undefined
const error: Logger['error'] = (message, facts) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`)

/** Opens the application, whose rollout goes on by itself; runs until it is killed, and writes bugs to standard error. */
export async function runRollout({ dataDir, environment, since, clockFactor }: RolloutChildWork): Promise<void> {
  await createDesk({
    ...{ dataDir, environment, host: 'browser', version: '0.0.0-test', actor: '小王' },
    resourcesDir: resolve('resources'),
    logger: { debug: nothing, info: nothing, warn: nothing, error },
    clock: fastClock(since, clockFactor),
    keychain: memoryKeychain()
  })
}
