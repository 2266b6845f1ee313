import { join } from 'node:path'
import type { PracticeEnvironment } from './services/practice-service'
import { startSimulator } from './simulator'
import type { StoredAccount } from './store/repositories'

/** The practice environment, running: the bundled simulator on a loopback port of its own. */
export type Practice = {
  readonly account: StoredAccount
  readonly application: { readonly appId: string; readonly secret: string }
  readonly environment: PracticeEnvironment
  readonly ticket: () => Promise<string>
  close(): Promise<void>
}

/** Enough merchants to show every state, few enough to read. */
const merchants = 36

/**
 * Starts the simulator with the state it was left in. Its audits run `timeFactor` times faster than real ones; the rules'
 * waits (10 seconds between submissions) keep their real length, so that the operator meets them as they are.
 */
export async function startPractice(options: {
  dataDir: string
  resourcesDir: string
  timeFactor: number
}): Promise<Practice> {
  const simulator = await startSimulator({
    port: 0,
    seed: 1,
    merchants,
    timeFactor: options.timeFactor,
    waitFactor: 1,
    resourcesDir: options.resourcesDir,
    stateFile: join(options.dataDir, 'practice', 'world.json')
  })
  let timeFactor = options.timeFactor
  const { application, control } = simulator
  return {
    account: {
      id: 'practice',
      kind: 'practice',
      name: '演练环境',
      colour: '#6d28d9',
      componentAppId: application.appId
    },
    application,
    environment: {
      url: simulator.url,
      timeFactor: () => timeFactor,
      setTimeFactor: (factor) => {
        timeFactor = factor
        control.setSpeed({ timeFactor: factor })
      },
      merchantCount: () => merchants,
      reset: () => control.reset()
    },
    ticket: () => Promise.resolve(simulator.ticket()),
    close: () => simulator.close()
  }
}
