import type { PermissionSet } from '@shared/domain/merchant'
import type { Template, TemplateApp } from '@shared/domain/template'
import type { AuditHosts, CodeStage, VersionList } from '@shared/domain/version'
import type { ProfileFactsOfPlatform } from './basic-information'

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

/** The calls made for one merchant, with that merchant's token. All throw `PlatformError` and nothing else. */
export interface MerchantClient {
  basicInformation(options?: CallOptions): Promise<ProfileFactsOfPlatform>
  versions(options?: CallOptions): Promise<VersionList>
  auditHosts(options?: CallOptions): Promise<AuditHosts>
  upload(request: UploadRequest, options?: CallOptions): Promise<Receipt>
  submit(request: SubmitRequest, options?: CallOptions): Promise<Receipt>
  withdraw(options?: CallOptions): Promise<Receipt>
  release(options?: CallOptions): Promise<Receipt>
  rollback(options?: CallOptions): Promise<Receipt>
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
  templates(options?: CallOptions): Promise<readonly Template[]>
  templateApps(options?: CallOptions): Promise<readonly TemplateApp[]>
  merchant(appId: string): MerchantClient
  /** A picture from an address that the platform gave (icon, QR code, reviewer's attachment); no credential is sent. */
  picture(url: string, options?: CallOptions): Promise<{ readonly contentType: string; readonly bytes: Buffer }>
  close(): void
}
