import type { SourceState } from '@shared/domain/account'
import { ticketPushIntervalMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { bad, good, warning, type Outcome } from '../outcome'
import { timeSpan } from '../words'

type Listening = Extract<SourceState, { state: 'listening' }>
type Explanation = { readonly finding: string; readonly nextStep: string; readonly action?: 'secrets' }

/**
 * What a refusal says, the most telling first: the first ones come after a signature that was right, so they are from the
 * platform; the others may be anybody's.
 */
const explanations: readonly (readonly [reason: string, () => Explanation])[] = [
  [
    'recipient',
    () => ({ finding: say`消息是发给另一个第三方小程序应用的`, nextStep: say`请核对 AppID`, action: 'secrets' })
  ],
  [
    'key',
    () => ({
      finding: say`消息解不开：消息加密解密 KEY 与平台控制台的不同`,
      nextStep: say`请到平台控制台核对消息加密解密 KEY，重新填写`,
      action: 'secrets'
    })
  ],
  ['stale', () => ({ finding: say`消息的时间与这台电脑相差超过 5 分钟`, nextStep: say`请打开系统的自动校时` })],
  [
    'signature',
    () => ({
      finding: say`消息的签名不符：消息验证 TOKEN 与平台控制台的不同`,
      nextStep: say`请到平台控制台核对消息验证 TOKEN，重新填写`,
      action: 'secrets'
    })
  ],
  [
    'path',
    () => ({
      finding: say`有请求到达，但路径不对`,
      nextStep: say`请核对平台控制台里的授权事件接收 URL，以及隧道或反向代理：路径要与接收地址的一样`
    })
  ]
]

const others = (): Explanation => ({
  finding: say`有请求到达，但不是平台的消息`,
  nextStep: say`请检查隧道或反向代理是否原样转发 POST 请求`
})

/** What is wrong with a receiver that listens, if anything; `newestAt` is when the newest ticket came. */
export function receiverOutcome(source: Listening, newestAt: number | null, now: number): Outcome {
  const refused = Object.values(source.refused).reduce((sum, count) => sum + count, 0)
  const where = say`在 ${source.url} 接收，启动以来收到 ${source.accepted} 条`
  const isFresh = newestAt !== null && now - newestAt <= 2 * ticketPushIntervalMs
  if (isFresh && source.accepted > 0) return good(refused === 0 ? where : say`${where}，另拒收 ${refused} 条`)
  if (refused > 0) return refusedOutcome(where, source.refused, refused)
  return silent(where, newestAt, now)
}

function refusedOutcome(where: string, refused: Listening['refused'], count: number): Outcome {
  const [, explanation] = explanations.find(([reason]) => refused[reason]) ?? ['', others]
  const { finding, ...help } = explanation()
  return bad(say`${where}，拒收 ${count} 条。${finding}`, help)
}

function silent(where: string, newestAt: number | null, now: number): Outcome {
  const since =
    newestAt === null ? say`还没有收到过 component_ticket` : say`${timeSpan(now - newestAt)}没有新的 component_ticket`
  return warning(say`${where}；${since}（平台每 10 分钟推送一次）`, {
    nextStep: say`刚启动时请等 10 分钟；仍没有，请检查隧道或反向代理是否指向这个地址，以及控制台里的授权事件接收 URL`,
    action: 'account_settings'
  })
}
