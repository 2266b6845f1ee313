import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { PNG } from 'pngjs'
import { cropped, scan, type Box } from './scan'

/** A code on a page: what a phone reads from it, and how far it stands from the page's left edge, in millimetres. */
export type PrintedCode = { readonly text: string | null; readonly left: number }

/** A page of a PDF as a reader shows it. Lengths in millimetres; codes by rows, from left to right. */
export type PrintedPage = { readonly width: number; readonly height: number; readonly codes: readonly PrintedCode[] }

const mmPerPoint = 25.4 / 72
const pixelsPerMm = 8

/** White of this width keeps two things apart: less than a code's quiet zone, more than the gaps between lines of words. */
const gapPx = 1.5 * pixelsPerMm
const codeMinPx = 15 * pixelsPerMm

/** Draws each page of a PDF with Chromium's own PDF reader, finds the codes in the picture, and reads each of them. */
export async function printedPages(file: Uint8Array): Promise<readonly PrintedPage[]> {
  const reader = await PDFiumLibrary.init()
  const pdf = await reader.loadDocument(file)
  try {
    return await Promise.all([...pdf.pages()].map(printedPage))
  } finally {
    pdf.destroy()
    reader.destroy()
  }
}

async function printedPage(page: PDFiumPage): Promise<PrintedPage> {
  const { data, width, height } = await page.render({ scale: mmPerPoint * pixelsPerMm })
  const picture = new PNG({ width, height })
  picture.data = Buffer.from(data)
  const codes = partsOf(picture, { x: 0, y: 0, width, height })
    .filter((part) => part.height >= codeMinPx && Math.abs(part.width / part.height - 1) < 0.05)
    .map((part) => ({ text: scan(cropped(picture, withMargin(part))), left: Math.round(part.x / pixelsPerMm) }))
  return { width: width / pixelsPerMm, height: height / pixelsPerMm, codes }
}

/** What white keeps apart on a picture: cut into rows, those into columns, and so on until nothing can be cut. */
function partsOf(picture: PNG, box: Box): readonly Box[] {
  const rows = runs(box.y, box.height, (y) => isInked(picture, { ...box, y, height: 1 }))
  const parts = rows.flatMap(([y, height]) =>
    runs(box.x, box.width, (x) => isInked(picture, { x, y, width: 1, height })).map(([x, width]): Box => {
      return { x, y, width, height }
    })
  )
  const [only] = parts
  if (!only || (parts.length === 1 && only.width === box.width && only.height === box.height)) return parts
  return parts.flatMap((part) => partsOf(picture, part))
}

/** Where lines with ink begin and how many there are, in groups that a gap keeps apart. */
function runs(start: number, count: number, isInk: (line: number) => boolean): readonly (readonly [number, number])[] {
  const inked = Array.from({ length: count }, (_, line) => start + line).filter(isInk)
  const firsts = inked.filter((line, place) => line - (inked[place - 1] ?? -Infinity) > gapPx)
  return firsts.map((first, group) => {
    const last = inked.findLast((line) => line < (firsts[group + 1] ?? Infinity)) ?? first
    return [first, last - first + 1]
  })
}

function isInked(picture: PNG, { x, y, width, height }: Box): boolean {
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1)
      if ((picture.data[(row * picture.width + column) * 4] ?? 255) < 128) return true
  return false
}

/** With white around it, as a code is only read with its quiet zone. */
function withMargin({ x, y, width, height }: Box): Box {
  return { x: x - gapPx, y: y - gapPx, width: width + 2 * gapPx, height: height + 2 * gapPx }
}
