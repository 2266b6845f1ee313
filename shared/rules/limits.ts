import { say } from '../texts/say'

/**
 * Numbers the platform documents, in one place. The pages are named in `shared/api`'s words; where the platform states
 * none, ours are marked as such.
 */

/** 审核备注 `audit_note`: at most 200 characters (V1 page "提审代码"; the V2 page does not repeat it). */
export const auditNoteMaxLength = 200

/** After code 11301 "提交频繁" the platform asks for 10 seconds. */
export const submitIntervalMs = 10_000

/** Ours: longer in review than this is worth a warning; the platform says one to two days. */
export const reviewStuckMs = 48 * 3600_000

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
  development: {
    id: 1,
    get name() {
      return say`开发管理权限`
    }
  },
  basicInformation: {
    id: 2,
    get name() {
      return say`基本信息设置权限`
    }
  },
  operation: {
    id: 3,
    get name() {
      return say`运营管理权限`
    }
  }
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

/** Pictures for a merchant (代授权小程序上传资源): 2 MB for icon, qualification and name evidence (material types 1 to 3). */
export const materialMaxBytes = 2 * 1024 * 1024

/** Ours: the largest file that is taken at all; the platform's largest is 5 MB (material type 5). */
export const fileMaxBytes = 5 * 1024 * 1024

/** Ours: a file goes from the page to the main process in pieces of this size. */
export const filePieceBytes = 256 * 1024

/** 小程序图标: the size that the platform advises. */
export const iconSidePx = 200

/** 小程序名称: 4 to 20 units, of which a Chinese character has two (code 21001, page `check-name-v2`). */
export const nameUnits = { min: 4, max: 20 } as const

/** 小程序简介: 10 to 60 characters (code 21201, page `modify-intro-v2`). */
export const introductionLength = { min: 10, max: 60 } as const

/** 服务类目 per mini program (code 21304), where the platform's answer does not tell. */
export const categoriesMax = 5

/** Ours: files for one qualification; the platform documents no number. */
export const qualificationFilesMax = 10

/** Domains (code 40024): 20 at most. Whether per kind or together is not stated: more in one kind is refused here. */
export const domainsMax = 20

/** 获取小程序码 `width` in pixels: range and default stand on the mini-game page of the older endpoint only. */
export const codeWidth = { min: 280, max: 1280, usual: 430 } as const

/** Ours: how many codes can be kept or changed at once. */
export const savedCodesMax = 2000

/** Code templates per third-party application (code 40035, page `tpl-manage/add-v2`). */
export const templatesMax = 200

/** Ours: variables of the ext.json defaults. */
export const extVariablesMax = 100

/** 短视频挂载: reason and anchor text, at most 200 characters each (page `apply-video-mount-permission`). */
export const videoMountTextMaxLength = 200
