import { diagnosisSteps, type Diagnosis, type DiagnosisStep, type DiagnosisStepName } from '@shared/domain/diagnosis'
import { DeskFailure } from '@shared/errors'
import type { Clock } from '../../ports'
import type { MerchantRepository } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import type { ExaminedPlatform, Examination, Step } from './examination'
import type { Outcome } from './outcome'
import { addressAllowListStep } from './steps/address-allow-list'
import { clockStep } from './steps/clock'
import { componentTokenStep } from './steps/component-token'
import { decryptionStep } from './steps/decryption'
import { merchantCallStep } from './steps/merchant-call'
import { networkStep } from './steps/network'
import { secretsStep } from './steps/secrets'
import { sharingStep } from './steps/sharing'
import { sourceStep } from './steps/source'
import { ticketStep } from './steps/ticket'

const steps: Readonly<Record<DiagnosisStepName, Step>> = {
  secrets: secretsStep,
  network: networkStep,
  clock: clockStep,
  source: sourceStep,
  ticket: ticketStep,
  decryption: decryptionStep,
  component_token: componentTokenStep,
  address_allow_list: addressAllowListStep,
  merchant_call: merchantCallStep,
  sharing: sharingStep
}

export type DoctorServiceParts = {
  readonly accounts: Pick<AccountService, 'get' | 'worked'> & { platform(accountId: string): ExaminedPlatform }
  readonly store: { readonly merchants: Pick<MerchantRepository, 'page'> }
  readonly events: Pick<EventHub, 'send'>
  readonly clock: Clock
}

/** 连接诊断: looks at everything that a working account needs, in order, and says what to do about what is wrong. */
export class DoctorService {
  private readonly parts: DoctorServiceParts
  private readonly runs = new Map<string, Promise<Diagnosis>>()

  constructor(parts: DoctorServiceParts) {
    this.parts = parts
  }

  /**
   * Runs all steps, telling each as it begins and as it ends. While a run of the account is under way, another call gets
   * that run's result, and its signal is not heard. Throws `DeskFailure`: `not_found` for an account that is not open,
   * `cancelled`.
   */
  diagnose(accountId: string, signal: AbortSignal): Promise<Diagnosis> {
    const running = this.runs.get(accountId)
    if (running) return running
    const run = this.run(accountId, signal).finally(() => this.runs.delete(accountId))
    this.runs.set(accountId, run)
    return run
  }

  private async run(accountId: string, signal: AbortSignal): Promise<Diagnosis> {
    const { clock } = this.parts
    const examination = this.begin(accountId, signal)
    const startedAt = clock.now()
    const told: DiagnosisStep[] = []
    for (const name of diagnosisSteps) told.push(await this.take(name, examination, accountId))
    return { accountId, startedAt, finishedAt: clock.now(), steps: told }
  }

  private begin(accountId: string, signal: AbortSignal): Examination {
    const { accounts, store, clock } = this.parts
    const account = () => accounts.get(accountId)
    account()
    return {
      account,
      platform: this.platform(accountId),
      merchants: store.merchants,
      now: () => clock.now(),
      signal,
      outcomes: new Map(),
      skewMs: null,
      addressRefusal: null
    }
  }

  private platform(accountId: string): ExaminedPlatform | null {
    try {
      return this.parts.accounts.platform(accountId)
    } catch (error) {
      if (error instanceof DeskFailure && error.error.code === 'credentials') return null
      throw error
    }
  }

  private async take(name: DiagnosisStepName, examination: Examination, accountId: string): Promise<DiagnosisStep> {
    const { accounts, events, clock } = this.parts
    events.send('diagnosis.step', { accountId, step: running(name) })
    const startedAt = clock.now()
    const outcome = await steps[name](examination)
    examination.outcomes.set(name, outcome)
    if (name === 'address_allow_list' && outcome.state === 'good') accounts.worked(accountId)
    const step = { ...outcome, name, tookMs: tookMs(outcome, clock.now() - startedAt) }
    events.send('diagnosis.step', { accountId, step })
    return step
  }
}

function running(name: DiagnosisStepName): DiagnosisStep {
  const nothing = { nextStep: null, action: null, tookMs: null, platformCode: null, logId: null }
  return { name, state: 'running', finding: '', ...nothing }
}

function tookMs({ state }: Outcome, ms: number): number | null {
  return state === 'skipped' ? null : ms
}
