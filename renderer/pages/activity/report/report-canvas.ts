import { creditPoints } from './credit-points'
import type { ReportModel, ReportSection } from './report-model'

/** A4 in points of 1/72 inch. */
export const a4Pt = { width: 595.28, height: 841.89 } as const
const dotsPerPoint = 200 / 72
const marginPt = 44
const inner = a4Pt.width - 2 * marginPt
const gapPt = 24
/** From the end of a section to the next one's title. */
const sectionGapPt = 20
const colours = { text: '#1a1d23', secondary: '#5c6470', line: '#d5d9e0', accent: '#1f62d0' } as const

type Font = { readonly size: number; readonly bold?: boolean; readonly colour?: string }

/**
 * Draws a report onto one A4 page at 200 dpi with the page's own fonts: a PDF would need a Chinese font file. Every text has one
 * line and every section its room, so the page never overflows. `icon`: the merchant's picture; null for its first letter.
 */
export function drawReport(model: ReportModel, icon: HTMLImageElement | null): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(a4Pt.width * dotsPerPoint)
  canvas.height = Math.round(a4Pt.height * dotsPerPoint)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw a report on')
  context.scale(dotsPerPoint, dotsPerPoint)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, a4Pt.width, a4Pt.height)
  const pen = new Pen(context)
  head(pen, model, icon)
  sums(pen, model, 140)
  const half = (inner - gapPt) / 2
  const left = lines(pen, model.releases, { x: marginPt, y: 206, width: half })
  const right = lines(pen, model.reviews, { x: marginPt + half + gapPt, y: 206, width: half })
  const changesEnd = lines(pen, model.changes, { x: marginPt, y: Math.max(left, right), width: inner })
  const presentEnd = present(pen, model, changesEnd)
  lines(pen, model.matters, { x: marginPt, y: presentEnd, width: inner })
  pen.write(model.made, marginPt, a4Pt.height - 34, inner, { size: 8, colour: colours.secondary })
  return canvas
}

class Pen {
  readonly context: CanvasRenderingContext2D
  private readonly family = getComputedStyle(document.body).fontFamily || 'sans-serif'

  constructor(context: CanvasRenderingContext2D) {
    this.context = context
    context.textBaseline = 'top'
  }

  /** One line, cut with an ellipsis where it is too wide; answers how wide it became. */
  write(text: string, x: number, y: number, width: number, { size, bold = false, colour }: Font): number {
    this.context.font = `${bold ? 600 : 400} ${size}px ${this.family}`
    this.context.fillStyle = colour ?? colours.text
    const shown = this.fitted(text.replaceAll(/\s+/g, ' '), width)
    this.context.fillText(shown, x, y)
    return this.context.measureText(shown).width
  }

  rule(x: number, y: number, width: number): void {
    this.context.fillStyle = colours.line
    this.context.fillRect(x, y, width, 0.6)
  }

  private fitted(text: string, width: number): string {
    if (this.context.measureText(text).width <= width) return text
    const letters = [...text]
    while (letters.length > 0 && this.context.measureText(`${letters.join('')}…`).width > width) letters.pop()
    return `${letters.join('')}…`
  }
}

function head(pen: Pen, model: ReportModel, icon: HTMLImageElement | null): void {
  const iconPt = 52
  const { context } = pen
  if (icon) context.drawImage(icon, marginPt, marginPt, iconPt, iconPt)
  else {
    context.fillStyle = '#e7effc'
    context.fillRect(marginPt, marginPt, iconPt, iconPt)
    const letter = [...model.merchant.name.trim()][0] ?? '·'
    pen.write(letter, marginPt + 15, marginPt + 14, iconPt, { size: 22, bold: true, colour: colours.accent })
  }
  const left = marginPt + iconPt + 14
  const width = inner - iconPt - 14
  pen.write(model.merchant.name, left, marginPt, width, { size: 19, bold: true })
  pen.write(`${model.title} · ${model.span}`, left, marginPt + 26, width, { size: 10.5 })
  const small = { size: 9, colour: colours.secondary }
  pen.write(`${model.appId} · ${model.by}`, left, marginPt + 42, width, small)
  pen.rule(marginPt, 116, inner)
}

function sums(pen: Pen, { sums: all }: ReportModel, y: number): void {
  const width = inner / all.length
  for (const [place, { label, value }] of all.entries()) {
    const x = marginPt + place * width
    pen.write(value, x, y, width - 10, { size: 20, bold: true, colour: colours.accent })
    pen.write(label, x, y + 27, width - 10, { size: 9, colour: colours.secondary })
  }
}

type Place = { readonly x: number; readonly y: number; readonly width: number }

/** Answers where the next section begins. */
function lines(pen: Pen, section: ReportSection, { x, y, width }: Place): number {
  const rowPt = 15.5
  const datePt = 60
  const small = { size: 9 }
  const secondary = { size: 9, colour: colours.secondary }
  pen.write(section.title, x, y, width, { size: 11, bold: true })
  pen.rule(x, y + 16, width)
  const top = y + 23
  if (section.lines.length === 0) pen.write(section.empty, x, top, width, secondary)
  for (const [place, { when, what, note }] of section.lines.entries()) {
    const row = top + place * rowPt
    if (when !== '') pen.write(when, x, row, datePt - 2, secondary)
    const start = when === '' ? x : x + datePt
    const whatPt = pen.write(what, start, row, note === '' ? width : (width - datePt) * 0.5, small) + 8
    pen.write(note, start + whatPt, row, width - datePt - whatPt, secondary)
  }
  if (section.more !== null) pen.write(section.more, x + width - 70, y + 3, 70, { size: 8, colour: colours.secondary })
  return top + Math.max(1, section.lines.length) * rowPt + sectionGapPt
}

/** Answers where the next section begins. */
function present(pen: Pen, model: ReportModel, y: number): number {
  pen.write(model.presentTitle, marginPt, y, inner, { size: 11, bold: true })
  pen.rule(marginPt, y + 16, inner)
  const half = (inner - gapPt) / 2
  const labelPt = 92
  const shown = model.present.slice(0, 8)
  for (const [place, { label, value }] of shown.entries()) {
    const isLast = place === shown.length - 1 && place % 2 === 0
    const x = marginPt + (place % 2) * (half + gapPt)
    const top = y + 23 + Math.floor(place / 2) * 18
    pen.write(label, x, top, labelPt - 6, { size: 9, colour: colours.secondary })
    pen.write(value, x + labelPt, top, (isLast ? inner : half) - labelPt, { size: 9.5 })
  }
  const end = y + 23 + Math.ceil(shown.length / 2) * 18
  return end + credit(pen, model, end + 6) + sectionGapPt
}

/** Answers how high it became. */
function credit(pen: Pen, { credit: history, creditTitle }: ReportModel, y: number): number {
  const box = { x: marginPt + 92, width: inner - 92, height: 38 }
  const points = creditPoints(history, box.width, box.height)
  if (points.length === 0) return 0
  pen.write(creditTitle, marginPt, y, 86, { size: 9, colour: colours.secondary })
  pen.rule(box.x, y + box.height, box.width)
  const { context } = pen
  context.strokeStyle = colours.accent
  context.lineWidth = 1.4
  context.lineJoin = 'round'
  context.beginPath()
  for (const [place, { x, y: down }] of points.entries()) {
    if (place === 0) context.moveTo(box.x + x, y + down)
    else context.lineTo(box.x + x, y + down)
  }
  context.stroke()
  return box.height + 6
}
