/**
 * The application in a local browser: `npm run serve`, and `npm start` where Electron's runtime is missing.
 *
 * Prints exactly one line of JSON on stdout and stays until SIGINT or SIGTERM. Exit codes: 0 ended, 1 failed, 2 wrong
 * flags or environment, 3 another instance works on the same data folder.
 */
import { join, resolve } from 'node:path'
import { version } from '../../package.json'
import { createDesk, EnvironmentProblem, speakEnvironmentLanguage } from '../desk'
import { defaultDataFolder } from '../launch/data-folder'
import { InstanceRunningError, lockDataFolder } from '../launch/instance-lock'
import { operatorName } from '../launch/operator'
import { createConsoleLogger, createFileLogger } from '../logger'
import { FlagError, parseFlags, type Flags } from './flags'
import { toBoth } from './log'
import { startLoopback } from './server'
import { endCleanly, endOnBugs } from './ending'
import { openBrowser } from './window'

/** `out/main` after the build. */
const here = import.meta.dirname

async function serve({ port, opensBrowser, ...flags }: Flags): Promise<void> {
  const dataDir = flags.dataDir ?? defaultDataFolder()
  const resourcesDir = flags.resourcesDir ?? resolve(here, '../../resources')
  const lock = lockDataFolder(dataDir)
  process.once('exit', lock.release)
  const file = join(dataDir, 'logs', 'merchant-desk.log')
  const logger = toBoth(createFileLogger({ file, level: 'info' }), createConsoleLogger())
  endOnBugs(logger)
  const environment = process.env
  const actor = operatorName()
  const desk = await createDesk({
    ...{ dataDir, resourcesDir, host: 'browser', version, actor, logger, environment },
    onlyReading: !lock.isHeld
  })
  const loopback = await startLoopback({ desk, rendererDir: resolve(here, '../renderer'), port, logger }).catch(
    async (error: unknown) => {
      await desk.close()
      throw error
    }
  )
  const end = endCleanly({ desk, loopback, logger })
  const { url, address, token, webSocketUrl: webSocket } = loopback
  process.stdout.write(`${JSON.stringify({ url, address, token, webSocket, pid: process.pid })}\n`)
  if (opensBrowser) openBrowser({ loopback, dataDir, logger, onClosed: end })
}

function exitCodeFor(error: unknown): number {
  if (error instanceof FlagError || error instanceof EnvironmentProblem) return 2
  return error instanceof InstanceRunningError ? 3 : 1
}

/* eslint-disable operator-texts/no-desk-text -- for whoever starts the program from a shell, before the language is known */
/** One line a person understands. */
function lineFor(error: unknown): string {
  if (!(error instanceof Error)) return 'merchant-desk: failed to start'
  if (error instanceof InstanceRunningError) {
    return `程序已在运行（进程 ${error.pid}） / merchant-desk: ${error.message}`
  }
  const isPortTaken = 'code' in error && error.code === 'EADDRINUSE'
  return isPortTaken
    ? '端口已被占用 / merchant-desk: the port is taken'
    : `merchant-desk: ${error.message.split('\n', 1)[0]}`
}
/* eslint-enable operator-texts/no-desk-text */

async function main(): Promise<void> {
  speakEnvironmentLanguage(process.env) // until the operator's own is read
  process.stdout.on('error', () => undefined) // whoever read our one line may have gone
  try {
    await serve(parseFlags(process.argv.slice(2)))
  } catch (error) {
    process.stderr.write(`${lineFor(error)}\n`)
    process.exit(exitCodeFor(error))
  }
}

void main()
