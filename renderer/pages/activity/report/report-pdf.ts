import { a4Pt, drawReport } from './report-canvas'
import type { ReportModel } from './report-model'

/** A report as a PDF of one A4 page. */
export async function reportPdf(model: ReportModel): Promise<Blob> {
  const { PDFDocument } = await import('pdf-lib')
  const picture = await pngOf(drawReport(model, await iconOf(model)))
  const pdf = await PDFDocument.create()
  pdf.setTitle(`${model.merchant.name} ${model.span}`)
  const page = pdf.addPage([a4Pt.width, a4Pt.height])
  const embedded = await pdf.embedPng(await picture.arrayBuffer())
  page.drawImage(embedded, { x: 0, y: 0, width: a4Pt.width, height: a4Pt.height })
  return new Blob([new Uint8Array(await pdf.save())], { type: 'application/pdf' })
}

/** The merchant's icon as it is kept here; null where there is none or it can not be drawn. */
async function iconOf({ merchant: { accountId, appId, iconKey } }: ReportModel): Promise<HTMLImageElement | null> {
  if (iconKey === null) return null
  const image = new Image()
  image.src = `/media/icon/${encodeURIComponent(accountId)}/${encodeURIComponent(appId)}?v=${encodeURIComponent(iconKey)}`
  try {
    await image.decode()
    return image
  } catch {
    return null
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('a report was not drawn'))), 'image/png')
  )
}
