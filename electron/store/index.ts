import { accountRepository } from './accounts'
import { activityRepository } from './activity'
import { applicationDomainRepository } from './application-domains'
import { authorizationRecordRepository } from './authorization-records'
import { safetyRepository } from './backup-repository'
import { baselineRepository } from './baselines'
import { capabilityList, capabilityRowReader } from './capabilities'
import { closeDatabase, lightly } from './database'
import { eventRepository } from './events'
import { extVariableRepository } from './ext-variables'
import { facetRepository } from './facets'
import { firstTaskRepository } from './first-tasks'
import { homeRepository } from './home'
import { iconRepository } from './icons'
import { learnedRuleRepository } from './learned-rules'
import { linkRepository } from './links'
import { listViewRepository } from './list-views'
import { merchantRepository } from './merchants'
import { openWithRescue, type StoreOptions } from './opening'
import { operationRepository } from './operations'
import type { Store } from './repositories'
import { rolloutRepository } from './rollouts'
import { savedCodeRepository } from './saved-codes'
import { sealedRepository } from './sealed'
import { settingChangeRepository } from './setting-changes'
import { settingsRepository } from './settings'
import { categoryFacts, domainFacts, merchantInformation, standingFacts } from './setup-schemas'
import { standingSampleRepository } from './standing-samples'
import { timelineRepository } from './timeline'
import { tokenRepository } from './tokens'

export type { StoreOptions }

/**
 * Opens the application's database, bringing it to the newest version (a backup is made before). A damaged file is set
 * aside and a backup takes its place, see `openingNotices`.
 *
 * Throws `NewerDatabaseError` and `ForeignDatabaseError` with the file untouched, and SQLite's own errors where the file
 * can not be opened at all, `BusyDatabaseError` where another program holds it. One that can not be written to is opened as a
 * copy in memory, see `safety.access`.
 */
export function openStore(options: StoreOptions): Store {
  const { database, notices, access, restored } = openWithRescue(options)
  const sealed = sealedRepository(database)
  let open = true
  return {
    accounts: accountRepository(database, sealed),
    sealed,
    settings: settingsRepository(database),
    merchants: merchantRepository(database),
    operations: operationRepository(database),
    timeline: timelineRepository(database),
    icons: iconRepository(database),
    events: eventRepository(database),
    tokens: tokenRepository(database),
    links: linkRepository(database),
    authorizationRecords: authorizationRecordRepository(database),
    information: facetRepository(database, 'information', merchantInformation),
    categories: facetRepository(database, 'categories', categoryFacts),
    domains: facetRepository(database, 'domains', domainFacts),
    standing: facetRepository(database, 'standing', standingFacts),
    settingChanges: settingChangeRepository(database),
    standingSamples: standingSampleRepository(database),
    baselines: baselineRepository(database),
    applicationDomains: applicationDomainRepository(database),
    capabilities: facetRepository(database, 'capabilities', capabilityList),
    capabilityRows: capabilityRowReader(database),
    savedCodes: savedCodeRepository(database),
    listViews: listViewRepository(database),
    extVariables: extVariableRepository(database),
    rollouts: rolloutRepository(database),
    learnedRules: learnedRuleRepository(database),
    home: homeRepository(database),
    firstTasks: firstTaskRepository(database),
    activity: activityRepository(database),
    safety: safetyRepository(database, { ...options, access, restored }),
    get openingNotices() {
      return notices()
    },
    // Immediate: one that reads first and writes later could not wait for another process's lock any more.
    transaction: (work) => database.transaction(work).immediate(),
    lightly: (work) => lightly(database, work),
    close: () => {
      if (open) closeDatabase(database)
      open = false
    }
  }
}
