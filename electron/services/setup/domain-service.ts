import type { DomainDetail } from '@shared/contract'
import type { ApplicationDomains, BaselineMode, DomainCheckFile, DomainFacts, DomainSet } from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import { domainPlan } from '@shared/rules/domain-rules'
import { facetKinds } from '@shared/rules/setting-names'
import { say } from '@shared/texts/say'
import type { ServerDomains } from '../../douyin/platform'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { explainFailure } from '../failures'
import { merchantName, notFound } from '../merchant-facts'
import { baselineTarget, deniedGroups, type BaselineDomains } from './baseline-target'
import { domainChangePlan, type DomainChange } from './domain-change'
import { changeProblems, lowerSet, ownListProblems } from './domain-check'
import { domainsDenied, refuseChange, refuseProblems } from './domain-failures'
import { domainsOf, lower } from './domain-reading'
import { startingWith } from './starting-with'
import type { SettingRunner } from './setting-runner'
import type { SetupReadings } from './setup-readings'
import { merchantDrift } from './setup-summary'

/** `domains.change`: what one group shall be, and what the operator saw of it. */
export type DomainOrder = MerchantRef &
  (
    | { readonly group: 'server'; readonly target: ServerDomains; readonly seen: ServerDomains }
    | { readonly group: 'webview'; readonly target: readonly string[]; readonly seen: readonly string[] }
  )

export type DomainServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly readings: SetupReadings
  readonly runner: SettingRunner
  readonly clock: Clock
}

const changesShown = 50

/** 服务器域名 and 业务域名 of the merchants (pages `modify-domain-v2`, `modify-webview-v2`), and the application's own. */
export class DomainService {
  private readonly parts: DomainServiceParts

  constructor(parts: DomainServiceParts) {
    this.parts = parts
  }

  /** From the database alone. Throws `DeskFailure` `not_found`. */
  get({ accountId, appId }: MerchantRef): DomainDetail {
    const { store, runner } = this.parts
    const ref = { accountId, appId }
    if (store.merchants.row(ref) === null) throw notFound(ref)
    return {
      reading: store.domains.read(ref),
      application: store.applicationDomains.read(accountId),
      drift: merchantDrift(store, ref),
      changes: store.settingChanges.list(ref, facetKinds.domains, changesShown),
      running: runner.running(ref, 'domains')
    }
  }

  /** Throws `DeskFailure`; what was read before stays then. */
  async read(ref: MerchantRef, signal?: AbortSignal): Promise<DomainDetail> {
    this.get(ref)
    await this.parts.readings.domains(ref, signal)
    return this.get(ref)
  }

  /**
   * Makes a group equal to its target with one call. Throws `DeskFailure`: `invalid_input` with a text for each line that
   * the platform would refuse, `changed_meanwhile`, `not_possible_now`, and what `SettingRunner.run` throws.
   */
  async change(order: DomainOrder): Promise<DomainDetail> {
    const { accountId, appId, group } = order
    const ref = { accountId, appId }
    this.get(ref)
    const [target, seen] = setsOf(order)
    const own = this.parts.store.applicationDomains.read(accountId)[group]
    refuseChange(group, changeProblems(group, target, seen, own), merchantName(this.parts.store, ref))
    await this.run(ref, { group, target: lowerSet(target), seen: lowerSet(seen) }, null, () =>
      this.parts.readings.domains(ref)
    )
    return this.get(ref)
  }

  /** 获取域名校验文件信息. Throws `DeskFailure`. */
  async checkFile(accountId: string): Promise<DomainCheckFile> {
    const { accounts } = this.parts
    try {
      const file = await accounts.platform(accountId).domainCheckFile()
      accounts.worked(accountId)
      return file
    } catch (error) {
      throw explainFailure(error, { message: say`域名校验文件没有读到` })
    }
  }

  application(accountId: string): ApplicationDomains {
    return this.parts.store.applicationDomains.read(accountId)
  }

  /** Keeps what the operator copied from the provider's console. Throws `DeskFailure` `invalid_input` by line. */
  setApplication(accountId: string, domains: Pick<ApplicationDomains, 'server' | 'webview'>): ApplicationDomains {
    const { store, clock } = this.parts
    const { server, webview } = domains
    refuseProblems(say`域名列表没有保存`, {
      ...ownListProblems('server', server),
      ...ownListProblems('webview', webview)
    })
    const changedAt = clock.now()
    store.applicationDomains.save(accountId, { server: lower(server), webview: lower(webview), changedAt })
    return this.application(accountId)
  }

  /**
   * Brings a merchant to a baseline: reads its domains and sends what differs, a call per group at most. What a merchant can
   * not have (业务域名 of a person) is left out. Throws as `change` does.
   */
  async applyBaseline(
    { accountId, appId }: MerchantRef,
    baseline: BaselineDomains,
    mode: BaselineMode,
    rolloutId: string | null
  ): Promise<'done' | 'unchanged'> {
    const ref = { accountId, appId }
    const facts = await this.parts.readings.domains(ref)
    const merchant = merchantName(this.parts.store, ref)
    const [denied] = deniedGroups(facts, baseline.domains)
    if (denied !== undefined) throw domainsDenied(denied, merchant)
    const changes = changesTo(facts, baseline.domains, mode)
    for (const { group, target, seen } of changes) {
      const own = this.parts.store.applicationDomains.read(accountId)[group]
      refuseChange(group, changeProblems(group, target, seen, own), merchant)
    }
    const again = () => this.parts.readings.domains(ref)
    for (const change of changes) await this.run(ref, change, rolloutId, startingWith(facts, again))
    return changes.length === 0 ? 'unchanged' : 'done'
  }

  private run(
    ref: MerchantRef,
    change: DomainChange,
    rolloutId: string | null,
    read: () => Promise<DomainFacts>
  ): Promise<unknown> {
    const merchant = merchantName(this.parts.store, ref)
    return this.parts.runner.run(domainChangePlan(change, { ref, merchant, rolloutId, read }))
  }
}

function setsOf(order: DomainOrder): readonly [Partial<DomainSet>, Partial<DomainSet>] {
  return order.group === 'server' ? [order.target, order.seen] : [{ webview: order.target }, { webview: order.seen }]
}

/** The groups that differ from a baseline, each with what it shall be. */
function changesTo(facts: DomainFacts, domains: DomainSet, mode: BaselineMode): readonly DomainChange[] {
  return (['server', 'webview'] as const).flatMap((group) => {
    const [seen, target] = [domainsOf(facts, group), baselineTarget(group, facts, domains, mode)]
    if (seen === null || target === null || domainPlan(group, seen, target) === null) return []
    return [{ group, target, seen }]
  })
}
