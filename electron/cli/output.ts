import type { Clock } from '../ports'
import type { CommandFailure } from './command-failure'
import type { RolloutLine } from './lines'
import { errorText, lineText } from './words'

/** Where the command's lines go. */
export interface Output {
  write(line: RolloutLine): void
  /** Ends the lines with why the command failed. */
  fail(failure: CommandFailure): void
}

export type OutputParts = {
  readonly isJson: boolean
  readonly clock: Clock
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

/** JSON lines for scripts, Chinese ones for people. Why it failed stands on standard error as well. */
export function createOutput({ isJson, clock, stdout, stderr }: OutputParts): Output {
  const write = (line: RolloutLine): void => stdout(`${isJson ? JSON.stringify(line) : lineText(line)}\n`)
  return {
    write,
    fail: ({ error, exitCode }) => {
      stderr(`${errorText(error)}\n`)
      if (isJson) write({ at: clock.now(), event: 'error', error, exitCode })
    }
  }
}
