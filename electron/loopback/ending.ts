import type { Desk } from '../desk'
import type { Logger } from '../ports'
import type { Loopback } from './server'

/** Exit code of a process that was told to stop a second time, while it was still closing. */
const forced = 130

type Running = { readonly desk: Desk; readonly loopback: Loopback; readonly logger: Logger }

/**
 * Ends the process on SIGINT and SIGTERM: no new requests, then the desk with its running calls, then exit 0. A second
 * signal ends it at once. Returns the function that does the same from within.
 */
export function endCleanly({ desk, loopback, logger }: Running): () => void {
  let isEnding = false
  const end = () => {
    if (isEnding) process.exit(forced)
    isEnding = true
    logger.info('closing')
    Promise.all([loopback.close(), desk.close()]).then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('closing failed', { error: String(error) })
        process.exit(1)
      }
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return end
}

/** What nobody caught: logged, told in one line, and the end, because the state is not known any more. */
export function endOnBugs(logger: Logger): void {
  const end = (error: unknown) => {
    logger.error('uncaught', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    // eslint-disable-next-line operator-texts/no-desk-text -- for whoever started the program from a shell, in both languages
    process.stderr.write('程序内部出错，已退出，详情见日志 / merchant-desk: internal error, see the log\n')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
