import {
  domainKinds,
  type BaselineMode,
  type BaselinePreview,
  type DomainBaseline,
  type DomainFacts,
  type DomainGroup,
  type DomainSet
} from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { permissionSets } from '@shared/rules/limits'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { merchantName } from '../merchant-facts'
import type { MerchantReader } from '../merchant-reader'
import { baselineDifference, baselineTarget, deniedGroups } from './baseline-target'
import { inChunks } from './chunks'
import { changeProblems, setProblems } from './domain-check'
import { refuseProblems } from './domain-failures'
import { domainsOf, inLowerCase, lower } from './domain-reading'
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
      message: '没有找到这个基线',
      reason: '它已被删除',
      nextStep: '请刷新基线列表',
      retryable: false
    })
  }

  /** Throws `DeskFailure`: `invalid_input` by line or for a name that is taken, `not_found`. */
  async save({ accountId, id, name, domains }: BaselineOrder): Promise<DomainBaseline> {
    const { store, clock } = this.parts
    refuseProblems('基线没有保存', setProblems(domains, store.applicationDomains.read(accountId)))
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
    const baseline = this.get(accountId, id)
    const previews: BaselinePreview[] = []
    await inChunks(appIds, (chunk) => {
      for (const appId of chunk) previews.push(this.previewOf(baseline, mode, appId))
    })
    return previews
  }

  private previewOf({ accountId, domains }: DomainBaseline, mode: BaselineMode, appId: string): BaselinePreview {
    const { store } = this.parts
    const ref = { accountId, appId }
    const { value, readAt } = store.domains.read(ref)
    return {
      appId,
      name: merchantName(store, ref).name,
      difference: value && baselineDifference(value, domains, mode),
      readAt,
      blocked: this.whyNoCall(ref) ?? (value && this.whyRefused(accountId, value, domains, mode))
    }
  }

  /** Why this merchant can not be called for at all. */
  private whyNoCall(ref: MerchantRef): string | null {
    const authorization = this.parts.store.merchants.profile(ref)?.authorization
    if (authorization === undefined) return '账号下没有这个商家'
    if (authorization.state === 'lost') return '授权已失效'
    const { permissions } = authorization
    const { id, name } = permissionSets.basicInformation
    return permissions.length > 0 && !permissions.some((set) => set.id === id) ? `没有授予「${name}」` : null
  }

  private whyRefused(accountId: string, facts: DomainFacts, domains: DomainSet, mode: BaselineMode): string | null {
    if (deniedGroups(facts, domains).length > 0) return '没有读取域名的权限'
    const own = this.parts.store.applicationDomains.read(accountId)
    return (
      whyGroupRefused('server', facts, domains, mode, own.server) ??
      whyGroupRefused('webview', facts, domains, mode, own.webview)
    )
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

function whyGroupRefused(
  group: DomainGroup,
  facts: DomainFacts,
  domains: DomainSet,
  mode: BaselineMode,
  own: readonly string[]
): string | null {
  const [present, target] = [domainsOf(facts, group), baselineTarget(group, facts, domains, mode)]
  if (present === null || target === null) return null
  const [problem] = Object.entries(changeProblems(group, target, present, own))
  return problem === undefined ? null : named(target, ...problem)
}

/** A problem of a line with the domain that it is about. */
function named(target: Partial<DomainSet>, field: string, problem: string): string {
  const [kind, line] = field.split('.')
  const domain = domainKinds.flatMap((each) => (each === kind ? (target[each]?.[Number(line)] ?? []) : []))
  return [...domain, problem].join('：')
}
