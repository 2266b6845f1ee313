import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantReader } from '../merchant-reader'
import type { SetupReadings } from '../setup/setup-readings'

/** What is done about a merchant's authorisation when the platform tells of it. Both throw `DeskFailure`. */
export interface AuthorizationEvents {
  /** `code`: the authorization code of the message; null where it is not known any more and must be retrieved. */
  authorized(ref: MerchantRef, code: string | null): Promise<void>
  lost(ref: MerchantRef): Promise<void>
}

/** What a message makes the application do. */
export type EventAction = 'accept' | 'lose' | 'read_versions' | 'read_profile' | 'read_categories' | 'read_capabilities'

/** By the platform's own names. `UPDATE_AUTHORIZED` is the echo of our own retrieval, and asks for nothing. */
const actions: ReadonlyMap<string, EventAction> = new Map([
  ['AUTHORIZED', 'accept'],
  ['UNAUTHORIZED', 'lose'],
  ['PACKAGE_AUDIT', 'read_versions'],
  ['MODIFY_APP_NAME', 'read_profile'],
  ['MODIFY_APP_INTRO', 'read_profile'],
  ['MODIFY_APP_ICON', 'read_profile'],
  ['APP_NAME_RESET_NOTIFICATION', 'read_profile'],
  ['MODIFY_APP_CATEGORY', 'read_categories'],
  ['PUBLISH_APP_CATEGORY_AUDIT_RESULT', 'read_categories'],
  ['APPLY_CAPACITY', 'read_capabilities'],
  ['APPLY_VIDEO_CAPABILITY', 'read_capabilities'],
  ['APPLY_LIVE_CAPABILITY', 'read_capabilities'],
  ['APPLY_PHONE_NUMBER_CAPABILITY', 'read_capabilities']
])

/** What is to be done about a message of this name; null: it is only shown. */
export function actionFor(event: string): EventAction | null {
  return actions.get(event) ?? null
}

export type ActionParts = {
  readonly reader: Pick<MerchantReader, 'readVersions'>
  readonly readings: Pick<SetupReadings, 'profile' | 'categories' | 'capabilities'>
  readonly authorization: AuthorizationEvents
}

/** Does it. Throws `DeskFailure`. */
export async function perform(
  action: EventAction,
  ref: MerchantRef,
  code: string | null,
  { reader, readings, authorization }: ActionParts,
  signal: AbortSignal
): Promise<void> {
  switch (action) {
    case 'accept':
      return authorization.authorized(ref, code)
    case 'lose':
      return authorization.lost(ref)
    case 'read_versions':
      await reader.readVersions(ref, signal)
      return
    case 'read_profile':
      await readings.profile(ref, signal)
      return
    case 'read_categories':
      return readCategories(ref, readings, signal)
    case 'read_capabilities':
      await readings.capabilities(ref, signal)
      return
  }
}

/** The profile lists the categories as well; what one missing scope denies does not hide the other. */
async function readCategories(ref: MerchantRef, readings: ActionParts['readings'], signal: AbortSignal): Promise<void> {
  const outcomes = await Promise.allSettled([readings.categories(ref, signal), readings.profile(ref, signal)])
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
