import type { TrialCode } from '@shared/domain/code'
import type { MerchantRef } from '@shared/domain/merchant'
import type { CodeStage } from '@shared/domain/version'
import { DeskFailure } from '@shared/errors'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Clock } from '../ports'
import type { Store } from '../store/repositories'
import type { AccountService } from './account-service'
import { merchantName } from './merchant-facts'
import type { MerchantReader } from './merchant-reader'

/** Larger pictures are not decoded: a QR code needs a fraction of it, and decoding would block the process. */
const maxSide = 4096

/** Trial QR codes (体验二维码) and reviewers' pictures. */
export class CodeService {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly reader: MerchantReader
  private readonly clock: Clock

  constructor(parts: { store: Store; accounts: AccountService; reader: MerchantReader; clock: Clock }) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.reader = parts.reader
    this.clock = parts.clock
  }

  /**
   * Page "获取二维码". The picture is taken at once, as its address expires, and decoded to prove that it scans. `path`
   * is a page path with its query; a leading `/` would make the platform ignore it and is dropped.
   * Throws `DeskFailure`.
   */
  async trial(ref: MerchantRef, stage: CodeStage, path: string): Promise<TrialCode> {
    const cleanPath = path.trim().replace(/^\/+/, '')
    try {
      const { png, expiresAt } = await this.accounts
        .platform(ref.accountId)
        .merchant(ref.appId)
        .trialCode(stage, cleanPath)
      return {
        stage,
        version: this.store.merchants.versions(ref)?.[stage]?.version ?? '',
        path: cleanPath,
        image: dataAddress('image/png', png),
        text: decodeCode(png),
        readAt: this.clock.now(),
        expiresAt
      }
    } catch (error) {
      throw this.reader.failure(ref, '读取体验码', error)
    }
  }

  /** A reviewer's picture; only addresses in this merchant's version list are read. Throws `DeskFailure`. */
  async attachment(ref: MerchantRef, url: string): Promise<{ image: string }> {
    const versions = this.store.merchants.versions(ref)
    const known = [...(versions?.audit?.reasons ?? []), ...(versions?.current?.reasons ?? [])]
    if (!known.some(({ attachmentUrl }) => attachmentUrl === url)) {
      throw new DeskFailure({
        code: 'not_found',
        message: '审核图片没有读到',
        reason: '这张图片不在商家现在的审核结果里',
        nextStep: '请刷新商家后再看',
        retryable: false,
        merchant: merchantName(this.store, ref)
      })
    }
    try {
      const { contentType, bytes } = await this.accounts.platform(ref.accountId).picture(url)
      return { image: dataAddress(contentType, bytes) }
    } catch (error) {
      throw this.reader.failure(ref, '读取审核图片', error)
    }
  }
}

function dataAddress(contentType: string, bytes: Buffer): string {
  return `data:${contentType};base64,${bytes.toString('base64')}`
}

/** What a phone would read from the picture; null where it is no PNG or holds no code that can be read. */
export function decodeCode(png: Buffer): string | null {
  const size = pngSize(png)
  if (!size || size.width > maxSide || size.height > maxSide) return null
  try {
    const { data, width, height } = PNG.sync.read(png)
    return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
  } catch {
    return null
  }
}

/** Width and height from the header chunk, before anything is unpacked. */
function pngSize(png: Buffer): { width: number; height: number } | null {
  if (png.length < 24 || png.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}
