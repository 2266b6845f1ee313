import type { MerchantRow } from '@shared/domain/merchant'
import { say } from '@shared/texts/say'
import { attempt, networkTrouble, noSecrets, type Examination } from '../examination'
import { failureOutcome, good, skipped, type Outcome } from '../outcome'
import { addressRefused } from './address-allow-list'

/** How many merchants are looked through for one that authorised us. */
const lookedThrough = 200

/** Whether a call for one merchant works (获取小程序基本信息). */
export async function merchantCallStep(examination: Examination): Promise<Outcome> {
  const { platform, signal } = examination
  if (!platform) return skipped(noSecrets())
  const reason = networkTrouble(examination) ?? refusedBefore(examination)
  if (reason !== null) return skipped(reason)
  const merchant = authorized(examination)
  if (!merchant) return skipped(say`还没有授权的商家，没有检查`, 'merchant_list')
  const error = await attempt(examination, () => platform.merchant(merchant.appId).basicInformation({ signal }))
  if (!error) return good(say`读到了商家「${merchant.name}」的基本信息`)
  if (error === examination.addressRefusal) return addressRefused(error, examination)
  const failure = failureOutcome(say`没有读到商家「${merchant.name}」的基本信息`, error, 'merchant_list')
  // Its authorisation is that merchant's matter; the connection works.
  return error.facts.kind === 'authorization' ? { ...failure, state: 'warning' } : failure
}

function refusedBefore({ outcomes }: Examination): string | null {
  if (outcomes.get('component_token')?.state === 'bad') return say`没有接口凭据，没有检查`
  return outcomes.get('address_allow_list')?.state === 'bad' ? say`平台没有接受这台电脑的地址，没有检查` : null
}

function authorized({ account, merchants }: Examination): MerchantRow | null {
  const { rows } = merchants.page(account().id, null, lookedThrough)
  return rows.find(({ authorization }) => authorization === 'authorized') ?? null
}
