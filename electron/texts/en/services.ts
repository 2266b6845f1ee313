import type { Dictionary } from '@shared/texts/say'
import { accountServiceTexts } from './services-accounts'
import { authorizationServiceTexts } from './services-authorization'
import { codeServiceTexts } from './services-codes'
import { doctorServiceTexts } from './services-doctor'
import { eventServiceTexts } from './services-events'
import { homeServiceTexts } from './services-home'
import { merchantServiceTexts } from './services-merchants'
import { rolloutServiceTexts } from './services-rollouts'
import { setupServiceTexts } from './services-setup'
import { sharingServiceTexts } from './services-sharing'
import { templateServiceTexts } from './services-templates'

/** The English of what the services say. */
export const serviceTexts: Dictionary = {
  ...accountServiceTexts,
  ...authorizationServiceTexts,
  ...codeServiceTexts,
  ...doctorServiceTexts,
  ...eventServiceTexts,
  ...homeServiceTexts,
  ...merchantServiceTexts,
  ...rolloutServiceTexts,
  ...setupServiceTexts,
  ...sharingServiceTexts,
  ...templateServiceTexts
}
