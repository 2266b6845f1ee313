import type { StandingDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { StandingFacts, StandingPart } from '@shared/domain/standing'
import type { DeskError } from '@shared/errors'
import { call } from '@/client'
import { useFacet, type Facet } from '../setup/use-facet'

/** 评级与信用 of the merchant that is shown. */
export function useStanding(merchant: () => MerchantRef): Facet<StandingDetail> {
  return useFacet<StandingDetail>(merchant, {
    get: (ref) => call('standing.get', ref),
    read: (ref) => call('standing.read', ref),
    readAt: (detail) => detail.reading.readAt
  })
}

/** Why one part could not be read; null when it was. */
export function troubleOf({ troubles }: StandingFacts, part: StandingPart): DeskError | null {
  return troubles.find((trouble) => trouble.part === part)?.error ?? null
}
