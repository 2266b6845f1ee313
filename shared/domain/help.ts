import type { ErrorActor, WayOut } from '../errors'

/** One line of the catalogue of the platform's error codes. */
export type CatalogueEntry = {
  readonly code: string
  /** The call it belongs to; null: it means the same wherever it comes from. */
  readonly endpoint: string | null
  /** What it means and why. */
  readonly reason: string
  readonly nextStep: string
  readonly actor: ErrorActor
  readonly wayOut: WayOut | null
  /** The documentation's page that names it; null where none is known. */
  readonly documentation: string | null
}
