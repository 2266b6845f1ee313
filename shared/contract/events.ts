import { z } from 'zod'
import { platformEventKinds, type PlatformEvent } from '../domain/platform-event'
import { accountId, appId, cursor, returning } from './call'

const eventId = z.string().regex(/^\d{1,16}$/)

/** A page of pushed messages, newest first; `unseen` counts all of the account's that were not seen, tickets apart. */
export type EventPage = {
  readonly events: readonly PlatformEvent[]
  readonly next: string | null
  readonly unseen: number
}

/** A notification for the desktop; `path` is the page that it opens. */
export type DesktopNotification = { readonly title: string; readonly body: string; readonly path: string }

export const eventCalls = {
  'events.page': returning<EventPage>().from(
    z.strictObject({
      accountId,
      cursor: cursor.nullable(),
      limit: z.number().int().min(1).max(200),
      filter: z.strictObject({
        kinds: z.array(z.enum(platformEventKinds)).min(1).nullable(),
        appId: appId.nullable(),
        unseenOnly: z.boolean()
      })
    })
  ),
  /** Marks everything up to and with this one as seen; answers with how many are left unseen. */
  'events.markSeen': returning<{ unseen: number }>().from(z.strictObject({ accountId, upTo: eventId })),
  /** Acts on an event again whose handling failed. */
  'events.retry': returning<PlatformEvent>().from(z.strictObject({ accountId, eventId }))
} as const
