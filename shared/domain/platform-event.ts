/** What a pushed message is about; `other` is kept and shown raw. */
export const platformEventKinds = [
  'ticket',
  'authorized',
  'unauthorized',
  'code_retrieved',
  'audit',
  'profile',
  'category',
  'capability',
  'settlement',
  'other'
] as const
export type PlatformEventKind = (typeof platformEventKinds)[number]

/**
 * A message that the platform pushed (消息与事件推送), kept once however often it came.
 *
 * `raw` is its decrypted content as JSON, in which tickets and authorisation codes are replaced by `•••`.
 */
export type PlatformEvent = {
  readonly id: string
  readonly accountId: string
  /** The merchant it is about, with its name where we know it. */
  readonly merchant: { readonly appId: string; readonly name: string } | null
  readonly kind: PlatformEventKind
  /** The platform's own name, e.g. `PACKAGE_AUDIT`. */
  readonly event: string
  /** One line in the operator's words, e.g. "审核未通过：抖音". */
  readonly title: string
  /** Reasons and details, for people; may be empty. */
  readonly detail: string
  readonly tone: 'good' | 'bad' | 'neutral'
  /** The platform's time; null where the message has none. */
  readonly happenedAt: number | null
  readonly receivedAt: number
  readonly source: 'receiver' | 'relay' | 'paste'
  /** How often the same content arrived. */
  readonly copies: number
  /** `nothing`: there is nothing to do about it. `waiting`: not acted on yet. `failed`: see `trouble`. */
  readonly handling: 'nothing' | 'waiting' | 'done' | 'failed'
  readonly trouble: string | null
  readonly seen: boolean
  readonly raw: string
}

/** What a list of events is narrowed to; null: no matter. */
export type EventFilter = {
  readonly kinds: readonly PlatformEventKind[] | null
  readonly appId: string | null
  readonly unseenOnly: boolean
}
