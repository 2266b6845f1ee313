import type { Account } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { Examination } from '../examination'
import { bad, good, skipped, warning, type Outcome } from '../outcome'
import { heldBy, timeSpan } from '../words'

/** Whether other programs use the same application, and how this computer gets along with them. */
export function sharingStep({ account, platform, now }: Examination): Outcome {
  const { kind, sharing } = account()
  if (!platform) return skipped(say`没有密钥，没有检查`)
  switch (sharing.role) {
    case 'writer':
      return good(say`由这台电脑更新凭据，并经过中继交给别的电脑`)
    case 'reader':
      return good(say`由${heldBy(sharing.heldBy)}更新凭据，这台电脑从中继取用；那台关闭后由这台接替`)
    case 'cut_off':
      return bad(say`不能与别的电脑共用凭据：${sharing.trouble}`, {
        nextStep: say`请检查中继的地址、密钥和网络；连上之前，已有的凭据最多还能用两小时`,
        action: 'account_settings'
      })
    case 'alone':
      if (kind === 'practice') return good(say`演练环境只在这台电脑上`)
      return sharing.rivals ? rivalry(sharing.rivals, now()) : good(say`没有发现别的程序在用同一个第三方小程序应用`)
  }
}

type Rivals = NonNullable<Extract<Account['sharing'], { role: 'alone' }>['rivals']>

function rivalry({ count, lastAt }: Rivals, now: number): Outcome {
  const when = timeSpan(Math.max(0, now - lastAt))
  const finding = say`有别的程序在用同一个第三方小程序应用：凭据有 ${count} 次在到期前失效，最近一次在 ${when}前。平台只保留最新的两个接口凭据，各自更新会互相作废`
  return warning(finding, {
    nextStep: say`请停用另一个程序；几台电脑共用时，请都在账号设置里选用同一个中继`,
    action: 'account_settings'
  })
}
