import type { Capability } from '@shared/domain/capability'
import type { CategoryFacts } from '@shared/domain/category'
import type { DomainFacts } from '@shared/domain/domains'
import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantInformation } from '@shared/domain/profile'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import type { MerchantReader } from '../merchant-reader'
import { readDomains } from './domain-reading'
import type { FacetReader } from './facet-reader'
import { informationFacet } from './information-facet'

/** Reads the parts of a merchant's set-up from the platform into the database. All methods throw `DeskFailure`. */
export class SetupReadings {
  private readonly store: Store
  private readonly reader: MerchantReader
  private readonly facets: FacetReader

  constructor(parts: { store: Store; reader: MerchantReader; facets: FacetReader }) {
    this.store = parts.store
    this.reader = parts.reader
    this.facets = parts.facets
  }

  /** 获取小程序基本信息, with the icon where it is another one. */
  profile(ref: MerchantRef, signal?: AbortSignal): Promise<MerchantInformation> {
    return this.facets.read(ref, say`读取基本资料`, informationFacet(this.store), async (merchant) => {
      const information = await merchant.basicInformation({ signal })
      await this.reader.readIcon(ref, information, signal)
      return information
    })
  }

  /** 服务类目: what is set, published and the main one. */
  categories(ref: MerchantRef, signal?: AbortSignal): Promise<CategoryFacts> {
    return this.facets.read(ref, say`读取服务类目`, this.store.categories, (merchant) =>
      merchant.categories({ signal })
    )
  }

  /** 服务器域名 and 业务域名. */
  domains(ref: MerchantRef, signal?: AbortSignal): Promise<DomainFacts> {
    return this.facets.read(ref, say`读取域名`, this.store.domains, (merchant) => readDomains(merchant, { signal }))
  }

  /** 能力申请: the platform's list with those that have ways of their own. */
  capabilities(ref: MerchantRef, signal?: AbortSignal): Promise<readonly Capability[]> {
    return this.facets.read(ref, say`读取能力`, this.store.capabilities, (merchant) =>
      merchant.capabilities({ signal })
    )
  }
}
