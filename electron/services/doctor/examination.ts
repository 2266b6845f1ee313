import type { Account } from '@shared/domain/account'
import type { DiagnosisStepName } from '@shared/domain/diagnosis'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { MerchantClient, PlatformClient } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'
import type { MerchantRepository } from '../../store/repositories'
import type { Outcome } from './outcome'

/** What the steps may use of the platform. */
export type ExaminedPlatform = Pick<PlatformClient, 'reach' | 'probe' | 'authorizedApps'> & {
  merchant(appId: string): Pick<MerchantClient, 'basicInformation'>
}

/** What one run looks at, and what its steps tell the later ones. */
export type Examination = {
  /** As it is at this moment: a call can change what is known of its credentials. */
  readonly account: () => Account
  /** Null where the account's secrets are not there. */
  readonly platform: ExaminedPlatform | null
  readonly merchants: Pick<MerchantRepository, 'page'>
  readonly now: () => number
  readonly signal: AbortSignal
  readonly outcomes: Map<DiagnosisStepName, Outcome>
  /** How far the platform's clock is ahead of this computer's; null: not told. */
  skewMs: number | null
  /** The platform's refusal of this computer's address, whichever call met it. */
  addressRefusal: PlatformError | null
}

export type Step = (examination: Examination) => Outcome | Promise<Outcome>

/** IP 白名单: 40006 not in it, 40007 the address could not be told, 28005079 the same from the gateway of V2. */
const addressCodes: ReadonlySet<string> = new Set(['40006', '40007', '28005079'])

/**
 * Makes a call; a failure is a value, and a refusal of this computer's address is noted. Throws `DeskFailure` `cancelled`
 * where the run was given up.
 */
export async function attempt(examination: Examination, call: () => Promise<unknown>): Promise<PlatformError | null> {
  try {
    await call()
    return null
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    if (error.facts.kind === 'cancelled') throw cancelled()
    if (addressCodes.has(error.facts.platformCode ?? '')) examination.addressRefusal = error
    return error
  }
}

export const noSecrets = (): string => say`没有密钥，不能调用平台`

/** Why calls are pointless; null where they are not. */
export function networkTrouble({ outcomes }: Examination): string | null {
  return outcomes.get('network')?.state === 'bad' ? say`连不上平台，没有检查` : null
}

function cancelled(): DeskFailure {
  return new DeskFailure({
    code: 'cancelled',
    message: say`连接诊断没有做完`,
    reason: say`诊断被取消，或程序正在退出`,
    nextStep: say`请重新诊断`,
    retryable: true,
    actor: 'operator',
    wayOut: 'retry'
  })
}
