import type { Hunt } from '../hunt'
import { visitAccounts } from './accounts'
import { visitActivity } from './activity'
import { visitApplication } from './application'
import { visitAuthorization } from './authorization'
import { visitCapabilities } from './capabilities'
import { visitCategories } from './categories'
import { visitCodes } from './codes'
import { visitDomains } from './domains'
import { visitEvents } from './events'
import { visitFiles } from './files'
import { visitHome } from './home'
import { visitLists } from './lists'
import { visitMerchants } from './merchants'
import { visitProfile } from './profile'
import { visitRollouts } from './rollouts'
import { visitSafety } from './safety'
import { visitSetups } from './setups'
import { visitStanding } from './standing'
import { visitTemplates } from './templates'
import { visitVersions } from './versions'

/** Makes the calls of one group of the contract, each so that it is answered with a value at least once. */
export type Visit = (hunt: Hunt) => Promise<void>

/** In this order: the accounts come last, as they are given wrong secrets and removed. */
export const visits: readonly Visit[] = [
  visitAuthorization,
  visitMerchants,
  visitLists,
  visitVersions,
  visitCodes,
  visitFiles,
  visitProfile,
  visitCategories,
  visitDomains,
  visitCapabilities,
  visitStanding,
  visitSetups,
  visitTemplates,
  visitRollouts,
  visitHome,
  visitEvents,
  visitSafety,
  visitActivity,
  visitApplication,
  visitAccounts
]
