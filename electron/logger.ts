import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, parse } from 'node:path'
import log from 'electron-log/node'
import type { Logger } from './ports'
import { redact, redactText } from './redact'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
type Write = (level: LogLevel, line: string) => void

const fileMaxBytes = 5 * 1024 * 1024

/**
 * A log file that is turned over at 5 MB, two old files kept (`….1.log`, `….2.log`). Every line is redacted before it is
 * written. Logging never throws: what can not be written is left out.
 */
export function createFileLogger({ file, level }: { file: string; level: LogLevel }): Logger {
  mkdirSync(dirname(file), { recursive: true })
  const instance = log.create({ logId: file })
  instance.transports.console.level = false
  instance.transports.file.level = level
  instance.transports.file.maxSize = fileMaxBytes
  instance.transports.file.archiveLogFn = turnOver
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

/** Where the file can not be renamed (another program holds it open, on Windows), it is emptied: it must not grow on. */
function turnOver(log: { readonly path: string; clear(): unknown }): void {
  const { dir, name, ext } = parse(log.path)
  const old = (number: number): string => `${dir}/${name}.${number}${ext}`
  try {
    if (existsSync(old(1))) renameSync(old(1), old(2))
    renameSync(log.path, old(1))
  } catch {
    log.clear()
  }
}

function loggerTo(write: Write): Logger {
  const at =
    (level: LogLevel) =>
    (message: string, facts?: Record<string, unknown>): void =>
      write(level, facts ? `${oneLine(message)} ${factsText(facts)}` : oneLine(message))
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** A text from outside must not be able to forge a line of its own. */
const oneLine = (message: string): string => redactText(message).replaceAll(/[\r\n]+/g, ' ')

/** A getter that throws must not take down what is being logged. */
function factsText(facts: Record<string, unknown>): string {
  try {
    return JSON.stringify(redact(facts))
  } catch {
    return '(facts that can not be written)'
  }
}
