/** An A4 sheet in points of 1/72 inch, as PDF counts. */
export const pagePt = { width: 595.28, height: 841.89 } as const

/** 10 mm around the sheet, 4 mm between the codes. */
const marginPt = 28.35
const gapPt = 11.34

/** 2 mm: words right below a code would stand in its quiet zone, and scanners would read neither. */
const captionGapPt = 5.67

/** Room for three lines of words below a code. */
const captionShare = 0.24
const captionMinPt = 30

export type Place = { readonly page: number; readonly x: number; readonly y: number }

export type SheetLayout = {
  readonly cellWidth: number
  readonly captionHeight: number
  /** White between a code and its words. */
  readonly captionGap: number
  readonly perPage: number
  /** Where the top left corner of a code stands, counted from the page's top left. */
  readonly place: (index: number) => Place
}

/** Lays codes out in columns; a code is as high as it is wide, and nothing is cut by the end of a page. */
export function sheetLayout(columns: number): SheetLayout {
  const cellWidth = (pagePt.width - 2 * marginPt - (columns - 1) * gapPt) / columns
  const captionHeight = Math.max(captionMinPt, cellWidth * captionShare)
  const cellHeight = cellWidth + captionGapPt + captionHeight + gapPt
  const rows = Math.max(1, Math.floor((pagePt.height - 2 * marginPt + gapPt) / cellHeight))
  const perPage = rows * columns
  const place = (index: number): Place => {
    const onPage = index % perPage
    return {
      page: Math.floor(index / perPage),
      x: marginPt + (onPage % columns) * (cellWidth + gapPt),
      y: marginPt + Math.floor(onPage / columns) * cellHeight
    }
  }
  return { cellWidth, captionHeight, captionGap: captionGapPt, perPage, place }
}
