import { PDFiumLibrary } from '@hyzyla/pdfium'

/** A page of a PDF as a reader shows it: its size in millimetres, and the share of it that is not white. */
export type InkedPage = { readonly size: readonly [number, number]; readonly inked: number }

const mmPerPoint = 25.4 / 72

/** Draws each page of a PDF with Chromium's own PDF reader and looks how much is on it. */
export async function inkOf(file: Uint8Array): Promise<readonly InkedPage[]> {
  const reader = await PDFiumLibrary.init()
  const pdf = await reader.loadDocument(file)
  try {
    const pages: InkedPage[] = []
    for (const page of pdf.pages()) {
      const { data, width, height } = await page.render({ scale: 1 })
      let inked = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) inked += 1
      const size = [Math.round(width * mmPerPoint), Math.round(height * mmPerPoint)] as const
      pages.push({ size, inked: inked / (width * height) })
    }
    return pages
  } finally {
    pdf.destroy()
    reader.destroy()
  }
}
