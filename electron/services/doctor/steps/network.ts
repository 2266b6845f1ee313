import type { Account } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { PlatformError } from '../../../douyin/platform-error'
import { attempt, noSecrets, type Examination } from '../examination'
import { bad, failureOutcome, good, quoting, skipped, type Outcome } from '../outcome'

/** Whether the platform's host answers at all, through the proxy where one is set. */
export async function networkStep(examination: Examination): Promise<Outcome> {
  const { account, platform, signal } = examination
  if (!platform) return skipped(noSecrets())
  let tookMs = 0
  const error = await attempt(examination, async () => {
    const reached = await platform.reach({ signal })
    examination.skewMs = reached.skewMs
    tookMs = reached.tookMs
  })
  const { name, way } = describe(account())
  return error ? unreached(error, account()) : good(say`${name}有回应，用时 ${Math.round(tookMs)} 毫秒（${way}）`)
}

function unreached(error: PlatformError, account: Account): Outcome {
  const { kind } = error.facts
  const { name, way } = describe(account)
  if (kind !== 'network' && kind !== 'timeout') return failureOutcome(say`${name}的回应不正常`, error)
  const finding = kind === 'network' ? say`连不上${name}（${way}）` : say`${name}没有在规定的时间里回应（${way}）`
  return quoting(bad(finding, help(account)), error)
}

function help({ kind, settings: { proxyUrl } }: Account) {
  if (kind === 'practice') return { nextStep: say`请重新打开程序` }
  if (proxyUrl !== null) {
    const nextStep = say`请先检查代理：是否在运行、地址是否正确；不需要代理时请在账号设置里去掉`
    return { nextStep, action: 'account_settings' as const }
  }
  const nextStep = say`请检查这台电脑的网络和防火墙；如果网络要求使用代理，请在账号设置里填写`
  return { nextStep, action: 'account_settings' as const }
}

function describe({ kind, settings: { openUrl, proxyUrl } }: Account): { name: string; way: string } {
  const name = kind === 'practice' ? say`演练环境` : say`平台 ${new URL(openUrl).host} `
  return { name, way: proxyUrl === null ? say`没有使用代理` : say`经过代理 ${new URL(proxyUrl).host}` }
}
