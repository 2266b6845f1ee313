import type { StandingDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { StandingFacts } from '@shared/domain/standing'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { explainFailure } from '../failures'
import { merchantName, notFound } from '../merchant-facts'
import type { FacetReader } from './facet-reader'
import { nextSample, readStanding, standingPartUnread } from './standing-reading'

const samplesShown = 400

/**
 * How the platform judges the merchants: 信用分, 试运营期, 质量评级 (V1, being retired) and 备案 (pages `credit-score-v2`,
 * `trial-info-v2`, `quality-rating`, `query-record-status`), with the history of it that we saw.
 */
export class StandingService {
  private readonly store: Store
  private readonly facets: FacetReader
  private readonly clock: Clock

  constructor(parts: { store: Store; facets: FacetReader; clock: Clock }) {
    this.store = parts.store
    this.facets = parts.facets
    this.clock = parts.clock
  }

  /** From the database alone. Throws `DeskFailure` `not_found`. */
  get({ accountId, appId }: MerchantRef): StandingDetail {
    const ref = { accountId, appId }
    if (this.store.merchants.row(ref) === null) throw notFound(ref)
    return { reading: this.store.standing.read(ref), samples: this.store.standingSamples.list(ref, samplesShown) }
  }

  /** Throws `DeskFailure` where nothing of it could be read; what was read before stays then. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<StandingDetail> {
    this.get(ref)
    const merchant = merchantName(this.store, ref)
    const facts = await this.facets.read(ref, say`读取信用分和试运营期`, this.store.standing, (client) =>
      readStanding(
        client,
        (part, error) => explainFailure(error, { message: standingPartUnread[part](), merchant }).error,
        { signal }
      )
    )
    this.keepSample(ref, facts)
    return this.get(ref)
  }

  private keepSample(ref: MerchantRef, facts: StandingFacts): void {
    const sample = nextSample(facts, this.store.standingSamples.last(ref), this.clock.now())
    if (sample) this.store.standingSamples.add(ref, sample)
  }
}
