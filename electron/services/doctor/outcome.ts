import type { DiagnosisStep } from '@shared/domain/diagnosis'
import { say } from '@shared/texts/say'
import type { PlatformError, PlatformErrorKind } from '../../douyin/platform-error'
import { explainFailure } from '../failures'

/** What one step found. */
export type Outcome = Omit<DiagnosisStep, 'name' | 'tookMs' | 'state'> & {
  readonly state: Exclude<DiagnosisStep['state'], 'running'>
}

type Action = NonNullable<DiagnosisStep['action']>
type Help = { readonly nextStep: string; readonly action?: Action }

const plain = { nextStep: null, action: null, platformCode: null, logId: null } as const

export function good(finding: string, nextStep: string | null = null): Outcome {
  return { ...plain, state: 'good', finding, nextStep }
}

export function warning(finding: string, help: Help): Outcome {
  return { ...plain, state: 'warning', finding, ...help }
}

export function bad(finding: string, help: Help): Outcome {
  return { ...plain, state: 'bad', finding, ...help }
}

export function skipped(finding: string, action: Action | null = null): Outcome {
  return { ...plain, state: 'skipped', finding, action }
}

/** The same outcome with the platform's code and the id that its support asks for. */
export function quoting(outcome: Outcome, { facts }: PlatformError): Outcome {
  return { ...outcome, platformCode: facts.platformCode ?? null, logId: facts.logId ?? null }
}

const passing: ReadonlySet<PlatformErrorKind> = new Set(['busy', 'fault', 'held'])

/** A failure of a call in the words of the catalogue. Those that pass by themselves are warnings. */
export function failureOutcome(what: string, error: PlatformError, action?: Action): Outcome {
  const { reason, nextStep, retryable } = explainFailure(error, { message: what }).error
  const passes = retryable && passing.has(error.facts.kind)
  const help = action ? { nextStep, action } : { nextStep }
  return quoting((passes ? warning : bad)(reason ? say`${what}：${reason}` : what, help), error)
}
