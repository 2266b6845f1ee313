import { createHash } from 'node:crypto'
import type { ActivityBreak } from '@shared/domain/activity'

/** What the first entry follows. */
export const noHash = '0'.repeat(64)

/** The fields of an entry that its own hash is made of; words as they stand there, known ones or not. */
export type ActivityHeader = {
  readonly sequence: number
  readonly at: number
  readonly actor: string
  readonly origin: string
  readonly accountId: string | null
  readonly action: string
  readonly outcome: string
  readonly contentHash: string
  readonly previousHash: string
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/**
 * A value as the one JSON text that all programs agree on (RFC 8785, for texts, whole numbers, null, lists and objects): no
 * spaces, the names of an object in ascending order, an absent field left out.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const]))
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`
}

/** SHA-256 over the text in UTF-8, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * The hash of an entry: SHA-256 over the canonical JSON of these nine fields. The content counts by its own hash, so that the
 * chain still holds when the content is removed with the data of its account.
 */
export function entryHash(header: ActivityHeader): string {
  const { sequence, at, actor, origin, accountId, action, outcome, contentHash, previousHash } = header
  return sha256(canonicalJson({ sequence, at, actor, origin, accountId, action, outcome, contentHash, previousHash }))
}

/** An entry as it lies in the table. */
export type ChainLink = ActivityHeader & {
  readonly hash: string
  readonly appId: string | null
  readonly contentText: string | null
}

/**
 * What is wrong with an entry that should follow `previous`; null where it fits. `removedUpTo`: content of its account's
 * entries before that one was removed with its data; 0 where none was.
 */
export function linkProblem(
  link: ChainLink,
  previous: { readonly sequence: number; readonly hash: string },
  removedUpTo: number
): ActivityBreak['what'] | null {
  if (link.sequence !== previous.sequence + 1) return 'gap'
  if (link.previousHash !== previous.hash) return 'link'
  if (link.hash !== entryHash(link)) return 'altered'
  if (link.contentText === null) return link.sequence < removedUpTo && link.appId === null ? null : 'removed'
  return sha256(link.contentText) === link.contentHash && appIdOf(link.contentText) === link.appId ? null : 'altered'
}

/** The merchant stands in a column of its own as well, by which entries are found. */
function appIdOf(contentText: string): unknown {
  const content: unknown = JSON.parse(contentText)
  return typeof content === 'object' && content !== null && 'appId' in content ? content.appId : undefined
}
