/**
 * A rollout without a window: `npm run rollout -- --plan plan.json`.
 *
 * Lines and exit codes are described in docs/automation.md. The first SIGINT or SIGTERM lets what is being sent end; a second
 * one ends the process at once.
 */
import { resolve } from 'node:path'
import { say } from '@shared/texts/say'
import { version } from '../../package.json'
import type { Logger } from '../ports'
import { exitCodes } from './command-failure'
import { rolloutCommand } from './command'

const interrupting = new AbortController()

function interrupt(): void {
  if (interrupting.signal.aborted) process.exit(exitCodes.interrupted)
  interrupting.abort()
}

/** What nobody caught: logged, told in one line, and the end, because the state is not known any more. */
function endOnBugs(logger: Logger): void {
  const end = (error: unknown): void => {
    logger.error('uncaught', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    process.stderr.write(say`程序内部出错，已退出，详情见日志；再运行一次会接着做` + '\n')
    process.exit(exitCodes.unusable)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

async function main(): Promise<void> {
  process.stdout.on('error', () => undefined) // whoever read our lines may have gone
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  const code = await rolloutCommand(process.argv.slice(2), {
    version,
    environment: process.env,
    resourcesDir: resolve(import.meta.dirname, '../../resources'), // `out/main` after the build
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    interrupted: interrupting.signal,
    onLogger: endOnBugs
  })
  process.stdout.write('', () => process.exit(code))
}

void main()
