import type { Template } from '@shared/domain/template'

/** Templates newest first; those without a date come last, in the platform's order. */
export function newestFirst(templates: readonly Template[]): readonly Template[] {
  return [...templates].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
}

/** The templates in whose id, version or description every word of the query occurs. */
export function matchingTemplates(templates: readonly Template[], query: string): readonly Template[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return templates.filter(({ templateId, version, description }) => {
    const text = `${templateId}\n${version}\n${description}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
