import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantInformation } from '@shared/domain/profile'
import type { ItemRequest, SetupWork } from '@shared/domain/rollout'
import type { Store } from '../../store/repositories'
import type { CapabilityService } from '../capabilities/capability-service'
import type { DomainService } from '../setup/domain-service'
import type { ProfileService } from '../setup/profile-service'

export type SetupWorkParts = {
  readonly store: Pick<Store, 'information'>
  readonly profile: Pick<ProfileService, 'read' | 'changeIntroduction' | 'changeIcon'>
  readonly domains: Pick<DomainService, 'applyBaseline'>
  readonly capabilities: Pick<CapabilityService, 'applyUnlessThere'>
}

/** What is done to one merchant, and for which rollout. */
export type SetupOrder = {
  readonly ref: MerchantRef
  readonly work: SetupWork
  readonly request: ItemRequest | null
  readonly rolloutId: string
}

/**
 * Changes one merchant's set-up as a rollout asks for it; what is there is read first. Throws `DeskFailure` as the services do,
 * `outcome_unknown` for what was sent and is to be settled.
 */
export async function setUp(parts: SetupWorkParts, order: SetupOrder): Promise<'done' | 'unchanged'> {
  const { ref, work, request, rolloutId } = order
  switch (work.kind) {
    case 'domains':
      return parts.domains.applyBaseline(ref, work.baseline, work.mode, rolloutId)
    case 'capability':
      return parts.capabilities.applyUnlessThere(ref, work, rolloutId)
    case 'introduction':
      return introduce(parts, ref, introductionOf(request), rolloutId)
    case 'icon':
      await parts.profile.changeIcon(ref, fileOf(request), rolloutId)
      return 'done'
  }
}

/** Whether a merchant says this of itself, or will: what is in review takes the place of what is there. */
export function isIntroduced(information: MerchantInformation | null, wanted: string): boolean {
  if (information === null) return false
  const { introduction, introductionAudit } = information
  return (introductionAudit?.state === 'in_review' ? introductionAudit.value : introduction) === wanted
}

/** One that seems to have it already is read again: a submission would use up a change for nothing. */
async function introduce({ store, profile }: SetupWorkParts, ref: MerchantRef, wanted: string, rolloutId: string) {
  const isThere = () => isIntroduced(store.information.read(ref).value, wanted)
  if (isThere()) await profile.read(ref)
  if (isThere()) return 'unchanged'
  await profile.changeIntroduction(ref, wanted, rolloutId)
  return 'done'
}

function introductionOf(request: ItemRequest | null): string {
  if (request === null || !('introduction' in request)) throw new Error('a merchant without an introduction')
  return request.introduction
}

function fileOf(request: ItemRequest | null): string {
  if (request === null || !('fileId' in request)) throw new Error('a merchant without a picture')
  return request.fileId
}
