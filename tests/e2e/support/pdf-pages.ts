import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
  type PDFPage
} from 'pdf-lib'
import type { Pixels } from './scan'

/** A picture on a page, and where its lower left corner stands, in points. */
export type PlacedPicture = Pixels & { readonly x: number; readonly y: number; readonly side: number }

/** The square pictures of each page of a PDF, in the order in which they are drawn. */
export async function squarePicturesOf(file: Uint8Array): Promise<readonly (readonly PlacedPicture[])[]> {
  const pdf = await PDFDocument.load(file)
  return pdf.getPages().map(squarePictures)
}

/** A change of the place and the size of what is drawn: `width 0 0 height x y cm`. */
const matrix = /([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm/g

/** A picture is drawn by its name after the changes that place it: `/Image-1 Do`. */
function squarePictures(page: PDFPage): readonly PlacedPicture[] {
  const drawings = contentOf(page).split(/\sDo\b/)
  return drawings.slice(0, -1).flatMap((drawing) => {
    const changes = [...drawing.matchAll(matrix)].map((change) => change.slice(1).map(Number))
    const product = (part: number) => changes.reduce((size, change) => size * (change[part] ?? 1), 1)
    const sum = (part: number) => changes.reduce((place, change) => place + (change[part] ?? 0), 0)
    const [side, height] = [product(0), product(1)]
    const name = drawing.slice(drawing.lastIndexOf('/') + 1)
    return side === height ? [{ ...pixelsOf(page, name), x: sum(2), y: sum(3), side }] : []
  })
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  return parts.map((part) => decoded(page.doc.context.lookup(part)).toString('latin1')).join('\n')
}

function decoded(stream: PDFObject | undefined): Buffer {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return Buffer.from(decodePDFRawStream(stream).decode())
}

function pixelsOf(page: PDFPage, name: string): Pixels {
  const pictures = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
  const picture = pictures?.lookup(PDFName.of(name))
  if (!(picture instanceof PDFRawStream)) throw new Error(`no picture ${name}`)
  const size = (key: string) => picture.dict.lookup(PDFName.of(key), PDFNumber).asNumber()
  return { ...opaque(decodePDFRawStream(picture).decode()), width: size('Width'), height: size('Height') }
}

/** Three bytes a pixel become four. */
function opaque(colours: Uint8Array): { data: Uint8Array } {
  const data = new Uint8Array((colours.length / 3) * 4).fill(255)
  for (let pixel = 0; pixel < colours.length / 3; pixel += 1)
    data.set(colours.subarray(pixel * 3, pixel * 3 + 3), pixel * 4)
  return { data }
}
