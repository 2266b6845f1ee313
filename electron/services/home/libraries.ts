import type { TemplateLibrary } from '@shared/domain/template'
import { DeskFailure } from '@shared/errors'
import { withPriority } from '../../douyin/priority'
import type { Clock, Logger } from '../../ports'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import type { TemplateService } from '../templates/template-service'

/** A library that could not be read is asked for again after this time. */
const againAfterMs = 5 * 60_000

export type LibraryParts = {
  readonly templates: Pick<TemplateService, 'known' | 'library'>
  readonly accounts: Pick<AccountService, 'ids'>
  readonly events: EventHub
  readonly clock: Clock
  readonly logger: Logger
}

/** The template libraries as they are known, read behind where they are not; `home.changed` tells when one is there. */
export class HomeLibraries {
  private readonly parts: LibraryParts
  private readonly askedAt = new Map<string, number>()

  constructor(parts: LibraryParts) {
    this.parts = parts
  }

  /** Null where it was not read yet; then it is being read. */
  of(accountId: string): TemplateLibrary | null {
    const known = this.parts.templates.known(accountId)
    if (known === null && this.isDue(accountId)) void this.read(accountId)
    return known
  }

  private isDue(accountId: string): boolean {
    const asked = this.askedAt.get(accountId)
    const isPast = asked === undefined || this.parts.clock.now() - asked >= againAfterMs
    return isPast && this.parts.accounts.ids().includes(accountId)
  }

  /** Never rejects: a failure that matters shows at the account's connection. */
  private async read(accountId: string): Promise<void> {
    const { templates, events, clock, logger } = this.parts
    this.askedAt.set(accountId, clock.now())
    try {
      await withPriority('background', () => templates.library(accountId, false))
      events.send('home.changed', { accountId })
    } catch (error) {
      if (!(error instanceof DeskFailure)) logger.error('reading a library behind failed', { error: String(error) })
    }
  }
}
