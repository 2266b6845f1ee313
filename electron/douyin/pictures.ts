import { isLoopback } from './base-url'
import type { PlatformCaller } from './caller'
import { pictureDownload } from './endpoints'
import { logIdOf, statusFailure, unexpected } from './envelope'
import { cancelled, platformError } from './failure'
import type { HttpAnswer, HttpTransport } from './http'
import { PlatformError } from './platform-error'
import { isPrivateHost } from './private-addresses'
import type { RateLimiter } from './rate-limiter'

export type Picture = { readonly contentType: string; readonly bytes: Buffer }

export type PictureLoaderParts = {
  readonly caller: PlatformCaller
  readonly transport: HttpTransport
  readonly limiter: RateLimiter
  /** The platform itself is on loopback (the practice environment, a test): its pictures may be there too. */
  readonly allowLoopback: boolean
  readonly now: () => number
}

/** Largest picture; the platform's own limit for icons is 2 MB. */
const maxPictureBytes = 2 * 1024 * 1024

/** Raster formats: an SVG can carry scripts. */
const rasterType = /^image\/(?!svg)[\w.+-]+$/i

/**
 * Downloads pictures from addresses that the platform gave. They are no part of its interface: no token is sent, and an
 * address that leads into the operator's own network is refused.
 */
export class PictureLoader {
  private readonly parts: PictureLoaderParts

  constructor(parts: PictureLoaderParts) {
    this.parts = parts
  }

  /** Throws `PlatformError` and nothing else; `unexpected` for an address or content that is not a picture's. */
  load(address: string, signal: AbortSignal | undefined): Promise<Picture> {
    return this.parts.caller.guarded(pictureDownload, signal, async (either) => {
      const url = this.check(address)
      return this.read(await this.fetch(url, either))
    })
  }

  private check(address: string): string {
    const url = URL.canParse(address) ? new URL(address) : null
    if (!url || !this.isAllowed(url)) throw platformError(pictureDownload, { kind: 'unexpected', outcome: 'not_sent' })
    return url.href
  }

  private isAllowed(url: URL): boolean {
    if (url.username || url.password) return false
    if (this.parts.allowLoopback) return url.protocol === 'https:' || url.protocol === 'http:'
    return url.protocol === 'https:' && !isLoopback(url) && !isPrivateHost(url.hostname)
  }

  private async fetch(url: string, signal: AbortSignal): Promise<HttpAnswer> {
    const { limiter, transport } = this.parts
    const request = { call: pictureDownload, method: 'GET', url, maxBytes: maxPictureBytes, signal } as const
    let sent = false
    try {
      return await limiter.run(() => {
        sent = true
        return transport.send({ ...request, headers: { accept: 'image/*' } })
      }, signal)
    } catch (error) {
      throw error instanceof PlatformError ? error : cancelled(pictureDownload, sent)
    }
  }

  private read(answer: HttpAnswer): Picture {
    const question = { call: pictureDownload, secrets: [], now: this.parts.now() }
    if (answer.status !== 200) throw statusFailure(answer, logIdOf(answer), question)
    const contentType = mediaType(answer)
    if (!rasterType.test(contentType) || answer.body.length === 0) throw unexpected(logIdOf(answer), question)
    return { contentType, bytes: answer.body }
  }
}

/** The media type of an answer without its parameters, in lower case. */
export function mediaType({ contentType }: Pick<HttpAnswer, 'contentType'>): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}
