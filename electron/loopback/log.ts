import type { Logger } from '../ports'

/** Writes every line to both loggers. */
export function toBoth(first: Logger, second: Logger): Logger {
  const level =
    (name: keyof Logger): Logger['info'] =>
    (message, facts) => {
      first[name](message, facts)
      second[name](message, facts)
    }
  return { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') }
}
