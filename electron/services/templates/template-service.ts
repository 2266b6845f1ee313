import type { Template, TemplateLibrary } from '@shared/domain/template'
import type { TemplateUsage } from '@shared/domain/template-usage'
import { DeskFailure } from '@shared/errors'
import { templatesMax } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { PlatformClient, Receipt } from '../../douyin/platform'
import { PlatformError } from '../../douyin/platform-error'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { askPlatform } from '../authorization/account-calls'
import {
  changeFailed,
  changeNotCarriedOut,
  changeNotStarted,
  changeUnknown,
  doneUnread,
  draftGone,
  libraryFull,
  otherChangeRuns,
  otherUsers,
  templateGone,
  type TemplateChange
} from './template-failures'
import { templateUsage } from './template-usage'

export type TemplateServiceParts = {
  readonly store: Store
  readonly accounts: AccountService
  readonly clock: Clock
  /** How long to wait before a library that shows nothing is believed: the lost call may still be at work. */
  readonly settleDelayMs: number
}

type Change = {
  readonly accountId: string
  readonly kind: TemplateChange
  /** Sent once. */
  readonly send: (platform: PlatformClient) => Promise<Receipt>
  /** Whether the library shows that it was done. */
  readonly isDone: (library: TemplateLibrary) => boolean
}

/**
 * The template library (模板库) of each account, kept in memory until it is asked for fresh. One change at a time per account;
 * where its answer is lost the library tells how it ended, and nothing is sent twice. All methods throw `DeskFailure`.
 */
export class TemplateService {
  private readonly parts: TemplateServiceParts
  private readonly libraries = new Map<string, TemplateLibrary>()
  private readonly running = new Map<string, TemplateChange>()

  constructor(parts: TemplateServiceParts) {
    this.parts = parts
  }

  /** Templates newest first, and the template mini programs with their drafts. */
  async library(accountId: string, fresh: boolean): Promise<TemplateLibrary> {
    const known = this.libraries.get(accountId)
    return known && !fresh ? known : this.read(accountId)
  }

  /** The library as it was read last in this run; null where it was not. Asks nobody. */
  known(accountId: string): TemplateLibrary | null {
    return this.libraries.get(accountId) ?? null
  }

  /**
   * 添加模板 (page `tpl-manage/add-v2`): `not_found` for a draft that is gone, `not_possible_now` where there are 200 already
   * (40035). The new id is not told: it shows in the library that is answered with.
   */
  add(accountId: string, draftId: string): Promise<TemplateLibrary> {
    return this.alone(accountId, 'add', async () => {
      const { templates, templateApps } = await this.before(accountId, 'add')
      const draft = templateApps.find((each) => each.draft?.draftId === draftId)?.draft
      if (!draft) throw draftGone()
      if (templates.length >= templatesMax) throw libraryFull()
      const known = new Set(templates.map(({ templateId }) => templateId))
      return this.carryOut({
        accountId,
        kind: 'add',
        send: (platform) => platform.addTemplate(draftId),
        isDone: (library) => library.templates.some((each) => !known.has(each.templateId) && isSame(each, draft))
      })
    })
  }

  /**
   * Which merchants run a template or could still roll back to it, by our journal and by what was read of their versions last.
   */
  async usage(accountId: string, templateId: string): Promise<TemplateUsage> {
    return this.usageIn(await this.library(accountId, false), accountId, templateId, say`没有读到谁在用这个模板`)
  }

  /**
   * 删除模板 (page `tpl-manage/delete-v2`). `acknowledged`: the merchants of the usage that the operator was shown; where there
   * are others nothing is sent (`changed_meanwhile`).
   */
  delete(accountId: string, templateId: string, acknowledged: readonly string[]): Promise<TemplateLibrary> {
    return this.alone(accountId, 'delete', async () => {
      const library = await this.before(accountId, 'delete')
      const { users } = await this.usageIn(library, accountId, templateId, say`模板没有删除`)
      const shown = new Set(acknowledged)
      const others = users.filter(({ appId }) => !shown.has(appId))
      if (others.length > 0) throw otherUsers(others)
      return this.carryOut({
        accountId,
        kind: 'delete',
        send: (platform) => platform.deleteTemplate(templateId),
        isDone: ({ templates }) => !templates.some((each) => each.templateId === templateId)
      })
    })
  }

  private async read(accountId: string): Promise<TemplateLibrary> {
    const question = { accountId, message: say`模板库没有读到` }
    const [templates, templateApps] = await askPlatform(this.parts.accounts, question, (platform) =>
      Promise.all([platform.templates(), platform.templateApps()])
    )
    const newestFirst = templates.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
    const library = { templates: newestFirst, templateApps, readAt: this.parts.clock.now() }
    this.libraries.set(accountId, library)
    return library
  }

  private usageIn({ templates }: TemplateLibrary, accountId: string, templateId: string, message: string) {
    const template = templates.find((each) => each.templateId === templateId)
    if (!template) throw templateGone(message)
    return templateUsage(this.parts.store, accountId, template)
  }

  private async before(accountId: string, kind: TemplateChange): Promise<TemplateLibrary> {
    try {
      return await this.read(accountId)
    } catch (error) {
      throw error instanceof DeskFailure ? changeNotStarted(kind, error) : error
    }
  }

  private async carryOut(change: Change): Promise<TemplateLibrary> {
    const { accountId, kind, send } = change
    const question = { accountId, message: changeFailed(kind) }
    try {
      await askPlatform(this.parts.accounts, question, send)
    } catch (error) {
      if (isLost(error)) return this.settleLost(change)
      this.libraries.delete(accountId)
      throw error
    }
    return this.after(change)
  }

  private async after({ accountId, kind }: Change): Promise<TemplateLibrary> {
    this.libraries.delete(accountId)
    try {
      return await this.read(accountId)
    } catch (error) {
      throw error instanceof DeskFailure ? doneUnread(kind, error) : error
    }
  }

  private async settleLost(change: Change): Promise<TemplateLibrary> {
    const { clock, settleDelayMs } = this.parts
    const first = await this.lookAfter(change)
    if (change.isDone(first)) return first
    await clock.wait(settleDelayMs)
    const second = await this.lookAfter(change)
    if (change.isDone(second)) return second
    throw changeNotCarriedOut(change.kind)
  }

  private async lookAfter({ accountId, kind }: Change): Promise<TemplateLibrary> {
    this.libraries.delete(accountId)
    try {
      return await this.read(accountId)
    } catch (error) {
      throw error instanceof DeskFailure ? changeUnknown(kind) : error
    }
  }

  private async alone<Value>(accountId: string, kind: TemplateChange, work: () => Promise<Value>): Promise<Value> {
    const other = this.running.get(accountId)
    if (other) throw otherChangeRuns(other)
    this.running.set(accountId, kind)
    try {
      return await work()
    } finally {
      this.running.delete(accountId)
    }
  }
}

type Content = Pick<Template, 'version' | 'description'>

const isSame = (a: Content, b: Content): boolean => a.version === b.version && a.description === b.description

/** Whether the platform may have done what was asked although no answer tells. */
function isLost(error: unknown): boolean {
  const cause = error instanceof DeskFailure ? error.cause : null
  return cause instanceof PlatformError && cause.facts.outcome === 'unknown'
}
