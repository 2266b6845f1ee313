import { describe, expect, it, onTestFinished } from 'vitest'
import { AuthorizationBook } from '../../../electron/services/authorization/authorization-book'
import { RefreshService } from '../../../electron/services/refresh-service'
import { SetupSummaries } from '../../../electron/services/setup/setup-summary'
import { merchants } from '../../integration/simulator/platform'
import { silentLogger } from '../store/support'
import { domainBench } from './setup/domain-bench'

describe('a refresh of merchants', () => {
  it('tells once that it has ended, when every merchant was read or could not be', async () => {
    const { store, accounts, events, reader, clock } = await domainBench(merchants.upToDate, merchants.lost)
    const authorizations = new AuthorizationBook({
      store,
      accounts,
      events,
      summaries: new SetupSummaries({ store }),
      clock
    })
    const ended: string[] = []
    const refreshes = new RefreshService({
      ...{ store, accounts, events, reader, authorizations, clock, logger: silentLogger },
      onEnd: (accountId) => {
        const rows = store.merchants.appIds('a').map((appId) => store.merchants.row({ accountId: 'a', appId }))
        expect(rows.every((row) => row?.readAt !== null || row.readError !== null)).toBe(true)
        ended.push(accountId)
      }
    })
    onTestFinished(() => refreshes.stop())
    refreshes.refresh('a', null)
    await Promise.all(store.merchants.appIds('a').map((appId) => refreshes.read({ accountId: 'a', appId })))
    expect(refreshes.status('a')).toMatchObject({ done: 2, failed: 1, running: false })
    expect(ended).toEqual(['a'])
  })
})
