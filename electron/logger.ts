import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import log from 'electron-log/node'
import type { Logger } from './ports'
import { redact, redactText } from './redact'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
type Write = (level: LogLevel, line: string) => void

const fileMaxBytes = 5 * 1024 * 1024

/** A log file that is turned over at 5 MB, one old file kept. Every line is redacted before it is written. */
export function createFileLogger({ file, level }: { file: string; level: LogLevel }): Logger {
  mkdirSync(dirname(file), { recursive: true })
  const instance = log.create({ logId: file })
  instance.transports.console.level = false
  instance.transports.file.level = level
  instance.transports.file.maxSize = fileMaxBytes
  instance.transports.file.resolvePathFn = () => file
  instance.transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms}{z} {level} {text}'
  return loggerTo((each, line) => instance[each](line))
}

/** Warnings and errors on standard error, for scripts; standard output stays theirs. */
export function createConsoleLogger(): Logger {
  return loggerTo((level, line) => {
    if (level === 'warn' || level === 'error') process.stderr.write(`${level}: ${line}\n`)
  })
}

function loggerTo(write: Write): Logger {
  const at =
    (level: LogLevel) =>
    (message: string, facts?: Record<string, unknown>): void =>
      write(level, facts ? `${redactText(message)} ${JSON.stringify(redact(facts))}` : redactText(message))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
