import type { Account } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { PlatformError } from '../../../douyin/platform-error'
import { attempt, networkTrouble, noSecrets, type Examination } from '../examination'
import { bad, failureOutcome, good, quoting, skipped, type Outcome } from '../outcome'
import { heldBy } from '../words'

const refusals: Readonly<Record<string, () => Outcome>> = {
  '40003': () => bad(say`平台没有这个第三方小程序应用`, { nextStep: say`请核对 AppID`, action: 'secrets' }),
  '40037': () =>
    bad(say`component_ticket 无效或已过期`, {
      nextStep: say`请等平台推送新的（每 10 分钟一次），或粘贴一个`,
      action: 'paste_ticket'
    }),
  '40038': () =>
    bad(say`AppSecret 不正确`, {
      nextStep: say`请到平台控制台核对或重置 AppSecret，然后重新填写`,
      action: 'secrets'
    })
}

/** Whether app id, secret and ticket get a component token (获取第三方小程序接口调用凭据V2). */
export async function componentTokenStep(examination: Examination): Promise<Outcome> {
  const { account, platform, signal } = examination
  if (!platform) return skipped(noSecrets())
  const reason = networkTrouble(examination) ?? unneeded(account())
  if (reason !== null) return skipped(reason)
  const error = await attempt(examination, () => platform.probe({ signal }))
  if (!error) return good(say`平台给出了接口凭据：AppID、AppSecret 和 component_ticket 都有效`)
  if (error === examination.addressRefusal) return quoting(skipped(say`平台没有接受这台电脑的地址，见下一步`), error)
  return refused(error)
}

function unneeded({ sharing, ticket }: Account): string | null {
  if (sharing.role === 'reader') {
    return say`接口凭据由${heldBy(sharing.heldBy)}更新，这台电脑不取：多取一个会让旧的失效`
  }
  if (sharing.role === 'cut_off') return say`没有轮到这台电脑更新凭据：中继没有连上`
  const hasTicket = ticket.receivedAt !== null || ticket.from === 'environment'
  return hasTicket ? null : say`没有 component_ticket，不能取得接口凭据`
}

function refused(error: PlatformError): Outcome {
  const known = refusals[error.facts.platformCode ?? '']
  if (known) return quoting(known(), error)
  const failure = failureOutcome(say`没有取得第三方应用的接口凭据`, error)
  return error.facts.kind === 'held' ? { ...failure, state: 'skipped' } : failure
}
