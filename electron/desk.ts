import { join } from 'node:path'
import type { AssignedError, CallResult } from '@shared/errors'
import { say } from '@shared/texts/say'
import { assemble, type Assembly } from './assembly'
import { environmentAccount, EnvironmentProblem, type EnvironmentAccount } from './platform-environment'
import { newSealingKey, SealedBox } from './keychain/sealed-box'
import { openSystemKeychain } from './keychain/system-keychain'
import type { Keychain } from './keychain/keychain'
import type { Clock, Logger, Random, Reopen, Updates } from './ports'
import { startPractice, type Practice } from './practice'
import type { DeskEvent } from './services/event-hub'
import { iconAt, type Media } from './media'
import { openStore } from './store'
import { systemClock, systemRandom } from './system'
import { speakEnvironmentLanguage } from './texts/environment-language'

export { EnvironmentProblem, speakEnvironmentLanguage, type DeskEvent, type Media }

export type DeskOptions = {
  /** Folder for the database, its backups, the log and the practice environment's state; made if missing. */
  readonly dataDir: string
  /** The folder `resources` of the checkout or the package. */
  readonly resourcesDir: string
  readonly host: 'electron' | 'browser'
  readonly version: string
  /** The operating system's user, written beside every operation. */
  readonly actor: string
  readonly logger: Logger
  /** The data folder could not be locked, so that nothing may be written there; false. */
  readonly onlyReading?: boolean
  /** `MERCHANT_DESK_…` of the process, see docs/automation.md. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
  readonly random?: Random
  /** New versions of the program; a host without them runs from a checkout. */
  readonly updates?: Updates
  /** Ends the program and opens it again; a host without it can not. */
  readonly reopen?: Reopen
  /** Where the accounts' secrets are kept; the operating system's keychain. */
  readonly keychain?: Keychain
}

/** The application, without a window: what both hosts carry. */
export interface Desk {
  /** Answers one call of the contract; never rejects. */
  call(name: string, input: unknown): Promise<CallResult<unknown, AssignedError>>
  /** Calls `listener` for every event; returns the function that ends it. */
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** The bytes behind a path below `/media/`, or null. */
  media(path: string): Promise<Media | null>
  /** The operating system says that the computer woke up; where it does not, a timer notices. */
  woke(): void
  /** Stops taking calls, lets the running operations end (5 seconds at most), and closes the database. */
  close(): Promise<void>
}

/** How long a shutdown waits for an operation that was sent and is not answered yet; its intent is in the journal. */
const closePatienceMs = 5_000

/**
 * Builds the application from plain options and starts it: opens the database, then the practice environment or the
 * platform that the environment names, then behind that the accounts whose secrets the keychain has. Knows nothing of
 * Electron.
 *
 * Throws `EnvironmentProblem` for an environment it can not start with, and what `openStore` throws for a database it
 * can not open.
 */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { clock = systemClock, random = systemRandom, keychain = openSystemKeychain(), logger, dataDir } = options
  const given = environmentAccount(options.environment)
  const store = openStore({
    file: join(dataDir, 'merchant-desk.sqlite'),
    backupDir: join(dataDir, 'backups'),
    clock,
    logger,
    onlyReading: options.onlyReading ?? false
  })
  let practice: Practice | null = null
  try {
    const timeFactor = store.settings.read().practiceTimeFactor
    const isReading = store.safety.access === 'reading'
    practice = given || isReading ? null : await startPractice({ ...options, timeFactor })
    const assembly = assemble(options, { store, clock, random, logger, keychain, practice })
    if (isReading) return start(assembly)
    await openGiven(assembly, given)
    return start(assembly)
  } catch (error) {
    await practice?.close()
    store.close()
    throw error
  }
}

/** Opens what needs no keychain: its tokens are sealed under a key of this run, and fetched anew at the next. */
async function openGiven(
  { admin, practice, practiceService, accounts }: Assembly,
  given: EnvironmentAccount | null
): Promise<void> {
  const box = new SealedBox(newSealingKey())
  if (given) {
    const secrets = { secret: given.secret, messageToken: '', messageKey: '', relaySecret: null }
    await admin.openGiven({ account: given.account, secrets, ticket: given.ticket, box })
  }
  if (!practice) return
  await admin.openGiven({ account: practice.account, secrets: practice.secrets, box })
  practiceService.fillApplicationDomains()
  const { source } = accounts.get(practice.account.id).ticket
  if (source.state === 'listening') practice.pushTo(source.url)
}

function start(assembly: Assembly): Desk {
  const { dispatch, events, store, admin } = assembly
  let open = true
  admin.listStored()
  if (store.safety.access === 'writing') goToWork(assembly)
  return {
    call: (name, input) => (open ? dispatch(name, input) : Promise.resolve({ ok: false, error: closed() })),
    onEvent: (listener) => events.onEvent(listener),
    woke: () => {
      if (open) assembly.sleepWatch.woke()
    },
    media: (path) => Promise.resolve(iconAt(store, path)),
    async close() {
      if (!open) return
      open = false
      await stop(assembly)
    }
  }
}

/** Not where the database is open for reading only: what would be done to the platform could not be written down. */
function goToWork({ admin, watch, upkeep, sleepWatch }: Assembly): void {
  void admin.openStored()
  watch.start()
  upkeep.start()
  sleepWatch.start()
}

async function stop(assembly: Assembly): Promise<void> {
  const { closing, refreshes, facetRefresh, capabilityRefresh, rolloutEngine, watch, upkeep } = assembly
  const { sleepWatch, platformEvents, notifier, admin, events, practice, store } = assembly
  closing.abort()
  refreshes.stop()
  const ends = [facetRefresh, capabilityRefresh, rolloutEngine, watch, upkeep, sleepWatch].map((each) => each.stop())
  await Promise.all([...ends, workEnded(assembly)])
  await admin.closeAll()
  await Promise.all([platformEvents.stop(), notifier.close()])
  events.flush()
  await practice?.close()
  store.close()
}

const closed = (): AssignedError => ({
  code: 'cancelled',
  message: say`操作没有开始`,
  reason: say`程序正在退出`,
  nextStep: say`请重新打开程序`,
  retryable: false,
  actor: 'operator'
})

async function workEnded({ workCount, clock }: Assembly): Promise<void> {
  const until = clock.now() + closePatienceMs
  while (workCount() > 0 && clock.now() < until) await clock.wait(20)
}
