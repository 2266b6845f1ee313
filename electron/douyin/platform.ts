import type { PermissionSet } from '@shared/domain/merchant'
import type { Template, TemplateApp } from '@shared/domain/template'
import type { AuditHosts, CodeStage, VersionList } from '@shared/domain/version'
import type { ProfileFactsOfPlatform } from './basic-information'

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

/** The platform as one third-party application sees it. All calls throw `PlatformError` and nothing else. */
export interface PlatformClient {
  /** 获取授权小程序列表, all pages. */
  authorizedApps(options?: CallOptions): Promise<readonly { appId: string; authorizedAt: number | null }[]>
  /** Makes sure that there is a working token of this merchant, and tells its permission sets if it was fetched anew. */
  authorize(appId: string, options?: CallOptions): Promise<readonly PermissionSet[] | null>
  templates(options?: CallOptions): Promise<readonly Template[]>
  templateApps(options?: CallOptions): Promise<readonly TemplateApp[]>
  merchant(appId: string): MerchantClient
  /** A picture from an address that the platform gave (icon, QR code, reviewer's attachment); no credential is sent. */
  picture(url: string, options?: CallOptions): Promise<{ readonly contentType: string; readonly bytes: Buffer }>
  close(): void
}
