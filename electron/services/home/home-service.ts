import { setImmediate as breathe } from 'node:timers/promises'
import { versionWorkKinds } from '@shared/domain/rollout'
import type { Account } from '@shared/domain/account'
import type { HomeFigures, HomeItem, HomeToday } from '@shared/domain/home'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { accountItems, linkItems, rolloutItem } from './account-matters'
import { driftItems } from './drift-count'
import { homeFigures } from './figures/home-figures'
import { HomeLibraries, type LibraryParts } from './libraries'
import { byUrgency, merchantItems } from './matters'
import { merchantMatters } from './merchant-matters'

/** More than can be open at a time in practice: links live a day. */
const linksLookedAt = 500

export type HomeServiceParts = LibraryParts & {
  readonly store: Store
  readonly accounts: Pick<AccountService, 'ids' | 'list' | 'get'>
  readonly clock: Clock
}

/** 今日: what needs the operator, over all open accounts, and how their merchants do. Asks the database and memory alone. */
export class HomeService {
  private readonly parts: HomeServiceParts
  private readonly libraries: HomeLibraries

  constructor(parts: HomeServiceParts) {
    this.parts = parts
    this.libraries = new HomeLibraries(parts)
  }

  /** The most pressing first. About 10 ms for an account of 1,000 merchants; other work gets in between two accounts. */
  async today(): Promise<HomeToday> {
    const { accounts, store, clock } = this.parts
    const items: HomeItem[] = []
    for (const account of accounts.list()) {
      if (items.length > 0) await breathe()
      items.push(...this.itemsOf(account))
    }
    const ids = new Set(accounts.list().map(({ id }) => id))
    const rollouts = store.rollouts.inState(['deciding', 'paused']).flatMap(rolloutItem)
    items.push(...rollouts.filter(({ accountId }) => ids.has(accountId)))
    return { items: items.sort(byUrgency), at: clock.now() }
  }

  /** The charts of one account. Throws `DeskFailure` `not_found` for one that is not open. */
  figures(accountId: string): HomeFigures {
    const { accounts, store, clock } = this.parts
    accounts.get(accountId)
    return homeFigures(store.home, accountId, clock.now())
  }

  private itemsOf(account: Account): readonly HomeItem[] {
    const { store, clock } = this.parts
    const { id: accountId } = account
    const now = clock.now()
    const sources = { home: store.home, busy: store.rollouts.busy(accountId, versionWorkKinds), now }
    const library = this.libraries.of(accountId)
    return [
      ...accountItems(account, now),
      ...merchantItems(accountId, merchantMatters(accountId, sources)),
      ...linkItems(accountId, store.links.list(accountId, linksLookedAt), now),
      ...(library ? driftItems(accountId, store.home, library.templates) : [])
    ]
  }
}
