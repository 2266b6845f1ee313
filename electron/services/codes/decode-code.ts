import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** Larger pictures are not decoded: a QR code needs a fraction of it, and decoding would block the process. */
const maxSide = 4096

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

export function dataAddress(contentType: string, bytes: Buffer): string {
  return `data:${contentType};base64,${bytes.toString('base64')}`
}

/** Width and height from the header chunk, before anything is unpacked. */
function pngSize(png: Buffer): { width: number; height: number } | null {
  if (png.length < 24 || png.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}
