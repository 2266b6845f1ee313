import type { Logger, Updates } from '../ports'
import type { Reopening } from './reopening'
import { ProgramUpdates } from './updates'

/** The longest that an installer may take to end the program, in milliseconds. */
const installPatienceMs = 60_000

export type LeavingParts = {
  readonly updates: Updates
  readonly reopening: Reopening
  readonly isRolloutRunning: boolean
  readonly logger: Logger
  readonly exit: () => void
}

/** Ends the program, which was closed already, or lets the installer of a new version do it. Never rejects. */
export async function leave({ updates, reopening, isRolloutRunning, logger, exit }: LeavingParts): Promise<void> {
  if (await installs(updates, isRolloutRunning, reopening.isWanted, logger)) {
    // The installer opens the program again, where that is wanted.
    setTimeout(exit, installPatienceMs)
    return
  }
  reopening.openAgain()
  exit()
}

async function installs(
  updates: Updates,
  isRolloutRunning: boolean,
  opensAgain: boolean,
  logger: Logger
): Promise<boolean> {
  if (!(updates instanceof ProgramUpdates)) return false
  updates.stop()
  try {
    return await updates.installAtQuit(isRolloutRunning, opensAgain)
  } catch (error) {
    logger.error('the new version was not installed', { error: String(error) })
    return false
  }
}
