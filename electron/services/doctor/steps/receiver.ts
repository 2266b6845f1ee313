import type { SourceState } from '@shared/domain/account'
import { ticketPushIntervalMs } from '@shared/rules/limits'
import { bad, good, warning, type Outcome } from '../outcome'
import { timeSpan } from '../words'

type Listening = Extract<SourceState, { state: 'listening' }>
type Explanation = { readonly finding: string; readonly nextStep: string; readonly action?: 'secrets' }

/**
 * What a refusal says, the most telling first: the first ones come after a signature that was right, so they are from the
 * platform; the others may be anybody's.
 */
const explanations: readonly (readonly [reason: string, Explanation])[] = [
  ['recipient', { finding: '消息是发给另一个第三方小程序应用的', nextStep: '请核对 AppID', action: 'secrets' }],
  [
    'key',
    {
      finding: '消息解不开：消息加密解密 KEY 与平台控制台的不同',
      nextStep: '请到平台控制台核对消息加密解密 KEY，重新填写',
      action: 'secrets'
    }
  ],
  ['stale', { finding: '消息的时间与这台电脑相差超过 5 分钟', nextStep: '请打开系统的自动校时' }],
  [
    'signature',
    {
      finding: '消息的签名不符：消息验证 TOKEN 与平台控制台的不同',
      nextStep: '请到平台控制台核对消息验证 TOKEN，重新填写',
      action: 'secrets'
    }
  ],
  [
    'path',
    {
      finding: '有请求到达，但路径不对',
      nextStep: '请核对平台控制台里的授权事件接收 URL，以及隧道或反向代理：路径要与接收地址的一样'
    }
  ]
]

const others: Explanation = {
  finding: '有请求到达，但不是平台的消息',
  nextStep: '请检查隧道或反向代理是否原样转发 POST 请求'
}

/** What is wrong with a receiver that listens, if anything; `newestAt` is when the newest ticket came. */
export function receiverOutcome(source: Listening, newestAt: number | null, now: number): Outcome {
  const refused = Object.values(source.refused).reduce((sum, count) => sum + count, 0)
  const where = `在 ${source.url} 接收，启动以来收到 ${source.accepted} 条`
  const isFresh = newestAt !== null && now - newestAt <= 2 * ticketPushIntervalMs
  if (isFresh && source.accepted > 0) return good(refused === 0 ? where : `${where}，另拒收 ${refused} 条`)
  if (refused > 0) return refusedOutcome(where, source.refused, refused)
  return silent(where, newestAt, now)
}

function refusedOutcome(where: string, refused: Listening['refused'], count: number): Outcome {
  const [, { finding, ...help }] = explanations.find(([reason]) => refused[reason]) ?? ['', others]
  return bad(`${where}，拒收 ${count} 条。${finding}`, help)
}

function silent(where: string, newestAt: number | null, now: number): Outcome {
  const since =
    newestAt === null ? '还没有收到过 component_ticket' : `${timeSpan(now - newestAt)}没有新的 component_ticket`
  return warning(`${where}；${since}（平台每 10 分钟推送一次）`, {
    nextStep: '刚启动时请等 10 分钟；仍没有，请检查隧道或反向代理是否指向这个地址，以及控制台里的授权事件接收 URL',
    action: 'account_settings'
  })
}
