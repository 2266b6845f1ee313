import { resolve } from 'node:path'
import { readFlags } from '../launch/flags'

export type Flags = {
  /** 0: any free port. */
  readonly port: number
  /** Null: the operating system's usual folder. */
  readonly dataDir: string | null
  /** Null: beside the built program. */
  readonly resourcesDir: string | null
  readonly opensBrowser: boolean
}

/** A flag that is not one, or a value that makes no sense; the message is one line for the terminal. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

const usage = 'usage: serve [--port N] [--data DIR] [--resources DIR] [--no-open]'
const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  resources: { type: 'string' },
  'no-open': { type: 'boolean' }
} as const

/** @throws {FlagError} */
export function parseFlags(args: readonly string[]): Flags {
  const {
    port,
    data,
    resources,
    'no-open': noOpen
  } = readFlags(args, options, (problem) => new FlagError(`${problem}; ${usage}`))
  return {
    port: port === undefined ? 0 : parsePort(port),
    dataDir: folder('--data', data),
    resourcesDir: folder('--resources', resources),
    opensBrowser: !noOpen
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new FlagError(`--port ${text} is not a port (0 to 65535); ${usage}`)
  return port
}

function folder(flag: string, path: string | undefined): string | null {
  if (path === '') throw new FlagError(`${flag} needs a folder; ${usage}`)
  return path === undefined ? null : resolve(path)
}
