import type { MerchantInformation } from '@shared/domain/profile'
import type { FacetRepository, Store } from '../../store/repositories'

/** 获取小程序基本信息, kept whole and, in the same step, as what the merchant list and page show of it. */
export function informationFacet(store: Store): FacetRepository<MerchantInformation> {
  return {
    ...store.information,
    save: (ref, information, readAt) =>
      store.transaction(() => {
        store.merchants.saveProfile(ref, information)
        store.information.save(ref, information, readAt)
      })
  }
}
