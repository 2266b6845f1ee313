/** A table as a CSV that spreadsheet programs open as UTF-8; a text that begins like a formula must not become one. */
export async function csvFile(cells: readonly (readonly string[])[]): Promise<Blob> {
  const { default: Papa } = await import('papaparse')
  const text = Papa.unparse(
    cells.map((line) => [...line]),
    { escapeFormulae: true }
  )
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
}

/** Pasted cells, line by line, empty ones too: they have their place. */
export async function pastedCells(text: string): Promise<readonly (readonly string[])[]> {
  const { default: Papa } = await import('papaparse')
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'
const sheets = `${office}/spreadsheetml/2006/main`
const relations = `${office}/officeDocument/2006/relationships`
const packages = `${office}/package/2006`

/**
 * A table as an XLSX file with one sheet of this name, in which every cell is a text. A sheet's name has at most 31
 * characters and none of `[]:*?/\`. Written here because the library that writes such files packs large
 * ones in a worker, which the page's policy forbids.
 */
export async function xlsxFile(cells: readonly (readonly string[])[], sheetName: string): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate')
  const rows = cells.map(rowXml).join('')
  const files = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': relationXml(`${relations}/officeDocument`, 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${sheets}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationXml(`${relations}/worksheet`, 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheets}"><sheetData>${rows}</sheetData></worksheet>`
  }
  const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(start + xml)])))
  return new Blob([new Uint8Array(packed)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  })
}

function relationXml(type: string, target: string): string {
  return `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As XML, without the characters that XML can not hold, even escaped. */
function escaped(text: string): string {
  const held = [...text].filter((each) => each >= ' ' || each === '\t' || each === '\n').join('')
  return held.replace(/[&<>"]/g, (each) => entities[each] ?? '')
}

function rowXml(line: readonly string[], place: number): string {
  const row = place + 1
  return `<row r="${row}">${line.map((text, column) => cellXml(text, `${columnLetters(column)}${row}`)).join('')}</row>`
}

/** A, B … Z, AA … of a column counted from 0. */
function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return `${before > 0 ? columnLetters(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

function cellXml(text: string, address: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}
