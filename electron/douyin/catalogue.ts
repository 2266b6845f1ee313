import { endpointCodes } from './catalogue-endpoints'
import type { CodeEntry } from './catalogue-entry'
import { generalCodes } from './catalogue-general'
import { endpoints } from './endpoints'
import type { PlatformErrorKind } from './platform-error'

/** What a failure means to an operator, in Chinese. */
export type Description = {
  readonly kind: PlatformErrorKind
  /** Why it failed. */
  readonly reason: string
  /** What to do now. */
  readonly nextStep: string
  /** Whether the same call may work later without anything being changed. */
  readonly retryable: boolean
  readonly retryAfterMs?: number
}

/**
 * What a code of the platform means. `endpoint` is the endpoint's Chinese name: some numbers mean different things at
 * different endpoints. An unknown code is shown with the platform's own text.
 */
export function describeCode(endpoint: string, code: string, platformMessage: string): Description {
  return (
    find(find(endpointCodes, endpoint), code) ??
    tokenCode(endpoint, code) ??
    find(generalCodes, code) ??
    unknownCode(code, platformMessage)
  )
}

/** What a failure without a code means. */
export function describeKind(kind: PlatformErrorKind): Description {
  return { kind, ...kinds[kind] }
}

function find<Entry>(table: Readonly<Record<string, Entry>> | undefined, key: string): Entry | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined
}

const componentEndpoints: ReadonlySet<string> = new Set(
  Object.values(endpoints).flatMap(({ name, token }) => (token === 'merchant' ? [] : [name]))
)

/** The gateway's codes for a bad token do not tell whose it is; the endpoint does. */
function tokenCode(endpoint: string, code: string): CodeEntry | undefined {
  return componentEndpoints.has(endpoint) && (code === '28001003' || code === '28001008')
    ? generalCodes['40010']
    : undefined
}

function unknownCode(code: string, platformMessage: string): Description {
  return {
    kind: 'refused',
    reason: platformMessage ? `平台返回代码 ${code}：${platformMessage}` : `平台返回代码 ${code}，没有说明`,
    nextStep: '请把代码和 log_id 提供给平台客服查询',
    retryable: false
  }
}

const kinds: Readonly<Record<PlatformErrorKind, Omit<Description, 'kind'>>> = {
  refused: { reason: '平台拒绝了这次请求', nextStep: '请把 log_id 提供给平台客服查询', retryable: false },
  busy: { reason: '请求太频繁，平台要求放慢', nextStep: '请稍等一会儿再试', retryable: true },
  fault: {
    reason: '平台自身出错',
    nextStep: '请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服',
    retryable: true
  },
  unexpected: {
    reason: '收到的回答不是平台文档里的样子，可能是网络需要登录，或平台有改动',
    nextStep: '请用浏览器确认网络可以正常上网后再试；如果一直这样，请更新程序',
    retryable: true
  },
  network: { reason: '连不上平台，或连接中途断开', nextStep: '请检查网络后再试', retryable: true },
  timeout: { reason: '平台没有在规定的时间内回答', nextStep: '请检查网络，过一会儿再试', retryable: true },
  cancelled: { reason: '操作被取消', nextStep: '需要时可以重新操作', retryable: true },
  authorization: {
    reason: '商家的授权已失效，或没有授予需要的权限',
    nextStep: '请让商家重新授权',
    retryable: false
  },
  credentials: {
    reason: '第三方小程序应用的凭据不能用',
    nextStep: '请在账号设置里检查 AppSecret、component_ticket 和 IP 白名单',
    retryable: false
  },
  held: {
    reason: '令牌由另一台电脑统一管理，它还没有交出这个商家的可用令牌',
    nextStep: '稍等片刻再试，或在那台电脑上刷新这个商家',
    retryable: true
  }
}
