import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../ports'
import { systemClock } from '../system'
import { noUpdates, ProgramUpdates, type Updater } from './updates'

export type OpenUpdatesParts = {
  readonly isPackaged: boolean
  /** Where the packaged program keeps `app-update.yml`. */
  readonly resourcesPath: string
  readonly logger: Logger
  /** See `ProgramUpdatesParts`. */
  readonly reopen: () => void
}

/** The public key that the build was given (docs/release.md), SPKI as base64; without one nothing could be trusted. */
const publicKey = import.meta.env.MAIN_VITE_UPDATE_KEY

/** New versions for this program: off while developing, and where it was packaged without a server or a key. */
export function openUpdates({ isPackaged, resourcesPath, logger, reopen }: OpenUpdatesParts) {
  if (!isPackaged) return noUpdates('development')
  if (!publicKey || !existsSync(join(resourcesPath, 'app-update.yml'))) return noUpdates('no_server')
  return new ProgramUpdates({ load: () => loadUpdater(logger), publicKey, clock: systemClock, logger, reopen })
}

async function loadUpdater(logger: Logger): Promise<Updater> {
  const { default: electronUpdater } = await import('electron-updater')
  const { autoUpdater } = electronUpdater
  // Its own lines hold addresses with queries and answers as they came; what matters is in ours.
  autoUpdater.logger = null
  autoUpdater.on('error', () => logger.debug('the updater told of an error'))
  return autoUpdater
}
