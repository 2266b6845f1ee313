import type { CategoryState, NamedCategory } from './category'
import type { AppState } from './merchant'

/** `expired`: a name only; the platform took it back as nothing was submitted for a long time. */
export type ProfileAuditState = 'in_review' | 'approved' | 'rejected' | 'expired'

/** The newest submission of a name, an introduction or an icon (获取小程序基本信息). */
export type ProfileAudit = {
  /** The submitted name or introduction, or the address of the submitted icon. */
  readonly value: string
  /** Null for a number that the documentation does not describe. */
  readonly state: ProfileAuditState | null
  readonly reason: string
  readonly advice: string
  /** Changes left; null where the platform does not tell. The period they count for is not documented. */
  readonly remaining: number | null
}

/** A category as 获取小程序基本信息 lists it. */
export type CategoryStanding = NamedCategory & { readonly state: CategoryState | null; readonly reason: string }

/** 获取小程序基本信息: what is in force, and what was submitted last. */
export type MerchantInformation = {
  readonly name: string
  readonly introduction: string
  readonly iconUrl: string | null
  readonly appState: AppState | null
  /** Null where it never was changed. */
  readonly nameAudit: ProfileAudit | null
  readonly introductionAudit: ProfileAudit | null
  readonly iconAudit: ProfileAudit | null
  readonly categories: readonly CategoryStanding[]
  readonly subjectName: string | null
  readonly subjectType: 'person' | 'company' | null
  /** 主体认证; null where the platform does not tell (V2's sample has no such field). */
  readonly subjectState: 'in_review' | 'approved' | 'rejected' | null
}

/** What one merchant's mini program says of itself (小程序简介), as the database has it; empty where it was not read. */
export type Introduction = { readonly appId: string; readonly introduction: string }
