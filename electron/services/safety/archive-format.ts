import { z } from 'zod'

/** The names within a backup file; any other is refused, so that none of them is ever a path. */
export const archiveParts = ['manifest.json', 'merchant-desk.sqlite', 'secrets.json'] as const
export type ArchivePart = (typeof archiveParts)[number]

export const archiveFormat = 'merchant-desk-backup' as const
export const archiveVersion = 1

/** The largest each part may be when unpacked, in bytes. */
export const partMaxBytes: Readonly<Record<ArchivePart, number>> = {
  'manifest.json': 1024 * 1024,
  'merchant-desk.sqlite': 4 * 1024 ** 3,
  'secrets.json': 4 * 1024 * 1024
}

const part = z.object({ bytes: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const count = z.int().min(0)

/** Of any version: what tells a newer one from a file that is none of ours. */
export const manifestHead = z.object({ format: z.literal(archiveFormat), formatVersion: z.int().min(1) })

/** What a backup file says of itself, as its first part. See docs/data-safety.md. */
export const manifestSchema = manifestHead.extend({
  appVersion: z.string().max(64),
  createdAt: z.number(),
  computer: z.string().max(256),
  counts: z.object({ accounts: count, merchants: count, rollouts: count }),
  parts: z.object({ 'merchant-desk.sqlite': part, 'secrets.json': part.optional() })
})
export type Manifest = z.output<typeof manifestSchema>
