import { PNG } from 'pngjs'

export type Colour = { readonly r: number; readonly g: number; readonly b: number }
export type Disc = { readonly x: number; readonly y: number; readonly radius: number }
export type Square = { readonly x: number; readonly y: number; readonly side: number }

/** A square picture that is drawn dot by dot and has no transparency. */
export class Pixels {
  readonly width: number
  readonly #picture: PNG

  constructor(width: number, background: Colour) {
    this.width = width
    this.#picture = new PNG({ width, height: width })
    this.fill(background, () => true)
  }

  /** Paints every dot of a part that the condition holds for; coordinates are whole. */
  fill(colour: Colour, isInside: (x: number, y: number) => boolean, part: Square = { x: 0, y: 0, side: this.width }) {
    const [left, top] = [Math.max(0, Math.floor(part.x)), Math.max(0, Math.floor(part.y))]
    const [right, bottom] = [part.x + part.side, part.y + part.side].map((end) => Math.min(this.width, Math.ceil(end)))
    for (let y = top; y < (bottom ?? 0); y += 1) {
      for (let x = left; x < (right ?? 0); x += 1) if (isInside(x, y)) this.set(x, y, colour)
    }
  }

  disc(colour: Colour, { x, y, radius }: Disc): void {
    const box = { x: x - radius, y: y - radius, side: 2 * radius }
    this.fill(colour, (column, row) => (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2 <= radius ** 2, box)
  }

  /** Lays a picture over a part, with its transparency, stretched to fit. */
  lay(picture: PNG, { x: left, y: top, side }: Square): void {
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        const row = Math.floor((y * picture.height) / side)
        const from = (row * picture.width + Math.floor((x * picture.width) / side)) * 4
        this.#blend(left + x, top + y, picture.data.subarray(from, from + 4))
      }
    }
  }

  #blend(x: number, y: number, [r = 0, g = 0, b = 0, alpha = 0]: Uint8Array): void {
    const at = (y * this.width + x) * 4
    const mixed = [r, g, b].map((part, channel) => {
      const below = this.#picture.data[at + channel] ?? 0
      return Math.round(below + ((part - below) * alpha) / 255)
    })
    this.#picture.data.set(mixed, at)
  }

  set(x: number, y: number, { r, g, b }: Colour): void {
    const { data } = this.#picture
    const at = (y * this.width + x) * 4
    data[at] = r
    data[at + 1] = g
    data[at + 2] = b
    data[at + 3] = 255
  }

  /** The same dots always give the same bytes. */
  png(): Buffer {
    return PNG.sync.write(this.#picture, { colorType: 2, filterType: 0, deflateLevel: 6 })
  }
}

/** A PNG's dots; null for any other bytes. */
export function readPng(bytes: Buffer): PNG | null {
  try {
    return PNG.sync.read(bytes)
  } catch {
    return null
  }
}
