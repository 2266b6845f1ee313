import { describe, expect, it } from 'vitest'
import { baselineQueries } from '../../../electron/store/baselines'
import { capabilityRowsQuery } from '../../../electron/store/capabilities'
import { extVariableQueries } from '../../../electron/store/ext-variables'
import { facetQueries } from '../../../electron/store/facets'
import { firstTaskQueries } from '../../../electron/store/first-tasks'
import { homeQueries } from '../../../electron/store/home'
import { homeFigureQueries, homeSumQueries } from '../../../electron/store/home-figures'
import { merchantQueries } from '../../../electron/store/merchants'
import { operationQueries } from '../../../electron/store/operations'
import { rolloutItemsQuery, rolloutQueries } from '../../../electron/store/rollouts'
import { savedCodeQueries } from '../../../electron/store/saved-codes'
import { settingChangeQueries } from '../../../electron/store/setting-changes'
import { standingSamplesQuery } from '../../../electron/store/standing-samples'
import { timelinePageQuery } from '../../../electron/store/timeline'
import { planOf } from './support'

const queries = {
  ...merchantQueries,
  ...operationQueries,
  ...facetQueries,
  ...settingChangeQueries,
  ...baselineQueries,
  ...savedCodeQueries,
  ...extVariableQueries,
  ...rolloutQueries,
  ...homeQueries,
  ...homeFigureQueries,
  ...firstTaskQueries,
  capabilityRows: capabilityRowsQuery,
  timeline: timelinePageQuery,
  standingSamples: standingSamplesQuery
}

/** Lines that go through a whole table; the list that the caller hands in is none, nor is another part of the query. */
function scans(plan: readonly string[]): string[] {
  const parts = plan.filter((line) => line.startsWith('CO-ROUTINE ')).map((line) => line.replace('CO-ROUTINE', 'SCAN'))
  return plan.filter(
    (line) =>
      /^SCAN/.test(line) && !parts.includes(line) && !/USING (COVERING )?INDEX|json_each|^SCAN \(subquery/.test(line)
  )
}

describe('every query over many rows', () => {
  it.each(Object.entries(queries))('%s uses an index and sorts nothing', (_name, sql) => {
    const plan = planOf(sql)
    expect(plan.length).toBeGreaterThan(0)
    expect(scans(plan)).toEqual([])
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})

describe('a page of the merchant list', () => {
  it.each([
    'SEARCH m USING INDEX merchants_by_name (account_id=?',
    'SEARCH i USING COVERING INDEX icons_keys (account_id=? AND app_id=?)',
    'SEARCH t USING COVERING INDEX merchant_tokens_ends (account_id=? AND app_id=?)',
    'USING INDEX operations_unsettled (account_id=? AND app_id=?)'
  ])('finds what belongs to a row by its key, without pictures and boxes: %s', (step) => {
    expect(planOf(merchantQueries.page).join('\n')).toContain(step)
  })
})

describe('the queries of setting merchants up', () => {
  it.each([
    [facetQueries.never, 'SEARCH f USING INDEX sqlite_autoindex_facets_1'],
    [facetQueries.old, 'SEARCH facets USING INDEX facets_by_age (account_id=? AND facet=? AND read_at<?)'],
    [settingChangeQueries.changes, 'USING INDEX setting_changes_of_merchant (account_id=? AND app_id=?)'],
    [settingChangeQueries.unsettledChanges, 'USING INDEX setting_changes_unsettled (account_id=? AND app_id=?)'],
    [standingSamplesQuery, 'sqlite_autoindex_standing_samples_1 (account_id=? AND app_id=?)'],
    [baselineQueries.baselines, 'SEARCH c USING COVERING INDEX baseline_members_of (baseline_id=?)'],
    [settingChangeQueries.changesOfRollout, 'USING INDEX setting_changes_of_rollout (rollout_id=?)']
  ])('%s searches by the index that is meant for it', (sql, step) => {
    expect(planOf(sql).join('\n')).toContain(step)
  })
})

describe('the queries of codes, capabilities and templates', () => {
  it.each([
    [savedCodeQueries.codes, 'SEARCH saved_codes USING INDEX saved_codes_of_merchant (account_id=?)'],
    [savedCodeQueries.codesOf, 'SEARCH saved_codes USING INDEX saved_codes_of_merchant (account_id=? AND app_id=?)'],
    [extVariableQueries.variables, 'SEARCH ext_variables USING INDEX sqlite_autoindex_ext_variables_1 (account_id=?)'],
    [capabilityRowsQuery, 'SEARCH m USING COVERING INDEX merchants_by_name (account_id=?)'],
    [capabilityRowsQuery, 'SEARCH f USING INDEX sqlite_autoindex_facets_1 (account_id=? AND app_id=? AND facet=?)'],
    [operationQueries.uploadsOf, 'USING INDEX operations_uploads (account_id=? AND app_id=?)'],
    [operationQueries.uploads, 'SEARCH operations USING COVERING INDEX operations_uploads (account_id=?)'],
    [operationQueries.uploads, 'SEARCH o USING INTEGER PRIMARY KEY (rowid=?)']
  ])('%s searches by the index that is meant for it', (sql, step) => {
    expect(planOf(sql).join('\n')).toContain(step)
  })
})

describe('the queries of rollouts', () => {
  it.each([
    [rolloutQueries.rollouts, 'SEARCH r USING INDEX rollouts_newest (account_id=?)'],
    [rolloutQueries.rollouts, 'SEARCH rollout_items USING COVERING INDEX rollout_items_by_state (rollout_id=?)'],
    [rolloutQueries.rolloutsInState, 'SEARCH r USING INDEX rollouts_by_state (state=?)'],
    [rolloutQueries.rolloutItem, 'SEARCH i USING INDEX sqlite_autoindex_rollout_items_1 (rollout_id=? AND app_id=?)'],
    [rolloutItemsQuery, 'SEARCH i USING INDEX'],
    [rolloutQueries.rolloutLog, 'SEARCH rollout_log USING INDEX rollout_log_newest (rollout_id=?)'],
    [rolloutQueries.rolloutOperations, 'SEARCH operations USING INDEX operations_of_rollout (rollout_id=?)'],
    [rolloutQueries.rolloutsBusy, 'SEARCH r USING INDEX rollouts_by_state (state=?)'],
    [rolloutQueries.rolloutsBusy, 'SEARCH i USING INDEX']
  ])('%s searches by the index that is meant for it', (sql, step) => {
    expect(planOf(sql).join('\n')).toContain(step)
  })
})

describe('the queries of what the operator finds today', () => {
  it.each([
    [homeQueries.attention, 'SEARCH m USING INDEX sqlite_autoindex_merchants_1 (account_id=?)'],
    [homeQueries.attention, 'SEARCH t USING INDEX timeline_of_merchant (account_id=? AND app_id=?)'],
    [homeQueries.endingTokens, 'SEARCH t USING INDEX merchant_tokens_ending (account_id=? AND refresh_expires_at<?)'],
    [
      homeQueries.rejectedParts,
      'SEARCH f USING INDEX sqlite_autoindex_facets_1 (account_id=? AND app_id=? AND facet=?)'
    ],
    [homeQueries.rejectedParts, 'SEARCH c USING INDEX setting_changes_of_merchant (account_id=? AND app_id=?)'],
    [homeQueries.capabilityAnswers, 'SEARCH e USING INDEX events_of_kind (account_id=? AND kind=?)'],
    [homeQueries.lastUploads, 'SEARCH u USING COVERING INDEX operations_uploads (account_id=? AND app_id=?)'],
    [homeFigureQueries.releases, 'SEARCH t USING INDEX timeline_of_merchant (account_id=? AND app_id=? AND at>?)'],
    [homeFigureQueries.audits, 'SEARCH t USING INDEX timeline_of_merchant (account_id=? AND app_id=? AND at>?)'],
    [homeFigureQueries.auditsRunning, 'SEARCH merchants USING INDEX merchants_in_review (account_id=?)'],
    [homeSumQueries.onlineVersions, 'SEARCH merchants USING INDEX sqlite_autoindex_merchants_1 (account_id=?)'],
    [homeSumQueries.creditScores, 'SEARCH merchants USING INDEX sqlite_autoindex_merchants_1 (account_id=?)']
  ])('%s searches by the index that is meant for it', (sql, step) => {
    expect(planOf(sql).join('\n')).toContain(step)
  })
})
