import type { TemplateLibrary } from '@shared/domain/template'
import type { Clock } from '../ports'
import type { AccountService } from './account-service'
import { explainFailure } from './failures'

/** The template library (模板库) of each account, kept in memory until it is asked for fresh. */
export class TemplateService {
  private readonly accounts: AccountService
  private readonly clock: Clock
  private readonly libraries = new Map<string, TemplateLibrary>()

  constructor(accounts: AccountService, clock: Clock) {
    this.accounts = accounts
    this.clock = clock
  }

  /** Templates newest first, and the template mini programs with their drafts. Throws `DeskFailure`. */
  async library(accountId: string, fresh: boolean): Promise<TemplateLibrary> {
    const known = this.libraries.get(accountId)
    if (known && !fresh) return known
    try {
      const platform = this.accounts.platform(accountId)
      const [templates, templateApps] = await Promise.all([platform.templates(), platform.templateApps()])
      const newestFirst = templates.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
      const library = { templates: newestFirst, templateApps, readAt: this.clock.now() }
      this.libraries.set(accountId, library)
      this.accounts.worked(accountId)
      return library
    } catch (error) {
      throw explainFailure(error, { message: '模板库没有读到' })
    }
  }
}
