import { randomUUID } from 'node:crypto'
import type { CallInput } from '@shared/contract'
import type { AuthorizationLink, AuthorizationLinks } from '@shared/domain/authorization'
import { createLinksPerDay, linkLifeMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import { askPlatform } from './account-calls'
import { createLinksUsedUp, invalidLink } from './authorization-failures'
import { iconFile } from './icon-file'

type LinkOrder = CallInput<'authorization.link'>

const listed = 100
const dayMs = 24 * 3600_000

/** Makes authorisation links (直接获取授权链接V2, page `authorization/gen-link-v2`) and keeps them. */
export class LinkMaker {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly events: EventHub
  private readonly clock: Clock

  constructor(parts: { store: Store; accounts: AccountService; events: EventHub; clock: Clock }) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.events = parts.events
    this.clock = parts.clock
  }

  /**
   * Throws `DeskFailure`: `invalid_input` with `fields` `appName` or `icon`, `not_possible_now` where the day's allowance is
   * used up, and what the platform refuses. Nothing is sent for the first two.
   */
  async make(order: LinkOrder): Promise<AuthorizationLink> {
    const { accountId, kind, note } = order
    const appName = kind === 'create' ? this.checkedName(order) : null
    const icon = kind === 'create' && order.icon !== null ? iconFile(order.icon) : null
    const { redirectUrl } = this.accounts.get(accountId).settings
    const createdAt = this.clock.now()
    const { url } = await askPlatform(
      this.accounts,
      { accountId, message: say`授权链接没有生成` },
      async (platform) => {
        if (appName === null) return platform.authorizationLink({ kind: 'authorize', redirectUrl })
        const iconPath = icon && (await platform.uploadIcon(icon)).path
        return platform.authorizationLink({ kind: 'create', appName, iconPath, redirectUrl })
      }
    )
    const expiresAt = createdAt + linkLifeMs
    const made = { id: randomUUID(), accountId, kind, url, appName, note: note.trim(), createdAt, expiresAt }
    const link = this.store.links.add(made)
    this.events.send('authorization.linkChanged', { link })
    return link
  }

  list(accountId: string): AuthorizationLinks {
    return {
      links: this.store.links.list(accountId, listed),
      createdToday: this.createdToday(accountId),
      createLimit: createLinksPerDay
    }
  }

  private checkedName({ accountId, appName }: LinkOrder): string {
    const name = appName?.trim() ?? ''
    if (name === '') throw invalidLink('appName', say`请填写新小程序的名称`)
    if (this.createdToday(accountId) >= createLinksPerDay) throw createLinksUsedUp()
    return name
  }

  private createdToday(accountId: string): number {
    return this.store.links.createdSince(accountId, this.clock.now() - dayMs)
  }
}
