import type { Capability, CapabilityWay } from '@shared/domain/capability'
import type { CategoryFacts, CategoryTree, UploadedQualification } from '@shared/domain/category'
import type { DomainCheckFile, ServerDomainKind } from '@shared/domain/domains'
import type { FileType } from '@shared/domain/file'
import type { PermissionSet } from '@shared/domain/merchant'
import type { MiniCodeRequest } from '@shared/domain/mini-code'
import type { MerchantInformation } from '@shared/domain/profile'
import type { QualityRating, TrialInformation } from '@shared/domain/standing'
import type { Template, TemplateApp } from '@shared/domain/template'
import type { AuditHosts, CodeStage, VersionList } from '@shared/domain/version'

/** `isComplete`: no fewer came than the platform counts. Who is missing in a list that is not may be authorised still. */
export type AuthorizedApps = {
  readonly apps: readonly { readonly appId: string; readonly authorizedAt: number | null }[]
  readonly isComplete: boolean
}

export type CallOptions = { readonly signal?: AbortSignal | undefined }

/** What a write was answered with; `logId` is what the platform's support asks for. */
export type Receipt = { readonly logId: string | null }

export type UploadRequest = {
  readonly templateId: string
  readonly version: string
  readonly description: string
  /** The ext.json document as text. */
  readonly extJson: string
  /** 通道 `tag`: `''` is the default channel. */
  readonly channel: string
}

export type SubmitRequest = {
  readonly hosts: readonly string[]
  readonly note: string
  /** `audit_way` 1: the version that failed last time is submitted again. */
  readonly resubmit: boolean
  readonly channel: string
}

/** What a file is uploaded for; a path that was uploaded for something else is refused when it is used. */
export type MaterialUse = 'icon' | 'qualification' | 'name_evidence' | 'landing_page' | 'scene' | 'capability'

/** A file on this machine, which is streamed: it is never whole in memory. */
export type Material = {
  readonly use: MaterialUse
  readonly file: string
  readonly contentType: FileType
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void
}

/** `evidencePath`: from `uploadMaterial`, where the check of the name asked for it (code 21006). */
export type NameRequest = { readonly name: string; readonly evidencePath: string | null }

/** A category by its complete id with the paths of its qualifications; none for one that asks for none. */
export type CategoryRequest = { readonly category: string; readonly qualifications: readonly UploadedQualification[] }

/** `answers`: texts, or paths from `uploadMaterial`, by the field's key. */
export type CapabilityRequest = {
  readonly key: string
  readonly way: CapabilityWay
  readonly reason: string
  readonly answers: Readonly<Record<string, readonly string[]>>
}

export type ServerDomains = Readonly<Record<ServerDomainKind, readonly string[]>>

/** `set` replaces everything. */
export type DomainAction = 'add' | 'delete' | 'set'

/** The calls made for one merchant, with that merchant's token. All throw `PlatformError` and nothing else. */
export interface MerchantClient {
  basicInformation(options?: CallOptions): Promise<MerchantInformation>
  /** 小程序名称检测V2: resolves for a usable name; throws `refused` with 21001, 21003 to 21006 for others. */
  checkName(name: string, options?: CallOptions): Promise<Receipt>
  changeName(request: NameRequest, options?: CallOptions): Promise<Receipt>
  changeIntroduction(introduction: string, options?: CallOptions): Promise<Receipt>
  /** `path`: from `uploadMaterial`. */
  changeIcon(path: string, options?: CallOptions): Promise<Receipt>
  /** 代授权小程序上传资源V2: the file's storage path, which is no address. Given up, it changes nothing. */
  uploadMaterial(material: Material, options?: CallOptions): Promise<{ readonly path: string }>
  /** 获取可以设置的服务类目列表V2. */
  categoryTree(options?: CallOptions): Promise<CategoryTree>
  /** 获取已设置的服务类目V2, with what is published and the main category where their scopes let them be read. */
  categories(options?: CallOptions): Promise<CategoryFacts>
  addCategory(request: CategoryRequest, options?: CallOptions): Promise<Receipt>
  /** 补充服务类目资质信息V2: of a rejected one only, with the same qualifications. */
  supplyCategory(request: CategoryRequest, options?: CallOptions): Promise<Receipt>
  deleteCategory(category: string, options?: CallOptions): Promise<Receipt>
  publishCategories(options?: CallOptions): Promise<Receipt>
  presetMainCategory(category: string, options?: CallOptions): Promise<Receipt>
  serverDomains(options?: CallOptions): Promise<ServerDomains>
  /** Kinds with an empty list are left out for `add` and `delete`; `set` always sends all four. */
  changeServerDomains(action: DomainAction, domains: ServerDomains, options?: CallOptions): Promise<Receipt>
  /** Throws `refused` with 40025 for a mini program that is not a company's. */
  webviewDomains(options?: CallOptions): Promise<readonly string[]>
  changeWebviewDomains(action: DomainAction, domains: readonly string[], options?: CallOptions): Promise<Receipt>
  /** 查询信用分分值V2; null while it is not initialised (-999). */
  creditScore(options?: CallOptions): Promise<number | null>
  trialInformation(options?: CallOptions): Promise<TrialInformation>
  /** 查询质量评级信息: V1 only; `retired` where the platform says so or our tokens can not ask for it. */
  qualityRating(options?: CallOptions): Promise<QualityRating>
  /** 查询备案状态; what its numbers mean is not documented. */
  filingStatus(options?: CallOptions): Promise<number>
  versions(options?: CallOptions): Promise<VersionList>
  auditHosts(options?: CallOptions): Promise<AuditHosts>
  upload(request: UploadRequest, options?: CallOptions): Promise<Receipt>
  submit(request: SubmitRequest, options?: CallOptions): Promise<Receipt>
  withdraw(options?: CallOptions): Promise<Receipt>
  release(options?: CallOptions): Promise<Receipt>
  rollback(options?: CallOptions): Promise<Receipt>
  /** 获取小程序码: the picture's bytes; permanent. */
  miniCode(
    request: MiniCodeRequest,
    options?: CallOptions
  ): Promise<{ readonly contentType: string; readonly bytes: Buffer }>
  /** The platform's list with the short-video mount and the phone number, which have ways of their own. */
  capabilities(options?: CallOptions): Promise<readonly Capability[]>
  /** 能力申请, or 短视频挂载 by its own endpoint. */
  applyCapability(request: CapabilityRequest, options?: CallOptions): Promise<Receipt>
  trialCode(
    stage: CodeStage,
    path: string,
    options?: CallOptions
  ): Promise<{ readonly png: Buffer; readonly expiresAt: number | null }>
}

export type AcceptedCode = { readonly appId: string; readonly permissions: readonly PermissionSet[] }

export type LinkRequest =
  | { readonly kind: 'authorize'; readonly redirectUrl: string | null }
  | {
      readonly kind: 'create'
      /** Reserved for 24 hours. */
      readonly appName: string
      /** From `uploadIcon`; null for none. */
      readonly iconPath: string | null
      readonly redirectUrl: string | null
    }

export type IconFile = { readonly contentType: 'image/png' | 'image/jpeg'; readonly bytes: Buffer }

/**
 * Decides whether this desktop may ask the platform for new tokens. V2 keeps only the newest two component tokens and a
 * refresh token works once, so of several desktops one writes and the others borrow.
 */
export interface TokenAuthority {
  /** Asked before every fetch or refresh of a token. */
  mayRenew(): boolean
  /**
   * For one that may not: brings the writer's newest tokens into the vault; the caller reads them there. Rejects where they
   * can not be had.
   */
  borrow(signal: AbortSignal): Promise<void>
  /** A new token is in the vault: hand it out. Never throws. */
  renewed(): void
}

/** The platform as one third-party application sees it. All calls throw `PlatformError` and nothing else. */
export interface PlatformClient {
  /** 获取授权小程序列表, all pages. */
  authorizedApps(options?: CallOptions): Promise<AuthorizedApps>
  /** Makes sure that there is a working token of this merchant, and tells its permission sets if it was fetched anew. */
  authorize(appId: string, options?: CallOptions): Promise<readonly PermissionSet[] | null>
  /**
   * Exchanges an authorization code that came by event, redirect or pasting; the answer names the merchant. Its tokens are
   * in the vault before this resolves. Works once per code (40018 after that).
   */
  acceptCode(code: string, options?: CallOptions): Promise<AcceptedCode>
  /** 找回授权码 and its exchange, whatever tokens are held: the way back after a refresh token was lost. */
  rescue(appId: string, options?: CallOptions): Promise<readonly PermissionSet[] | null>
  /** Drops a merchant's tokens: it is not authorised to us any more. */
  forget(appId: string): void
  /** 直接获取授权链接V2: lives 24 hours, ends with its first success. */
  authorizationLink(request: LinkRequest, options?: CallOptions): Promise<{ readonly url: string }>
  /** 第三方小程序应用上传资源V2 with `material_type` 2: the icon of a mini program that a link is to create. */
  uploadIcon(icon: IconFile, options?: CallOptions): Promise<{ readonly path: string }>
  /**
   * Fetches a component token now, whether or not one is held: proves app id, secret and ticket. Throws `credentials` with
   * the platform's code (40003 app id, 40038 secret, 40037 ticket).
   */
  probe(options?: CallOptions): Promise<void>
  /**
   * Asks the platform's host for anything, without a credential, through the same proxy. `skewMs`: how far its `Date` is
   * ahead of this computer's clock; null where it tells none. Throws `network` or `timeout`.
   */
  reach(options?: CallOptions): Promise<{ readonly skewMs: number | null; readonly tookMs: number }>
  /** 获取域名校验文件信息 (its path is misspelled by the platform). */
  domainCheckFile(options?: CallOptions): Promise<DomainCheckFile>
  templates(options?: CallOptions): Promise<readonly Template[]>
  /** 添加模板: a draft becomes a template; its id is not told. */
  addTemplate(draftId: string, options?: CallOptions): Promise<Receipt>
  deleteTemplate(templateId: string, options?: CallOptions): Promise<Receipt>
  templateApps(options?: CallOptions): Promise<readonly TemplateApp[]>
  merchant(appId: string): MerchantClient
  /** A picture from an address that the platform gave (icon, QR code, reviewer's attachment); no credential is sent. */
  picture(url: string, options?: CallOptions): Promise<{ readonly contentType: string; readonly bytes: Buffer }>
  close(): void
  /** Drops connections that nothing is under way on; later requests open new ones. */
  dropIdle(): void
}
