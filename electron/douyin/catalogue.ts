import type { CatalogueEntry } from '@shared/domain/help'
import { say } from '@shared/texts/say'
import { endpointCodes } from './catalogue-endpoints'
import { by, type CodeEntry, type CodeTable } from './catalogue-entry'
import { gatewayCodes, generalCodes, generalPage } from './catalogue-general'
import { endpointTitle } from './endpoint-titles'
import { endpoints } from './endpoints'
import type { PlatformErrorKind } from './platform-error'

/** What a failure means to an operator: why it failed, what to do now, who must act. */
export type Description = CodeEntry

/**
 * What a code of the platform means. `endpoint` is the endpoint's Chinese name: some numbers mean different things at
 * different endpoints. An unknown code is shown with the platform's own text.
 */
export function describeCode(endpoint: string, code: string, platformMessage: string): Description {
  return (
    find(find(endpointCodes, endpoint)?.codes(), code) ??
    tokenCode(endpoint, code) ??
    find(generalCodes(), code) ??
    unknownCode(code, platformMessage)
  )
}

/** What a failure without a code means. */
export function describeKind(kind: PlatformErrorKind): Description {
  return { kind, ...kinds[kind]() }
}

/** Every code that is explained here: the general ones, then what is special to an endpoint. */
export function catalogue(): readonly CatalogueEntry[] {
  const documented = new Set(gatewayCodes())
  const general = lines(generalCodes(), null, (code) => (documented.has(code) ? generalPage : null))
  const special = Object.entries(endpointCodes).flatMap(([name, { page, codes }]) =>
    lines(codes(), endpointTitle(name), () => page)
  )
  return [...general, ...special]
}

const documentation = 'https://developer.open-douyin.com/docs/resource/zh-CN/'

function lines(
  table: CodeTable,
  endpoint: string | null,
  pageOf: (code: string) => string | null
): readonly CatalogueEntry[] {
  return Object.entries(table).map(([code, { reason, nextStep, actor, wayOut }]) => {
    const page = pageOf(code)
    return { code, endpoint, reason, nextStep, actor, wayOut, documentation: page && documentation + page }
  })
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
    ? generalCodes()['40010']
    : undefined
}

function unknownCode(code: string, platformMessage: string): Description {
  return {
    kind: 'refused',
    reason: platformMessage ? say`平台返回代码 ${code}：${platformMessage}` : say`平台返回代码 ${code}，没有说明`,
    nextStep: say`请把代码和 log_id 提供给平台客服查询`,
    retryable: false,
    ...by('platform', 'support')
  }
}

const kinds: Readonly<Record<PlatformErrorKind, () => Omit<Description, 'kind'>>> = {
  refused: () => ({
    reason: say`平台拒绝了这次请求`,
    nextStep: say`请把 log_id 提供给平台客服查询`,
    retryable: false,
    ...by('platform', 'support')
  }),
  busy: () => ({
    reason: say`请求太频繁，平台要求放慢`,
    nextStep: say`请稍等一会儿再试`,
    retryable: true,
    ...by('nobody', 'retry')
  }),
  fault: () => ({
    reason: say`平台自身出错`,
    nextStep: say`请过几分钟再试；如果一直这样，请把 log_id 提供给平台客服`,
    retryable: true,
    ...by('platform', 'retry')
  }),
  unexpected: () => ({
    reason: say`收到的回答不是平台文档里的样子，可能是网络需要登录，或平台有改动`,
    nextStep: say`请用浏览器确认网络可以正常上网后再试；如果一直这样，请更新程序`,
    retryable: true,
    ...by('operator', 'connection_doctor')
  }),
  network: () => ({
    reason: say`连不上平台，或连接中途断开`,
    nextStep: say`请检查网络后再试`,
    retryable: true,
    ...by('operator', 'connection_doctor')
  }),
  timeout: () => ({
    reason: say`平台没有在规定的时间内回答`,
    nextStep: say`请检查网络，过一会儿再试`,
    retryable: true,
    ...by('operator', 'connection_doctor')
  }),
  cancelled: () => ({
    reason: say`操作被取消`,
    nextStep: say`需要时可以重新操作`,
    retryable: true,
    ...by('operator', 'retry')
  }),
  authorization: () => ({
    reason: say`商家的授权已失效，或没有授予需要的权限`,
    nextStep: say`请让商家重新授权`,
    retryable: false,
    ...by('merchant', 'merchant_authorization')
  }),
  credentials: () => ({
    reason: say`第三方小程序应用的凭据不能用`,
    nextStep: say`请在账号设置里检查 AppSecret、component_ticket 和 IP 白名单`,
    retryable: false,
    ...by('developer', 'account')
  }),
  held: () => ({
    reason: say`令牌由另一台电脑统一管理，它还没有交出这个商家的可用令牌`,
    nextStep: say`稍等片刻再试，或在那台电脑上刷新这个商家`,
    retryable: true,
    ...by('nobody', 'retry')
  })
}
