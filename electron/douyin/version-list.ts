import type {
  AuditStatus,
  AuditVersion,
  GrayVersion,
  OnlineVersion,
  TestVersion,
  VersionList
} from '@shared/domain/version'
import { z } from 'zod'
import { hostReasons } from './review-reasons'
import { dictionary, flag, list, optionalText, seconds, text } from './schemas'

const common = {
  version: z.string().min(1),
  summary: text,
  ctime: seconds,
  categories: list(z.string()),
  developer_name: optionalText,
  version_tag: text
}

/** One reason, a list of them, or null. */
const reasonTexts = z
  .union([z.string(), z.array(z.string())])
  .nullable()
  .transform((value) => (Array.isArray(value) ? value : [value ?? '']).filter((each) => each !== ''))

const attachments = dictionary(z.string().nullable().catch(null))

/** The V2 sample spells `attachInfo`, other sources `attach_info`. */
const review = {
  reason: text,
  reason_detail: dictionary(reasonTexts),
  attachInfo: attachments,
  attach_info: attachments
}

/** 0 审核中, 1 通过, 2 未通过, 3 已撤回 (V1 page). Any other number is refused: acting on a guess would be worse. */
const auditStatuses = { 0: 'in_review', 1: 'passed', 2: 'rejected', 3: 'withdrawn' } as const
const auditStatus = z
  .union([z.literal([0, 1, 2, 3]), z.enum(['0', '1', '2', '3'])])
  .transform((status): AuditStatus => auditStatuses[status])

/** A stage that does not exist is absent, null, or an object without a version. */
const stage = <Stage extends z.ZodType>(schema: Stage) =>
  z.preprocess((value) => (isEmptyStage(value) ? null : value), schema.nullable())

const latest = z.object({ ...common, has_audit: flag })

const audit = z.object({
  ...common,
  ...review,
  status: auditStatus,
  has_publish: flag,
  is_illegal_version: flag,
  approved_apps: list(z.string())
})

const gray = z.object({ ...common, host_gray_scale: dictionary(z.union([z.string(), z.number()]).transform(String)) })

const current = z.object({
  ...common,
  ...review,
  has_down: flag,
  approved_apps: list(z.string()),
  not_approved_apps: list(z.string()),
  rollback: z.object({ can_rollback: flag, last_version: optionalText }).nullish()
})

/** `data` of 获取小程序版本列表信息V2. */
export const versionListData = z.object({
  latest: stage(latest),
  audit: stage(audit),
  gray: stage(gray),
  current: stage(current)
})

/** The answer in the application's terms, read at `readAt` (ms since 1970). */
export function versionList(data: z.output<typeof versionListData>, readAt: number): VersionList {
  return {
    latest: data.latest && testVersion(data.latest),
    audit: data.audit && auditVersion(data.audit),
    gray: data.gray && grayVersion(data.gray),
    current: data.current && onlineVersion(data.current),
    readAt
  }
}

function isEmptyStage(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'object') return false
  const version: unknown = Reflect.get(value, 'version')
  return version === '' || Object.keys(value).length === 0
}

type Common = Pick<z.output<typeof latest>, keyof typeof common>

const base = (each: Common) => ({
  version: each.version,
  summary: each.summary,
  createdAt: each.ctime,
  categories: each.categories,
  developerName: each.developer_name,
  channel: each.version_tag
})

const reasonsOf = (each: z.output<typeof audit> | z.output<typeof current>) =>
  hostReasons({
    reason: each.reason,
    reasonDetail: each.reason_detail,
    attachments: [...each.attachInfo, ...each.attach_info]
  })

function testVersion(each: z.output<typeof latest>): TestVersion {
  return { stage: 'latest', ...base(each), submitted: each.has_audit }
}

function auditVersion(each: z.output<typeof audit>): AuditVersion {
  return {
    stage: 'audit',
    ...base(each),
    status: each.status,
    released: each.has_publish,
    takenDown: each.is_illegal_version,
    approvedHosts: each.approved_apps,
    reasons: reasonsOf(each)
  }
}

function grayVersion(each: z.output<typeof gray>): GrayVersion {
  return {
    stage: 'gray',
    ...base(each),
    hostShares: each.host_gray_scale.map(([host, share]) => ({ host, share }))
  }
}

function onlineVersion(each: z.output<typeof current>): OnlineVersion {
  return {
    stage: 'current',
    ...base(each),
    takenDown: each.has_down,
    approvedHosts: each.approved_apps,
    notApprovedHosts: each.not_approved_apps,
    reasons: reasonsOf(each),
    rollback: { possible: each.rollback?.can_rollback ?? false, toVersion: each.rollback?.last_version ?? null }
  }
}
