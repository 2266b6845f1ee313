import { isIP } from 'node:net'
import { say } from '@shared/texts/say'
import type { PlatformError } from '../../../douyin/platform-error'
import { attempt, networkTrouble, noSecrets, type Examination } from '../examination'
import { bad, failureOutcome, good, quoting, skipped, type Outcome } from '../outcome'

/** Whether the platform takes calls from this computer's address (IP 白名单). */
export async function addressAllowListStep(examination: Examination): Promise<Outcome> {
  const { platform, signal } = examination
  if (!platform) return skipped(noSecrets())
  if (examination.addressRefusal) return addressRefused(examination.addressRefusal, examination)
  const reason = networkTrouble(examination) ?? withoutToken(examination)
  if (reason !== null) return skipped(reason)
  // 获取授权小程序列表: asks with the component token and changes nothing.
  const error = await attempt(examination, () => platform.authorizedApps({ signal }))
  if (!error) return good(say`平台接受来自这台电脑的调用`)
  return error === examination.addressRefusal ? addressRefused(error, examination) : otherFailure(error)
}

/** Shared with later calls that meet the same refusal. */
export function addressRefused(error: PlatformError, { account }: Examination): Outcome {
  const { platformCode, platformMessage } = error.facts
  if (platformCode === '40007') return failureOutcome(say`平台没有接受这台电脑的地址`, error)
  const shown = shownAddress(account().settings.proxyUrl !== null, addressIn(platformMessage ?? ''))
  return quoting(
    bad(say`${shown} 不在第三方小程序应用的 IP 白名单里`, {
      nextStep: say`请在服务商平台把${shown} 加入 IP 白名单，或清空白名单（不填表示不限制）`
    }),
    error
  )
}

function shownAddress(isProxied: boolean, address: string | null): string {
  if (address === null) return isProxied ? say`代理的公网 IP` : say`这台电脑的公网 IP`
  return isProxied ? say`代理的公网 IP ${address}` : say`这台电脑的公网 IP ${address}`
}

/** A reader asks with the token that it borrowed. */
function withoutToken({ account, outcomes }: Examination): string | null {
  const isHad = outcomes.get('component_token')?.state === 'good' || account().sharing.role === 'reader'
  return isHad ? null : say`没有接口凭据，没有检查`
}

/** A refusal for another reason came from behind the allow list. */
function otherFailure(error: PlatformError): Outcome {
  const failure = failureOutcome(say`没有读到授权列表`, error)
  if (error.facts.platformCode === undefined) return failure
  return { ...failure, state: 'warning', finding: say`地址没有被拒绝；但${failure.finding}` }
}

/** An address as the platform's text may name it. */
function addressIn(text: string): string | null {
  return text.split(/[^\da-f:.]+/i).find((word) => isIP(word) !== 0) ?? null
}
