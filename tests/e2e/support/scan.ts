import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Locator, Page } from '@playwright/test'

/** Pixels as red, green, blue and alpha. */
export type Pixels = {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** What a phone reads from a picture with one code; null when nothing can be read. */
export function scan({ data, width, height }: Pixels): string | null {
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}

/** The same for the bytes of a PNG. */
export function scanPng(png: Uint8Array): string | null {
  return scan(PNG.sync.read(Buffer.from(png)))
}

/** Whether a picture of a code is a round one: it has ink, and all of it lies within a circle. */
export function isRoundCode(png: Uint8Array): boolean {
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  const distances = Array.from({ length: width * height }, (_, pixel) => pixel)
    .filter((pixel) => (data[pixel * 4] ?? 255) < 128)
    .map((pixel) => Math.hypot((pixel % width) - width / 2, Math.floor(pixel / width) - height / 2))
  const furthest = distances.reduce((most, distance) => Math.max(most, distance), 0)
  return distances.length > 0 && furthest <= width / 2
}

/** One photograph of the screen, from which each of these places is cut out and read. */
export async function scanScreen(page: Page, places: readonly Locator[]): Promise<readonly (string | null)[]> {
  const boxes = await Promise.all(places.map((place) => place.boundingBox()))
  const photograph = PNG.sync.read(await page.screenshot())
  return boxes.map((box) => (box ? scan(cropped(photograph, box)) : null))
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The part of a photograph that lies in a box. */
export function cropped(photograph: PNG, box: Box): PNG {
  const left = Math.max(0, Math.floor(box.x))
  const top = Math.max(0, Math.floor(box.y))
  const width = Math.min(photograph.width - left, Math.floor(box.width))
  const height = Math.min(photograph.height - top, Math.floor(box.height))
  const part = new PNG({ width, height })
  PNG.bitblt(photograph, part, left, top, width, height, 0, 0)
  return part
}
