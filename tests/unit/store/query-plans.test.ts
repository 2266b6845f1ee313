import { describe, expect, it } from 'vitest'
import { baselineQueries } from '../../../electron/store/baselines'
import { batchItemsQuery, batchQueries } from '../../../electron/store/batches'
import { capabilityRowsQuery } from '../../../electron/store/capabilities'
import { extVariableQueries } from '../../../electron/store/ext-variables'
import { facetQueries } from '../../../electron/store/facets'
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
  ...batchQueries,
  ...savedCodeQueries,
  ...extVariableQueries,
  ...rolloutQueries,
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

describe('the queries of setting merchants up', () => {
  it.each([
    [facetQueries.never, 'SEARCH f USING INDEX sqlite_autoindex_facets_1'],
    [facetQueries.old, 'SEARCH facets USING INDEX facets_by_age (account_id=? AND facet=? AND read_at<?)'],
    [settingChangeQueries.changes, 'USING INDEX setting_changes_of_merchant (account_id=? AND app_id=?)'],
    [settingChangeQueries.unsettledChanges, 'USING INDEX setting_changes_unsettled (account_id=? AND app_id=?)'],
    [standingSamplesQuery, 'sqlite_autoindex_standing_samples_1 (account_id=? AND app_id=?)'],
    [baselineQueries.baselines, 'SEARCH c USING COVERING INDEX baseline_members_of (baseline_id=?)'],
    [batchQueries.batches, 'SEARCH b USING INDEX batches_of_account (account_id=?)'],
    [batchQueries.batches, 'SEARCH batch_items USING COVERING INDEX batch_items_by_state (batch_id=?)'],
    [batchQueries.nextItem, 'SEARCH i USING INDEX batch_items_by_state (batch_id=? AND state=?)'],
    [batchItemsQuery, 'SEARCH i USING INDEX'],
    [batchItemsQuery, 'SEARCH m USING INDEX sqlite_autoindex_merchants_1 (account_id=? AND app_id=?)']
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
    [rolloutQueries.rolloutOther, 'SEARCH i USING INDEX rollout_items_of_merchant (app_id=? AND state=?)']
  ])('%s searches by the index that is meant for it', (sql, step) => {
    expect(planOf(sql).join('\n')).toContain(step)
  })
})
