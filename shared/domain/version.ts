/**
 * A mini program's versions as the platform keeps them: at most one per stage. Times are milliseconds since 1970, or
 * null where the platform does not say.
 */
export const versionStages = ['latest', 'audit', 'gray', 'current'] as const

/** 测试 latest, 审核 audit, 灰度 gray, 线上 current: the platform's own names. */
export type VersionStage = (typeof versionStages)[number]

/** The stages that have a trial QR code (体验二维码). */
export const codeStages = ['latest', 'audit', 'current'] as const
export type CodeStage = (typeof codeStages)[number]

type VersionBase = {
  readonly version: string
  /** The description given at upload (`user_desc`). */
  readonly summary: string
  readonly createdAt: number | null
  /** Names of the service categories, levels joined by `-`. */
  readonly categories: readonly string[]
  readonly developerName: string | null
  /** Upload channel (通道): `''` is the default one. */
  readonly channel: string
}

/** What a reviewer said about one host. `host` is spelled as the platform spelled it there (a Chinese name or a code). */
export type HostReason = {
  readonly host: string
  readonly reasons: readonly string[]
  /** Address of the reviewer's picture, where there is one. */
  readonly attachmentUrl: string | null
}

export type TestVersion = VersionBase & {
  readonly stage: 'latest'
  /** Already submitted to audit once. */
  readonly submitted: boolean
}

export type AuditStatus = 'in_review' | 'passed' | 'rejected' | 'withdrawn'

export type AuditVersion = VersionBase & {
  readonly stage: 'audit'
  readonly status: AuditStatus
  /** Already released. */
  readonly released: boolean
  /** The version that was taken down; it can not be released. */
  readonly takenDown: boolean
  readonly approvedHosts: readonly string[]
  readonly reasons: readonly HostReason[]
}

export type GrayVersion = VersionBase & {
  readonly stage: 'gray'
  /** Share of users per host, as the platform writes it (a percentage). */
  readonly hostShares: readonly { readonly host: string; readonly share: string }[]
}

export type OnlineVersion = VersionBase & {
  readonly stage: 'current'
  readonly takenDown: boolean
  readonly approvedHosts: readonly string[]
  readonly notApprovedHosts: readonly string[]
  readonly reasons: readonly HostReason[]
  readonly rollback: { readonly possible: boolean; readonly toVersion: string | null }
}

/** All stages of one merchant, as read at `readAt`. */
export type VersionList = {
  readonly latest: TestVersion | null
  readonly audit: AuditVersion | null
  readonly gray: GrayVersion | null
  readonly current: OnlineVersion | null
  readonly readAt: number
}

/** Hosts (宿主端) that can be named in the next submission, and those of the last release; codes such as `douyin`. */
export type AuditHosts = { readonly available: readonly string[]; readonly released: readonly string[] }
