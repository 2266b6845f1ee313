import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { defaultAccountSettings } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import { practiceColour } from './services/accounts/account-rules'
import type { AccountSecrets } from './services/accounts/secret-store'
import { practiceId, type PracticeEnvironment } from './services/practice-service'
import { startSimulator } from './simulator'
import type { StoredAccount } from './store/repositories'

/** The practice environment, running: the bundled simulator on a loopback port of its own. */
export type Practice = {
  readonly account: StoredAccount
  readonly secrets: AccountSecrets
  readonly environment: PracticeEnvironment
  /** Lets it push tickets and events to this account's receiver from now on. */
  pushTo(url: string): void
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
  const [token, key] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64').slice(0, 43)]
  let receiver: string | null = null
  return {
    account: {
      id: practiceId,
      kind: 'practice',
      /** Asked for after the operator's language has been read. */
      get name() {
        return say`演练环境`
      },
      colour: practiceColour,
      componentAppId: application.appId,
      settings: {
        ...defaultAccountSettings,
        ticketSource: 'receiver',
        receiverPort: 0,
        openUrl: simulator.url,
        microappUrl: simulator.url
      }
    },
    secrets: { secret: application.secret, messageToken: token, messageKey: key, relaySecret: null },
    environment: {
      url: simulator.url,
      timeFactor: () => timeFactor,
      setTimeFactor: (factor) => {
        timeFactor = factor
        control.setSpeed({ timeFactor: factor })
      },
      merchantCount: () => merchants,
      applicationDomains: () => control.state().applicationDomains,
      reset: () => {
        control.reset()
        if (receiver !== null) control.setPushTarget({ url: receiver, token, key })
      }
    },
    pushTo: (url) => {
      receiver = url
      control.setPushTarget({ url, token, key })
    },
    close: () => simulator.close()
  }
}
