import type { ExportEntry } from './export-entries'

/** Print resolution. */
const dotsPerInch = 300
const pointsPerInch = 72

/** Sizes as shares of the caption's height. */
const titleShare = 0.34
const lineShare = 0.25

/**
 * The words below a code as a PNG at 300 dpi, drawn with the page's own fonts: a PDF would need a Chinese font file for
 * them. Lengths in points of 1/72 inch.
 */
export async function captionPicture(
  { title, lines }: Pick<ExportEntry, 'title' | 'lines'>,
  widthPt: number,
  heightPt: number
): Promise<ArrayBuffer> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round((widthPt / pointsPerInch) * dotsPerInch)
  canvas.height = Math.round((heightPt / pointsPerInch) * dotsPerInch)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw captions on')
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'top'
  let top = 0
  for (const [place, text] of [title, ...lines.slice(0, 2)].entries()) {
    const size = canvas.height * (place === 0 ? titleShare : lineShare)
    context.font = `${place === 0 ? 600 : 400} ${size}px ${family}`
    context.fillStyle = place === 0 ? '#000' : '#444'
    context.fillText(fitted(context, text, canvas.width), canvas.width / 2, top)
    top += size * 1.2
  }
  return (await pngOf(canvas)).arrayBuffer()
}

/** A text cut so that it fits, with an ellipsis. */
function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  const letters = [...text]
  while (letters.length > 0 && context.measureText(`${letters.join('')}…`).width > width) letters.pop()
  return `${letters.join('')}…`
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('a caption was not drawn'))), 'image/png')
  )
}
