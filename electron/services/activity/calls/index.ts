import { accountDescriptions } from './accounts'
import type { CallDescriptions } from './description'
import { listDescriptions } from './lists'
import { localDescriptions } from './local'
import { merchantDescriptions } from './merchants'
import { rolloutDescriptions } from './rollouts'
import { safetyDescriptions } from './safety'
import { templateDescriptions } from './templates'

/** Every call of the contract, and what it leaves in the activity journal; a test finds the call that is missing. */
export const callDescriptions: CallDescriptions = {
  ...accountDescriptions,
  ...merchantDescriptions,
  ...rolloutDescriptions,
  ...templateDescriptions,
  ...listDescriptions,
  ...localDescriptions,
  ...safetyDescriptions
}
