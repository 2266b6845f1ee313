import type { PDFDocument, PDFImage } from 'pdf-lib'
import { pictureBlob, pictureExtension } from '@/components/code/code-picture'
import { captionPicture } from './caption-picture'
import type { ExportEntry } from './export-entries'
import { pagePt, sheetLayout } from './sheet-layout'

/**
 * A PDF of A4 sheets with the codes in columns, and their words below them. The codes are embedded as they are, unscaled
 * and lossless. Throws the signal's reason when it is aborted.
 */
export async function pdfFile(
  entries: readonly ExportEntry[],
  columns: number,
  report: (done: number) => void,
  signal: AbortSignal
): Promise<Blob> {
  const { PDFDocument } = await import('pdf-lib')
  const pdf = await PDFDocument.create()
  const { cellWidth, captionHeight, captionGap, place } = sheetLayout(columns)
  for (const [index, entry] of entries.entries()) {
    signal.throwIfAborted()
    const { page: number, x, y } = place(index)
    const page = pdf.getPageCount() > number ? pdf.getPage(number) : pdf.addPage([pagePt.width, pagePt.height])
    const codeBottom = pagePt.height - y - cellWidth
    const caption = await pdf.embedPng(await captionPicture(entry, cellWidth, captionHeight))
    page.drawImage(await embedded(pdf, entry.image), { x, y: codeBottom, width: cellWidth, height: cellWidth })
    const captionBottom = codeBottom - captionGap - captionHeight
    page.drawImage(caption, { x, y: captionBottom, width: cellWidth, height: captionHeight })
    report(index + 1)
  }
  const bytes = await pdf.save()
  signal.throwIfAborted()
  return new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })
}

async function embedded(pdf: PDFDocument, image: string): Promise<PDFImage> {
  const bytes = await pictureBlob(image).arrayBuffer()
  return pictureExtension(image) === 'jpg' ? pdf.embedJpg(bytes) : pdf.embedPng(bytes)
}
