import type { DeskError } from '@shared/errors'
import { clauses } from '@/i18n/list'

/** What an error says about the category, and about its qualifications or a file of one; each without repetition. */
export function fieldProblems(error: DeskError | null): {
  readonly category: string | null
  readonly qualifications: string | null
} {
  return { category: textOf(error, 'category'), qualifications: textOf(error, 'qualifications') }
}

function textOf(error: DeskError | null, field: string): string | null {
  const texts = Object.entries(error?.fields ?? {})
    .filter(([path]) => path === field || path.startsWith(`${field}.`))
    .map(([, text]) => text)
  return texts.length === 0 ? null : clauses([...new Set(texts)])
}
