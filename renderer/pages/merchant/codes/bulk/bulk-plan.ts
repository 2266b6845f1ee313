import { pathProblem, pathWith, type PathParameter } from '@shared/rules/code-rules'
import { codePathMaxLength, savedCodesMax } from '@shared/rules/limits'
import { t } from '@/i18n'
import type { PathParts } from '../mini/path-parts'
import { labelMaxLength } from '../mini/use-mini-form'

/** One code of a series: what it is called, and what it leads to. */
export type PlannedCode = { readonly label: string; readonly path: string; readonly problem: string | null }

/** How a series is counted: numbers within a label, or a line of text for each. */
export type Series =
  | { readonly kind: 'numbers'; readonly label: string; readonly from: number; readonly to: number }
  | { readonly kind: 'lines'; readonly text: string }

/** What parameters' values and the label can name: the number, and the value of the line (the number without one). */
export const numberWord = `{${t('codes.bulk.number')}}`
export const valueWord = `{${t('codes.bulk.value')}}`

type Entry = { readonly label: string; readonly number: string; readonly value: string }

/** The codes of a series; `numberWord` and `valueWord` in the values of parameters, and in the page, are put in for each. */
export function planSeries(series: Series, parts: PathParts): readonly PlannedCode[] {
  const entries = series.kind === 'numbers' ? numbered(series) : lined(series.text)
  const seen = new Set<string>()
  return entries.map((entry) => {
    const path = pathWith(
      filled(parts.page.trim(), entry),
      parts.parameters.map(({ name, value }): PathParameter => ({ name, value: filled(value, entry) }))
    )
    const isTwice = seen.has(entry.label)
    seen.add(entry.label)
    return { label: entry.label, path, problem: isTwice ? t('codes.bulk.labelTwice') : codeProblem(entry.label, path) }
  })
}

/** Why a label and a path can not be kept; null when they can. */
export function codeProblem(label: string, path: string): string | null {
  if (label === '') return t('codes.bulk.withoutLabel')
  if (label.length > labelMaxLength) return t('codes.bulk.labelTooLong', { max: labelMaxLength })
  if (path.length > codePathMaxLength) return t('codes.path.tooLong', { max: codePathMaxLength })
  return pathProblem(path)
}

function numbered({ label, from, to }: Extract<Series, { kind: 'numbers' }>): readonly Entry[] {
  const count = Math.min(savedCodesMax, Math.max(0, to - from + 1))
  return Array.from({ length: count }, (_, place) => {
    const number = String(from + place)
    const words = { label: '', number, value: number }
    // Without the word the labels would all be the same.
    const pattern = label.includes(numberWord) ? label : `${label.trim()} ${numberWord}`
    return { ...words, label: filled(pattern, words).trim() }
  })
}

/** `标签` or `标签,值` a line, parted by a comma of either script or a tab; without a value the label is it. */
function lined(text: string): readonly Entry[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, savedCodesMax).map((line, place) => {
    const [label = '', ...rest] = line.split(/[,，\t]/).map((part) => part.trim())
    const value = rest.join(',')
    return { label, number: String(place + 1), value: value === '' ? label : value }
  })
}

function filled(text: string, { number, value }: Entry): string {
  return text.replaceAll(numberWord, number).replaceAll(valueWord, value)
}
