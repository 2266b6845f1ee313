import type { DomainDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import { call } from '@/client'
import { useFacet, type Facet } from '../setup/use-facet'

/** The domains of the merchant that is shown. */
export function useDomains(merchant: () => MerchantRef): Facet<DomainDetail> {
  return useFacet<DomainDetail>(merchant, {
    get: (ref) => call('domains.get', ref),
    read: (ref) => call('domains.read', ref),
    readAt: (detail) => detail.reading.readAt
  })
}
