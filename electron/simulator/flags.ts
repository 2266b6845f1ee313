import { parseArgs } from 'node:util'

export type Flags = {
  readonly port: number
  readonly seed: number
  readonly merchants: number
  readonly timeFactor: number
  readonly waitFactor: number
  readonly stateFile: string | undefined
  readonly resourcesDir: string | undefined
}

/** A flag that makes no sense; the message is one line for the person who typed it. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

/** Reads the command line. Throws `FlagError` for an unknown flag or a value out of range. */
export function parseFlags(argv: readonly string[]): Flags {
  const values = valuesOf(argv)
  const timeFactor = numberOf('time-factor', values['time-factor'], { least: 0.001, most: 1e9 })
  return {
    port: wholeOf('port', values.port, 0, 65_535),
    seed: wholeOf('seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    merchants: wholeOf('merchants', values.merchants, 1, 20_000),
    timeFactor,
    waitFactor:
      values['wait-factor'] === undefined
        ? timeFactor
        : numberOf('wait-factor', values['wait-factor'], { least: 0.001, most: 1e9 }),
    stateFile: values.state,
    resourcesDir: values.resources
  }
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '0' },
        seed: { type: 'string', default: '1' },
        merchants: { type: 'string', default: '1000' },
        'time-factor': { type: 'string', default: '3600' },
        'wait-factor': { type: 'string' },
        state: { type: 'string' },
        resources: { type: 'string' }
      }
    }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new FlagError(message.split('\n')[0] ?? message)
  }
}

type Range = { readonly least: number; readonly most: number }

function numberOf(flag: string, text: string, { least, most }: Range): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= least && value <= most) return value
  throw new FlagError(`--${flag} takes a number from ${least} to ${most}, not "${text}"`)
}

function wholeOf(flag: string, text: string, least: number, most: number): number {
  const value = numberOf(flag, text, { least, most })
  if (Number.isInteger(value)) return value
  throw new FlagError(`--${flag} takes a whole number, not "${text}"`)
}
