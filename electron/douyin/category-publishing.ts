import type { CategoryPublishing } from '@shared/domain/category'
import { z } from 'zod'
import { namedCategory, reviewState } from './category-schemas'
import { parseJson } from './json'
import { list, text } from './schemas'

/** A choice by its name, or as an object that has one. */
const choice = z
  .union([z.string(), z.number().transform(String), z.object({ category_name: z.string() })])
  .nullable()
  .catch(null)
  .transform((each) => (each !== null && typeof each === 'object' ? each.category_name : (each ?? '')))
const choices = list(choice)
  .catch([])
  .transform((all) => all.filter((each) => each !== ''))

const verdict = z.object({ redundant_choice: choices, lack_choice: choices, other_reason: text.catch('') })

/** `online_audit_info` of 查询已发布的服务类目. */
export const publishingData = z
  .object({ audit_categories: list(namedCategory), audit_state: reviewState, audit_reason: z.unknown() })
  .nullish()

/** The newest publishing; null where nothing was published yet. */
export function categoryPublishing(data: z.output<typeof publishingData>): CategoryPublishing | null {
  const categories = data?.audit_categories.filter((each) => each !== null) ?? []
  const state = data?.audit_state ?? null
  if (categories.length === 0 && state === null) return null
  const { redundant_choice: redundant, lack_choice: lacking, other_reason: reason } = verdictOf(data?.audit_reason)
  return { state, categories, lacking, redundant, reason }
}

/** The reason is a JSON document inside a string; a text that is none counts as the reason itself. */
function verdictOf(told: unknown): z.output<typeof verdict> {
  const parsed = verdict.safeParse(typeof told === 'string' ? jsonIn(told) : told)
  if (parsed.success) return parsed.data
  return { redundant_choice: [], lack_choice: [], other_reason: typeof told === 'string' ? told : '' }
}

function jsonIn(words: string): unknown {
  try {
    return parseJson(words)
  } catch {
    return null
  }
}
