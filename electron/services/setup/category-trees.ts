import type { CategoryTree } from '@shared/domain/category'
import type { MerchantRef } from '@shared/domain/merchant'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { AccountService } from '../account-service'
import type { MerchantReader } from '../merchant-reader'

const keptForMs = 3600_000

/** A tree has some hundred lines, and an operator works at few merchants at a time. */
const treesMax = 50

/** 获取可以设置的服务类目列表, kept in memory for an hour per merchant, as it differs by the kind of subject. */
export class CategoryTrees {
  private readonly accounts: AccountService
  private readonly reader: MerchantReader
  private readonly clock: Clock
  private readonly kept = new Map<string, CategoryTree>()

  constructor(parts: { accounts: AccountService; reader: MerchantReader; clock: Clock }) {
    this.accounts = parts.accounts
    this.reader = parts.reader
    this.clock = parts.clock
  }

  /** `fresh`: whatever is kept, it is read now. Throws `DeskFailure`. */
  async of(ref: MerchantRef, fresh: boolean): Promise<CategoryTree> {
    const key = `${ref.accountId}/${ref.appId}`
    const kept = this.kept.get(key)
    if (kept && !fresh && this.clock.now() - kept.readAt < keptForMs) return kept
    const tree = await this.read(ref)
    this.kept.delete(key)
    this.kept.set(key, tree)
    const [oldest] = this.kept.keys()
    if (this.kept.size > treesMax && oldest !== undefined) this.kept.delete(oldest)
    return tree
  }

  private async read(ref: MerchantRef): Promise<CategoryTree> {
    try {
      const tree = await this.accounts.platform(ref.accountId).merchant(ref.appId).categoryTree()
      this.accounts.worked(ref.accountId)
      return tree
    } catch (error) {
      throw this.reader.failure(ref, say`读取可选类目`, error)
    }
  }
}
