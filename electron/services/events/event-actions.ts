import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantReader } from '../merchant-reader'

/** What is done about a merchant's authorisation when the platform tells of it. Both throw `DeskFailure`. */
export interface AuthorizationEvents {
  /** `code`: the authorization code of the message; null where it is not known any more and must be retrieved. */
  authorized(ref: MerchantRef, code: string | null): Promise<void>
  lost(ref: MerchantRef): Promise<void>
}

/** What a message makes the application do. */
export type EventAction = 'accept' | 'lose' | 'read' | 'read_versions'

/** By the platform's own names. `UPDATE_AUTHORIZED` is the echo of our own retrieval, and asks for nothing. */
const actions: ReadonlyMap<string, EventAction> = new Map([
  ['AUTHORIZED', 'accept'],
  ['UNAUTHORIZED', 'lose'],
  ['PACKAGE_AUDIT', 'read_versions'],
  ['MODIFY_APP_NAME', 'read'],
  ['MODIFY_APP_INTRO', 'read'],
  ['MODIFY_APP_ICON', 'read'],
  ['APP_NAME_RESET_NOTIFICATION', 'read'],
  ['MODIFY_APP_CATEGORY', 'read'],
  ['PUBLISH_APP_CATEGORY_AUDIT_RESULT', 'read']
])

/** What is to be done about a message of this name; null: it is only shown. */
export function actionFor(event: string): EventAction | null {
  return actions.get(event) ?? null
}

export type ActionParts = {
  readonly reader: Pick<MerchantReader, 'read' | 'readVersions'>
  readonly authorization: AuthorizationEvents
}

/** Does it. Throws `DeskFailure`. */
export async function perform(
  action: EventAction,
  ref: MerchantRef,
  code: string | null,
  { reader, authorization }: ActionParts,
  signal: AbortSignal
): Promise<void> {
  switch (action) {
    case 'accept':
      return authorization.authorized(ref, code)
    case 'lose':
      return authorization.lost(ref)
    case 'read':
      return reader.read(ref, signal)
    case 'read_versions':
      await reader.readVersions(ref, signal)
  }
}
