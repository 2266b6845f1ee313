import type { CodeStage } from './version'

/** A trial QR code (体验二维码), read from the platform and decoded once to prove that it scans. */
export type TrialCode = {
  readonly stage: CodeStage
  readonly version: string
  readonly path: string
  /** The platform's picture, `data:image/png;base64,…`. */
  readonly image: string
  /** What a phone reads from it; null when our own decoder could not read it. */
  readonly text: string | null
  readonly readAt: number
  /** When the platform's address of the picture ends; null where the platform does not say. */
  readonly expiresAt: number | null
}
