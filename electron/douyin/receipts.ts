import { z } from 'zod'
import type { PlatformCaller, Request } from './caller'
import type { Receipt } from './platform'
import { reading } from './wire'

/** Reads what the writes, and the check of a name, are answered with: the envelope alone. */
export const readReceipt = reading({ schema: z.unknown() })

/** A call for one merchant that is answered with the envelope alone. */
export type Acknowledged = (request: Omit<Request<unknown>, 'read'>) => Promise<Receipt>

/** Makes such calls for one merchant. They throw `PlatformError` and nothing else. */
export function acknowledged(caller: PlatformCaller, appId: string): Acknowledged {
  return async (request) => {
    const { logId } = await caller.asMerchant(appId, { ...request, read: readReceipt })
    return { logId }
  }
}
