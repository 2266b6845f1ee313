/**
 * Numbers the platform documents, in one place. The pages are named in `shared/api`'s words; where the platform states
 * none, ours are marked as such.
 */

/** 审核备注 `audit_note`: at most 200 characters (V1 page "提审代码"; the V2 page does not repeat it). */
export const auditNoteMaxLength = 200

/** After code 11301 "提交频繁" the platform asks for 10 seconds. */
export const submitIntervalMs = 10_000

/** After code 11501 the platform asks for 10 minutes. */
export const rollbackIntervalMs = 10 * 60_000

/** A rollback takes effect after about 3 to 5 minutes. */
export const rollbackEffectMs = { from: 3 * 60_000, to: 5 * 60_000 } as const

/** Ours: the platform documents no limit for `user_version`. */
export const versionMaxLength = 64

/** Ours: the platform documents no limit for `user_desc`. */
export const descriptionMaxLength = 500

/** Ours: the platform documents no limit for `ext_json`. */
export const extJsonMaxLength = 200_000

/** Ours: the longest page path with its query that fits a QR code which still scans well. */
export const codePathMaxLength = 512

/** Permission sets (授权权限集) by id, with the platform's names (page `permissions`). */
export const permissionSets = {
  development: { id: 1, name: '开发管理权限' },
  basicInformation: { id: 2, name: '基本信息设置权限' },
  operation: { id: 3, name: '运营管理权限' }
} as const

/** A component_ticket is valid for 3 hours; the platform pushes one every 10 minutes (page `component-ticket`). */
export const ticketLifeMs = 3 * 3600_000
export const ticketPushIntervalMs = 10 * 60_000

/** Ours: after so long without a new ticket the operator is warned, two hours before nothing works any more. */
export const ticketWarnAfterMs = 3600_000

/** Links and pre-auth codes that create a mini program: 50 a day together (page `gen-link-v2`). A link lives 24 hours. */
export const createLinksPerDay = 50
export const linkLifeMs = 24 * 3600_000

/** Ours: a refresh token lives for a month and is renewed when so little of it is left. */
export const refreshSoonMs = 7 * 24 * 3600_000

/** An icon for the mini program to be created: 2 MB of jpeg, jpg or png (page `upload-material`). */
export const iconMaxBytes = 2 * 1024 * 1024

/** Ours: names of a mini program are shorter; the platform has the last word. */
export const appNameMaxLength = 60
