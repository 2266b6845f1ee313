import { join } from 'node:path'
import { z } from 'zod'
import type { CallResult, DeskError } from '@shared/errors'
import { assemble, type Assembly } from './assembly'
import { connectPlatform } from './connection'
import { EnvironmentProblem } from './platform-environment'
import type { Clock, Logger, Random } from './ports'
import { DeskFailure } from '@shared/errors'
import type { DeskEvent } from './services/event-hub'
import { iconAt, type Media } from './media'
import { openStore } from './store'
import { systemClock, systemRandom } from './system'

export { EnvironmentProblem, type DeskEvent, type Media }

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
  /** `MERCHANT_DESK_…` of the process, see docs/automation.md. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
  readonly random?: Random
}

/** The application, without a window: what both hosts carry. */
export interface Desk {
  /** Answers one call of the contract; never rejects. */
  call(name: string, input: unknown): Promise<CallResult<unknown>>
  /** Calls `listener` for every event; returns the function that ends it. */
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** The bytes behind a path below `/media/`, or null. */
  media(path: string): Promise<Media | null>
  /** Stops taking calls, lets the running operations end (5 seconds at most), and closes the database. */
  close(): Promise<void>
}

/** How long a shutdown waits for an operation that was sent and is not answered yet; its intent is in the journal. */
const closePatienceMs = 5_000

/**
 * Builds the application from plain options and starts it: opens the database, then the practice environment or the
 * platform that the environment names, and reads the merchants behind. Knows nothing of Electron.
 *
 * Throws `EnvironmentProblem` for an environment it can not start with, and what `openStore` throws for a database it
 * can not open.
 */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const { clock = systemClock, random = systemRandom, logger, dataDir } = options
  z.config(z.locales.zhCN())
  const store = openStore({
    file: join(dataDir, 'merchant-desk.sqlite'),
    backupDir: join(dataDir, 'backups'),
    clock,
    logger
  })
  try {
    const connection = await connectPlatform({ ...options, store, clock, random })
    return start(assemble(options, { store, clock, logger, connection }))
  } catch (error) {
    store.close()
    throw error
  }
}

function start(assembly: Assembly): Desk {
  const { dispatch, events, store, connection } = assembly
  let open = true
  assembly.watch.start()
  void readBehind(assembly)
  return {
    call: (name, input) => (open ? dispatch(name, input) : Promise.resolve({ ok: false, error: closed })),
    onEvent: (listener) => events.onEvent(listener),
    media: (path) => Promise.resolve(iconAt(store, path)),
    async close() {
      if (!open) return
      open = false
      assembly.closing.abort()
      assembly.refreshes.stop()
      await Promise.all([assembly.watch.stop(), operationsEnded(assembly)])
      events.flush()
      await connection.close()
      store.close()
    }
  }
}

const closed: DeskError = {
  code: 'cancelled',
  message: '操作没有开始',
  reason: '程序正在退出',
  nextStep: '请重新打开程序',
  retryable: false
}

/** The page opens from the database; the platform is read after that. Nobody waits for it, so failures go as notices. */
async function readBehind({ events, refreshes, connection, logger, store }: Assembly): Promise<void> {
  const { account } = connection.open
  if (connection.notice) events.send('notice', { error: connection.notice })
  for (const message of store.openingNotices) events.send('notice', { error: storageNotice(message) })
  try {
    await refreshes.import(account.id)
  } catch (error) {
    if (error instanceof DeskFailure) events.send('notice', { error: error.error })
    else logger.error('import at start failed', { error: String(error) })
  }
}

function storageNotice(message: string): DeskError {
  return { code: 'storage', message, nextStep: '请核对商家数据；旧文件保留在数据目录里', retryable: false }
}

async function operationsEnded({ runner, clock }: Assembly): Promise<void> {
  const until = clock.now() + closePatienceMs
  while (runner.runningCount() > 0 && clock.now() < until) await clock.wait(20)
}
