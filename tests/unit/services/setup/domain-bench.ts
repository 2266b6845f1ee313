import type { MerchantClient } from '../../../../electron/douyin/platform'
import { BaselineService } from '../../../../electron/services/setup/baseline-service'
import { DomainService } from '../../../../electron/services/setup/domain-service'
import { FacetReader } from '../../../../electron/services/setup/facet-reader'
import { SetupSummaries } from '../../../../electron/services/setup/setup-summary'
import { StandingService } from '../../../../electron/services/setup/standing-service'
import { sampleAccount } from '../../store/support'
import { setupBench } from './setup-bench'

export type DomainBench = Awaited<ReturnType<typeof domainBench>>

/** Domains, baselines and standing on top of the set-up's other services, over the simulated platform. */
export async function domainBench(...appIds: readonly string[]) {
  const bench = await setupBench(appIds[0])
  const { store, accounts, reader, readings, runner, time } = bench
  const clock = { now: () => time.now, wait: () => Promise.resolve() }
  const facets = new FacetReader({ accounts, reader, clock })
  store.merchants.discover(
    'a',
    appIds.map((appId) => ({ appId, authorizedAt: time.now }))
  )
  return {
    ...bench,
    clock,
    /** Answers some calls of every merchant in the platform's place. */
    override: (change: (merchant: MerchantClient) => Partial<MerchantClient>) => {
      const platform = accounts.platform('a')
      const merchant = (appId: string) => {
        const client = platform.merchant(appId)
        return { ...client, ...change(client) }
      }
      const { secrets, ticket, credentials, sharing } = accounts.get('a')
      const state = () => ({ secrets, ticket, credentials, sharing })
      accounts.put({ account: sampleAccount('a'), platform: { ...platform, merchant }, state })
    },
    domains: new DomainService({ store, accounts, readings, runner, clock }),
    standing: new StandingService({ store, facets, clock }),
    baselines: new BaselineService({ store, reader, summaries: new SetupSummaries({ store }), clock })
  }
}

export const refOf = (appId: string) => ({ accountId: 'a', appId })

/** What the simulated platform has of the four kinds together with the webview domains. */
export function onPlatform({ control }: Pick<DomainBench, 'control'>, appId: string) {
  const [merchant] = control.state(appId).merchants
  if (merchant === undefined) throw new Error(`no merchant ${appId}`)
  const { server, webview } = merchant.domains
  return { ...server, webview }
}
