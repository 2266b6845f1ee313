import type { CatalogueEntry } from '../domain/help'
import { nothing, returning } from './call'

export const helpCalls = {
  /** All error codes of the platform that are documented, what is special to an endpoint after what is general. */
  'help.catalogue': returning<readonly CatalogueEntry[]>().from(nothing)
} as const
