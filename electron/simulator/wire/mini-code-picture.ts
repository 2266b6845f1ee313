import QRCode from 'qrcode'
import type { MiniCodeDesign } from '../world/mini-codes'
import { digest } from '../world/random'
import { Refusal } from '../world/refusal'
import { Pixels, readPng, type Square } from './pixels'

/** Modules of quiet zone on every side, at least: a module is a whole number of pixels, the rest is left around. */
const margin = 4
/** Of the side, for the plate under the icon and the icon: a code of level H bears that much. */
const plateShare = 0.22
const iconShare = 0.18
const black = { r: 0, g: 0, b: 0 }
const white = { r: 255, g: 255, b: 255 }

/**
 * A mini-program code as a PNG. `icon` is the file for the middle; null: none. A round one takes no colours, and is a
 * likeness: its format is not published. Throws `Refusal` 28005001 for a text that no code holds.
 */
export function miniCodePicture(text: string, design: MiniCodeDesign, icon: Buffer | null): Buffer {
  const pixels = design.round ? roundCode(text, design.width) : squareCode(text, design, icon !== null)
  if (icon !== null) layIcon(pixels, icon)
  return pixels.png()
}

function squareCode(text: string, { width, lineColour, background }: MiniCodeDesign, withIcon: boolean): Pixels {
  const { size, data } = modulesOf(text, withIcon ? 'H' : 'M')
  const pixels = new Pixels(width, background)
  const scale = Math.floor(width / (size + 2 * margin))
  if (scale === 0) throw new Refusal(28005001)
  const start = Math.floor((width - size * scale) / 2)
  const columns = Array.from({ length: width }, (_, dot) => Math.floor((dot - start) / scale))
  pixels.fill(lineColour, (x, y) => {
    const [column, row] = [columns[x] ?? -1, columns[y] ?? -1]
    return column >= 0 && row >= 0 && column < size && row < size && data[row * size + column] === 1
  })
  return pixels
}

function modulesOf(text: string, errorCorrectionLevel: 'M' | 'H') {
  try {
    return QRCode.create(text, { errorCorrectionLevel }).modules
  } catch {
    throw new Refusal(28005001)
  }
}

/** What can not be read as PNG (a JPEG) is shown as a disc. */
function layIcon(pixels: Pixels, icon: Buffer): void {
  const plate = centred(pixels.width, plateShare)
  pixels.fill(white, () => true, plate)
  const picture = readPng(icon)
  if (picture !== null) return pixels.lay(picture, centred(pixels.width, iconShare))
  pixels.disc({ r: 64, g: 120, b: 220 }, { ...middleOf(pixels), radius: (pixels.width * iconShare) / 2 })
}

function centred(width: number, share: number): Square {
  const side = Math.round(width * share)
  const start = Math.floor((width - side) / 2)
  return { x: start, y: start, side }
}

function middleOf({ width }: Pixels) {
  return { x: width / 2, y: width / 2 }
}

const rings = 6
const dotsOfInnerRing = 30

/** Rings of dots that the text decides, around a free middle, and three marks. */
function roundCode(text: string, width: number): Pixels {
  const pixels = new Pixels(width, white)
  const bits = bitsOf(text)
  let at = 0
  for (let ring = 0; ring < rings; ring += 1) {
    const count = dotsOfInnerRing + 6 * ring
    for (let dot = 0; dot < count; dot += 1) {
      if (bits[at++ % bits.length] === '1') paintDot(pixels, 0.24 + 0.042 * ring, dot / count)
    }
  }
  for (const turn of [3 / 8, 5 / 8, 7 / 8]) paintMark(pixels, turn)
  return pixels
}

function bitsOf(text: string): string {
  const digits = [0, 1].map((part) => digest(part, 'round code', text)).join('')
  return BigInt(`0x1${digits}`).toString(2).slice(1)
}

function paintDot(pixels: Pixels, distance: number, turn: number): void {
  pixels.disc(black, { ...onCircle(pixels, distance, turn), radius: pixels.width * 0.013 })
}

function paintMark(pixels: Pixels, turn: number): void {
  const place = onCircle(pixels, 0.39, turn)
  for (const [colour, share] of [[white, 0.085] as const, [black, 0.07] as const, [white, 0.048] as const]) {
    pixels.disc(colour, { ...place, radius: pixels.width * share })
  }
  pixels.disc(black, { ...place, radius: pixels.width * 0.027 })
}

function onCircle({ width }: Pixels, distance: number, turn: number) {
  const angle = 2 * Math.PI * turn
  return { x: width * (0.5 + distance * Math.cos(angle)), y: width * (0.5 + distance * Math.sin(angle)) }
}
