export const serverDomainKinds = ['request', 'socket', 'upload', 'download'] as const
/** 服务器域名: the four kinds of calls a mini program makes. */
export type ServerDomainKind = (typeof serverDomainKinds)[number]

export const domainKinds = [...serverDomainKinds, 'webview'] as const
/** The four kinds of server domains, and `webview`, the 业务域名. */
export type DomainKind = (typeof domainKinds)[number]

/** The two endpoints: 修改服务器域名 and 修改 webview 域名. */
export type DomainGroup = 'server' | 'webview'

export type DomainSet = Readonly<Record<DomainKind, readonly string[]>>

/** A merchant's domains. A group is null where the platform does not let it be read. */
export type DomainFacts = {
  readonly server: Readonly<Record<ServerDomainKind, readonly string[]>> | null
  /** Only companies have 业务域名: code 40025 for a person. */
  readonly webview: readonly string[] | null
  readonly webviewAvailable: boolean
}

/**
 * The third-party application's own lists, which bound what a merchant may use. They are edited in the provider's console
 * and no endpoint reads them: the operator copies them here. An empty list checks nothing.
 */
export type ApplicationDomains = {
  readonly server: readonly string[]
  readonly webview: readonly string[]
  readonly changedAt: number | null
}

/** 域名基线: a named set of domains that a selection of merchants should have. */
export type DomainBaseline = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly domains: DomainSet
  /** How many merchants it is assigned to. */
  readonly merchants: number
  readonly changedAt: number
}

/** What a merchant lacks of a set and has beyond it. */
export type DomainDifference = Readonly<
  Record<DomainKind, { readonly missing: readonly string[]; readonly extra: readonly string[] }>
>

/** How a merchant stands to its baseline, for the list. */
export type DomainDrift = {
  readonly baselineId: string
  readonly baselineName: string
  /** Null while the merchant's domains were never read. */
  readonly missing: number | null
  readonly extra: number | null
}

/** 获取域名校验文件信息: to be served below each webview domain that is set in the provider's console. */
export type DomainCheckFile = { readonly name: string; readonly content: string }

/** `add`: what is missing is added and what is more stays. `exact`: what is more is deleted as well. */
export const baselineModes = ['add', 'exact'] as const
export type BaselineMode = (typeof baselineModes)[number]

/** What applying a baseline would do to one merchant, judged by what was read last. */
export type BaselinePreview = {
  readonly appId: string
  readonly name: string
  /** Null while the merchant's domains were never read: they are read first then. */
  readonly difference: DomainDifference | null
  readonly readAt: number | null
  /** Why it can not be applied; null when it can. */
  readonly blocked: string | null
}
