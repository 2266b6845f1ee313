import type { BaselineMode, BaselinePreview, DomainBaseline } from '@shared/domain/domains'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { MerchantReader } from '../merchant-reader'
import { baselinePreview } from './baseline-preview'
import { inChunks } from './chunks'
import { setProblems } from './domain-check'
import { refuseProblems } from './domain-failures'
import { inLowerCase, lower } from './domain-reading'
import type { SetupSummaries } from './setup-summary'

export type BaselineOrder = Pick<DomainBaseline, 'accountId' | 'name' | 'domains'> & { readonly id: string | null }

export type PreviewOrder = {
  readonly accountId: string
  readonly id: string
  readonly mode: BaselineMode
  readonly appIds: readonly string[]
}

export type BaselineServiceParts = {
  readonly store: Store
  readonly reader: MerchantReader
  readonly summaries: SetupSummaries
  readonly clock: Clock
}

/** 域名基线: named sets of domains that a selection of merchants should have. Nothing here is sent to the platform. */
export class BaselineService {
  private readonly parts: BaselineServiceParts

  constructor(parts: BaselineServiceParts) {
    this.parts = parts
  }

  list(accountId: string): readonly DomainBaseline[] {
    return this.parts.store.baselines.list(accountId)
  }

  /** Throws `DeskFailure` `not_found`. */
  get(accountId: string, id: string): DomainBaseline {
    const found = this.parts.store.baselines.get(accountId, id)
    if (found) return found
    throw new DeskFailure({
      code: 'not_found',
      message: say`没有找到这个基线`,
      reason: say`它已被删除`,
      nextStep: say`请刷新基线列表`,
      retryable: false,
      actor: 'operator',
      wayOut: 'domain_baselines'
    })
  }

  /** Throws `DeskFailure`: `invalid_input` by line or for a name that is taken, `not_found`. */
  async save({ accountId, id, name, domains }: BaselineOrder): Promise<DomainBaseline> {
    const { store, clock } = this.parts
    refuseProblems(say`基线没有保存`, setProblems(domains, store.applicationDomains.read(accountId)))
    const kept = { ...inLowerCase(domains), webview: lower(domains.webview) }
    const savedId = store.baselines.save({ accountId, id, name, domains: kept, changedAt: clock.now() })
    await this.judge(accountId, store.baselines.members(accountId, savedId))
    return this.get(accountId, savedId)
  }

  async delete(accountId: string, id: string): Promise<readonly DomainBaseline[]> {
    const { baselines } = this.parts.store
    const members = baselines.members(accountId, id)
    baselines.delete(accountId, id)
    await this.judge(accountId, members)
    return this.list(accountId)
  }

  /** Null takes the merchants' baseline away. Throws `DeskFailure` `not_found` for a baseline or a merchant; nothing is done then. */
  async assign(accountId: string, id: string | null, appIds: readonly string[]): Promise<readonly DomainBaseline[]> {
    this.parts.store.baselines.assign(accountId, id, appIds)
    await this.judge(accountId, appIds)
    return this.list(accountId)
  }

  /** What applying it would do to each of these merchants, judged by what was read last. Throws `DeskFailure` `not_found`. */
  async preview({ accountId, id, mode, appIds }: PreviewOrder): Promise<readonly BaselinePreview[]> {
    const { store } = this.parts
    const baseline = this.get(accountId, id)
    const previews: BaselinePreview[] = []
    await inChunks(appIds, (chunk) => {
      for (const appId of chunk) previews.push(baselinePreview(store, { accountId, appId }, baseline.domains, mode))
    })
    return previews
  }

  private judge(accountId: string, appIds: readonly string[]): Promise<void> {
    const { store, summaries, reader } = this.parts
    return inChunks(appIds, (chunk) => {
      const refs = chunk.map((appId) => ({ accountId, appId }))
      store.transaction(() => {
        for (const ref of refs) summaries.refresh(ref)
      })
      for (const ref of refs) reader.announce(ref)
    })
  }
}
