import { resolve } from 'node:path'
import { say } from '@shared/texts/say'
import { readFlags } from '../launch/flags'
import { invalid } from './command-failure'

export type RolloutFlags = {
  /** A plan to begin, or to continue where it was begun before; or the id of a rollout to continue. */
  readonly work: { readonly planFile: string } | { readonly resume: string }
  /** Null: the operating system's usual folder. */
  readonly dataDir: string | null
  /** Null: beside the built program. */
  readonly resourcesDir: string | null
  /** Null: the environment's account, or the practice environment. */
  readonly accountId: string | null
  readonly isJson: boolean
  readonly isDryRun: boolean
  readonly opensGates: boolean
  readonly releasesTrain: boolean
  /** The number of merchants that was agreed to. */
  readonly confirmed: number | null
  readonly timeoutMs: number | null
}

export const usage =
  'rollout --plan FILE | --resume ID  [--data DIR] [--account ID] [--json] [--dry-run] [--yes N] ' +
  '[--open-gates] [--release-train] [--timeout MINUTES]'

const advice = (): string => say`用法：${usage}`
const options = {
  plan: { type: 'string' },
  resume: { type: 'string' },
  data: { type: 'string' },
  resources: { type: 'string' },
  account: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'open-gates': { type: 'boolean' },
  'release-train': { type: 'boolean' },
  yes: { type: 'string' },
  timeout: { type: 'string' }
} as const
/** Two weeks; a timer takes no more than 24 days. */
const timeoutMaxMinutes = 20_160

/** Throws `CommandFailure` `invalid` for what is no flag, or a value that makes no sense. */
export function parseRolloutFlags(args: readonly string[]): RolloutFlags {
  const values = readFlags(args, options, (problem) => invalid(say`参数不对：${problem}`, advice()))
  const isDryRun = values['dry-run'] ?? false
  return {
    work: work(values.plan, values.resume, isDryRun),
    dataDir: folder('--data', values.data),
    resourcesDir: folder('--resources', values.resources),
    accountId: named('--account', values.account),
    isJson: values.json ?? false,
    isDryRun,
    opensGates: values['open-gates'] ?? false,
    releasesTrain: values['release-train'] ?? false,
    confirmed: values.yes === undefined ? null : count(values.yes),
    timeoutMs: values.timeout === undefined ? null : minutes(values.timeout)
  }
}

function work(plan: string | undefined, resume: string | undefined, isDryRun: boolean): RolloutFlags['work'] {
  const [planFile, id] = [named('--plan', plan), named('--resume', resume)]
  if (planFile !== null && id === null) return { planFile: resolve(planFile) }
  if (planFile !== null || id === null) throw invalid(say`--plan 和 --resume 要写一个，且只写一个`, advice())
  if (isDryRun) throw invalid(say`--dry-run 要和 --plan 一起用`, advice())
  return { resume: id }
}

function count(text: string): number {
  const number = Number(text)
  if (!/^\d{1,5}$/.test(text) || number < 1) throw invalid(say`--yes 后面要写商家数，收到「${text}」`, advice())
  return number
}

function minutes(text: string): number {
  const number = Number(text)
  if (!/^[\d.]{1,9}$/.test(text) || !(number > 0 && number <= timeoutMaxMinutes)) {
    throw invalid(say`--timeout 后面要写分钟数，最多 ${timeoutMaxMinutes}，收到「${text}」`, advice())
  }
  return Math.ceil(number * 60_000)
}

function folder(flag: string, path: string | undefined): string | null {
  const name = named(flag, path)
  return name === null ? null : resolve(name)
}

function named(flag: string, value: string | undefined): string | null {
  if (value === '') throw invalid(say`${flag} 后面缺少内容`, advice())
  return value ?? null
}

/**
 * What follows the word `rollout` on the packaged program's command line; null where the program is to open its window.
 * Before the word stand the program, and from a checkout its folder and Chromium's flags.
 */
export function rolloutArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('rollout')
  if (at < 1 || argv[at - 1] === '--data') return null
  const before = argv.slice(1, at).filter((argument) => !argument.startsWith('--'))
  return before.every((argument) => argument === '.') ? argv.slice(at + 1) : null
}
