import type { Batch } from '@shared/domain/batch'
import type { BaselineMode, DomainFacts, DomainSet } from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantInformation } from '@shared/domain/profile'
import type { SettingChange } from '@shared/domain/setting'
import { DeskFailure, type DeskError } from '@shared/errors'
import { differenceSize } from '@shared/rules/domain-rules'
import type { Store, StoredBatchItem } from '../../store/repositories'
import type { CapabilityService } from '../capabilities/capability-service'
import { merchantName, notFound } from '../merchant-facts'
import { baselineDifference, deniedGroups } from '../setup/baseline-target'
import type { DomainService } from '../setup/domain-service'
import type { ProfileService } from '../setup/profile-service'
import { authorizationGone, notComplete } from './batch-failures'
import { applicationRequest, domainsRequest, iconRequest, introductionRequest } from './batch-requests'

export type BatchWorkParts = {
  readonly store: Store
  readonly profile: Pick<ProfileService, 'read' | 'changeIntroduction' | 'changeIcon'>
  readonly domains: Pick<DomainService, 'applyBaseline'>
  readonly capabilities: Pick<CapabilityService, 'applyUnlessThere'>
}

/** What a batch does to one merchant, and how to tell that it is done. */
export class BatchWork {
  private readonly parts: BatchWorkParts

  constructor(parts: BatchWorkParts) {
    this.parts = parts
  }

  /** Throws `DeskFailure`; `outcome_unknown` for what was sent and is to be settled. */
  async carryOut({ accountId, id, kind }: Batch, { appId, request }: StoredBatchItem): Promise<'done' | 'unchanged'> {
    const ref = { accountId, appId }
    this.refuseLost(ref)
    switch (kind) {
      case 'introduction':
        return this.introduce(ref, introductionRequest.parse(request).introduction, id)
      case 'icon':
        await this.parts.profile.changeIcon(ref, iconRequest.parse(request).fileId, id)
        return 'done'
      case 'domains': {
        const { baseline, mode } = domainsRequest.parse(request)
        return this.parts.domains.applyBaseline(ref, baseline, mode, id)
      }
      case 'capability':
        return this.parts.capabilities.applyUnlessThere(ref, applicationRequest.parse(request), id)
    }
  }

  /**
   * Why an item is not done although its change is settled; null when it is. Domains may have needed a second change: what
   * was read when the first one was settled tells.
   */
  whyNotDone({ kind }: Batch, { request }: StoredBatchItem, change: SettingChange): DeskError | null {
    if (change.state !== 'done') return change.error
    if (kind !== 'domains') return null
    const { baseline, mode } = domainsRequest.parse(request)
    const facts = this.parts.store.domains.read(change).value
    const name = merchantName(this.parts.store, change)
    return facts !== null && isAsWanted(facts, baseline.domains, mode) ? null : notComplete(name)
  }

  private refuseLost(ref: MerchantRef): void {
    const row = this.parts.store.merchants.row(ref)
    if (row === null) throw notFound(ref)
    if (row.authorization === 'lost') throw new DeskFailure(authorizationGone({ appId: row.appId, name: row.name }))
  }

  /** One that seems to have it already is read again: a submission would use up a change for nothing. */
  private async introduce(ref: MerchantRef, introduction: string, batchId: string): Promise<'done' | 'unchanged'> {
    const { store, profile } = this.parts
    const isThere = () => isIntroduced(store.information.read(ref).value, introduction)
    if (isThere()) await profile.read(ref)
    if (isThere()) return 'unchanged'
    await profile.changeIntroduction(ref, introduction, batchId)
    return 'done'
  }
}

/** What is in review counts, as it takes the place of what is there. */
function isIntroduced(information: MerchantInformation | null, wanted: string): boolean {
  if (information === null) return false
  const { introduction, introductionAudit } = information
  return (introductionAudit?.state === 'in_review' ? introductionAudit.value : introduction) === wanted
}

function isAsWanted(facts: DomainFacts, domains: DomainSet, mode: BaselineMode): boolean {
  const { missing, extra } = differenceSize(baselineDifference(facts, domains, mode))
  return missing + extra === 0 && deniedGroups(facts, domains).length === 0
}
