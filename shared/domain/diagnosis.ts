/** The steps of 连接诊断, in the order in which they run. */
export const diagnosisSteps = [
  'secrets',
  'network',
  'clock',
  'source',
  'ticket',
  'decryption',
  'component_token',
  'address_allow_list',
  'merchant_call',
  'sharing'
] as const
export type DiagnosisStepName = (typeof diagnosisSteps)[number]

/**
 * One step's outcome. `skipped`: an earlier step makes it pointless, or it does not apply; `finding` says why. `action` names
 * the place in the application that helps.
 */
export type DiagnosisStep = {
  readonly name: DiagnosisStepName
  readonly state: 'running' | 'good' | 'warning' | 'bad' | 'skipped'
  /** What was found, a sentence. */
  readonly finding: string
  /** What to do about it; null where nothing is to be done. */
  readonly nextStep: string | null
  readonly action: 'account_settings' | 'paste_ticket' | 'secrets' | 'merchant_list' | null
  readonly tookMs: number | null
  readonly platformCode: string | null
  readonly logId: string | null
}

export type Diagnosis = {
  readonly accountId: string
  readonly startedAt: number
  readonly finishedAt: number
  readonly steps: readonly DiagnosisStep[]
}
