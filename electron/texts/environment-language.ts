import type { Settings } from '@shared/domain/settings'
import { speakLanguage } from './speak-language'

type Environment = Readonly<Record<string, string | undefined>>

/** In the order in which they count, as POSIX has it for messages. */
const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** What stands there where nobody chose a language: of a bare system, a container, a job. */
const chosenByNobody = /^(c|posix)$/i

/**
 * The language that an environment asks for. The first variable that is set and not empty counts. Chinese where it is Chinese
 * or names no language (`C`, `POSIX`, none of them set); English for every other.
 */
export function environmentLanguage(environment: Environment): Settings['language'] {
  const locale = variables.map((name) => environment[name] ?? '').find((value) => value !== '') ?? ''
  const [language = ''] = locale.split(/[_.@-]/, 1)
  return language === '' || chosenByNobody.test(language) || language.toLowerCase() === 'zh' ? 'zh' : 'en'
}

/** For what a host says in a terminal before the database is open, and with it the operator's own setting. */
export const speakEnvironmentLanguage = (environment: Environment): void =>
  speakLanguage(environmentLanguage(environment))
