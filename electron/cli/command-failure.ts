import type { DeskError, DeskErrorCode } from '@shared/errors'
import { say } from '@shared/texts/say'

/** What the command's exit code means; described in docs/automation.md and kept stable. */
export const exitCodes = {
  done: 0,
  incomplete: 1,
  invalid: 2,
  decision: 3,
  account: 4,
  /** Another process works on the folder, its database does not open, or a bug of ours. */
  unusable: 5,
  interrupted: 130
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends the command before the rollout's own end decides the exit code. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly error: DeskError
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, error: DeskError) {
    super(error.message)
    this.exitCode = exitCode
    this.error = error
  }
}

/** Flags or a plan that make no sense: nothing was begun. */
export function invalid(reason: string, nextStep: string): CommandFailure {
  return new CommandFailure(exitCodes.invalid, {
    code: 'invalid_input',
    message: say`批量发布没有开始`,
    reason,
    nextStep,
    retryable: false
  })
}

/** Whatever goes wrong with the account ends the command the same way. */
export const accountFailure = (error: DeskError): CommandFailure => new CommandFailure(exitCodes.account, error)

const ofAccount: readonly DeskErrorCode[] = ['credentials', 'keychain', 'relay', 'network', 'timeout']
const ofProgram: readonly DeskErrorCode[] = ['storage', 'internal', 'cancelled']

/** What a call of the desk that failed means for the command. */
export function failureOf(error: DeskError): CommandFailure {
  if (ofAccount.includes(error.code) || error.code.startsWith('platform_')) return accountFailure(error)
  return new CommandFailure(ofProgram.includes(error.code) ? exitCodes.unusable : exitCodes.invalid, error)
}
