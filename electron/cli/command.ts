import { join } from 'node:path'
import { DeskFailure, type DeskError } from '@shared/errors'
import { say } from '@shared/texts/say'
import { createDesk, EnvironmentProblem, speakEnvironmentLanguage, type Desk, type DeskOptions } from '../desk'
import { deskClient } from '../desk-client'
import { defaultDataFolder } from '../launch/data-folder'
import { InstanceRunningError, lockDataFolder } from '../launch/instance-lock'
import { operatorName } from '../launch/operator'
import { createFileLogger } from '../logger'
import type { Logger } from '../ports'
import { systemClock } from '../system'
import { CommandFailure, exitCodes, failureOf, invalid, type ExitCode } from './command-failure'
import { parseRolloutFlags, type RolloutFlags } from './flags'
import { GivenUp, type CommandGround } from './ground'
import { helpText } from './help'
import { createOutput, type Output } from './output'
import { readPlanFile } from './plan-file'
import { runRollout, type Work } from './run'

/** What differs between the program of its own, the packaged application and a test. */
export type CommandHost = Pick<DeskOptions, 'version' | 'environment' | 'clock' | 'keychain'> & {
  readonly resourcesDir: string
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Aborted when the operator interrupts: what is being sent ends, then the command. */
  readonly interrupted: AbortSignal
  /** Hears of the log as soon as there is one, for what nobody catches. */
  readonly onLogger?: (logger: Logger) => void
}

/** `rollout …`: the engine without a window. Answers with the exit code; never rejects for what the operator can mend. */
export async function rolloutCommand(args: readonly string[], host: CommandHost): Promise<ExitCode> {
  speakEnvironmentLanguage(host.environment) // until the operator's own is read
  if (args.some((each) => each === '--help' || each === '-h')) {
    host.stdout(helpText())
    return exitCodes.done
  }
  const { clock = systemClock, stdout, stderr } = host
  const output = createOutput({ isJson: args.includes('--json'), clock, stdout, stderr })
  try {
    const flags = parseRolloutFlags(args)
    const { work } = flags
    const read = 'planFile' in work ? { planFile: readPlanFile(work.planFile) } : work
    return await inFolder(host, flags, output, read)
  } catch (error) {
    const failure = explained(error)
    output.fail(failure)
    return failure.exitCode
  }
}

async function inFolder(host: CommandHost, flags: RolloutFlags, output: Output, work: Work): Promise<ExitCode> {
  const dataDir = flags.dataDir ?? defaultDataFolder(host.environment)
  const lock = lockDataFolder(dataDir)
  process.once('exit', lock.release)
  const logger = createFileLogger({ file: join(dataDir, 'logs', 'merchant-desk.log'), level: 'info' })
  host.onLogger?.(logger)
  try {
    const resourcesDir = flags.resourcesDir ?? host.resourcesDir
    const desk = await openDesk(host, { dataDir, resourcesDir, logger, onlyReading: !lock.isHeld })
    try {
      return await withLimit(host, desk, flags, (ground) => runRollout({ ...ground, output }, flags, work))
    } finally {
      await desk.close()
    }
  } catch (error) {
    if (!isExpected(error)) logger.error('the rollout command failed', { error: stackOf(error) })
    throw error
  } finally {
    process.off('exit', lock.release)
    lock.release()
  }
}

function openDesk(
  { version, environment, clock, keychain }: CommandHost,
  place: Pick<DeskOptions, 'dataDir' | 'resourcesDir' | 'logger' | 'onlyReading'>
): Promise<Desk> {
  return createDesk({
    ...{ ...place, host: 'browser', version, actor: operatorName(), environment },
    ...(clock ? { clock } : {}),
    ...(keychain ? { keychain } : {})
  })
}

/** Gives the work up when the operator interrupts, or its time is over. */
async function withLimit(
  { clock = systemClock, interrupted }: CommandHost,
  desk: Desk,
  { timeoutMs }: RolloutFlags,
  work: (ground: Omit<CommandGround, 'output'>) => Promise<ExitCode>
): Promise<ExitCode> {
  const [ending, over] = [new AbortController(), new AbortController()]
  const interrupt = (): void => ending.abort(new GivenUp('interrupted'))
  if (interrupted.aborted) interrupt()
  interrupted.addEventListener('abort', interrupt)
  if (timeoutMs !== null) {
    const tooLate = (): void => ending.abort(new GivenUp('timeout'))
    clock.wait(timeoutMs, over.signal).then(tooLate, () => undefined)
  }
  try {
    return await work({ desk, client: deskClient(desk), clock, signal: ending.signal })
  } finally {
    interrupted.removeEventListener('abort', interrupt)
    over.abort()
  }
}

const isExpected = (error: unknown): boolean =>
  [CommandFailure, DeskFailure, EnvironmentProblem, GivenUp].some((kind) => error instanceof kind)

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** A bug, or a database that does not open, is one more way not to get there; its stack is in the log. */
function explained(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error
  if (error instanceof DeskFailure) return failureOf(error.error)
  if (error instanceof EnvironmentProblem) return invalid(error.message, say`请检查环境变量 MERCHANT_DESK_…`)
  if (error instanceof InstanceRunningError) return new CommandFailure(exitCodes.unusable, folderInUse(error))
  if (error instanceof GivenUp) return givenUp(error)
  return new CommandFailure(exitCodes.unusable, couldNotStart(error))
}

const folderInUse = ({ pid }: InstanceRunningError): DeskError => ({
  code: 'not_possible_now',
  message: say`批量发布没有开始`,
  reason: say`程序已经在这个数据目录上运行（进程 ${pid}）`,
  nextStep: say`请先退出程序，或在程序的「批量发布」里操作`,
  retryable: true
})

function givenUp({ ended }: GivenUp): CommandFailure {
  const isInterrupted = ended === 'interrupted'
  return new CommandFailure(isInterrupted ? exitCodes.interrupted : exitCodes.decision, {
    code: isInterrupted ? 'cancelled' : 'timeout',
    message: say`批量发布没有开始`,
    reason: isInterrupted ? say`被中断了` : say`到了 --timeout 的时间，商家或账号还没有准备好`,
    nextStep: say`请再运行一次`,
    retryable: true
  })
}

const couldNotStart = (error: unknown): DeskError => ({
  code: 'internal',
  message: say`批量发布中断了`,
  reason: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : say`程序内部出错`,
  nextStep: say`请检查数据目录和日志；再运行一次会接着做`,
  retryable: true
})
