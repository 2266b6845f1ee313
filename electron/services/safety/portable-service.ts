import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { portableKinds, type ImportPreview, type PortableKind, type ReadyFile } from '@shared/domain/safety'
import { portableMaxBytes } from '@shared/rules/safety-limits'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { z } from 'zod'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { ActivityJournal } from '../activity/activity-journal'
import type { EventHub } from '../event-hub'
import type { SettingsService } from '../settings-service'
import type { FileShelf } from './file-shelf'
import { portableOf } from './portable-export'
import { planImport, type ImportPlan } from './portable-plan'
import { portableHead, portableSchema, portableVersion, type Portable, type PortableSettings } from './portable-schema'
import { notImportable } from './safety-failures'

/** How many problems of a file are named. */
const problemsShown = 5

export type PortableServiceParts = {
  readonly store: Store
  readonly shelf: FileShelf
  readonly settings: Pick<SettingsService, 'change'>
  readonly events: EventHub
  readonly journal: ActivityJournal
  readonly clock: Clock
  readonly version: string
  /** Compares these merchants with their baseline anew. */
  readonly judge: (accountId: string, baselineId: string, appIds: readonly string[]) => Promise<unknown>
}

/** Settings, tags, notes, views, variables, values and baselines as one file: out of this computer, and into it. */
export class PortableService {
  private readonly parts: PortableServiceParts

  constructor(parts: PortableServiceParts) {
    this.parts = parts
  }

  export(): Promise<ReadyFile> {
    const { store, shelf, clock, version } = this.parts
    const exportedAt = clock.now()
    const portable = portableOf(store, { exportedAt, appVersion: version })
    return shelf.offer('merchant-desk-settings.json', (path) =>
      writeFileSync(path, JSON.stringify(portable, null, 2), { mode: 0o600 })
    )
  }

  /** Throws `DeskFailure` `invalid_input` that names the fields, `not_found`. */
  preview(fileId: string): ImportPreview {
    const file = this.read(fileId)
    return previewOf(
      file,
      this.plan(file, portableKinds, () => undefined)
    )
  }

  /** Throws as `preview` does; nothing is imported then. Answers with what was done. */
  async import(fileId: string, kinds: readonly PortableKind[]): Promise<ImportPreview> {
    const { store, settings, journal } = this.parts
    const file = this.read(fileId)
    let change: Partial<PortableSettings> = {}
    const plan = this.plan(file, kinds, (part) => (change = { ...change, ...part }))
    const chosen = plan.entries.filter(({ kind, effect }) => kinds.includes(kind) && effect !== 'same')
    store.transaction(() => {
      for (const { apply } of chosen) apply()
      journal.record({ action: 'settings_change', after: { setting: [say`从文件导入`, ...kinds] } })
    })
    if (Object.keys(change).length > 0) settings.change(change)
    await this.tell(file, kinds)
    return previewOf(file, { ...plan, entries: plan.entries.filter(({ kind }) => kinds.includes(kind)) })
  }

  private plan(
    file: Portable,
    kinds: readonly PortableKind[],
    changeSettings: (change: Partial<PortableSettings>) => void
  ): ImportPlan {
    const { store, clock } = this.parts
    return planImport({ store, now: clock.now(), kinds, changeSettings }, file)
  }

  private read(fileId: string): Portable {
    const path = this.parts.shelf.path(fileId)
    if (statSync(path).size > portableMaxBytes) throw notImportable(say`文件太大，不是导出的设置`)
    const said = jsonOf(readFileSync(path, 'utf8'))
    const head = portableHead.safeParse(said)
    if (!head.success) throw notImportable(say`文件不是代管台导出的设置`)
    if (head.data.version > portableVersion) throw notImportable(say`文件由更新版本的代管台导出，请先更新程序`)
    const portable = portableSchema.safeParse(said)
    if (!portable.success) throw notImportable(problemsText(portable.error))
    return portable.data
  }

  private async tell(file: Portable, kinds: readonly PortableKind[]): Promise<void> {
    const { store, events, judge } = this.parts
    const here = new Set(store.accounts.list().map(({ id }) => id))
    for (const { id: accountId } of file.accounts.filter(({ id }) => here.has(id))) {
      if (kinds.includes('baselines')) {
        for (const { id } of store.baselines.list(accountId)) {
          await judge(accountId, id, store.baselines.members(accountId, id))
        }
      }
      const { listViews } = store
      events.send('views.changed', {
        accountId,
        views: listViews.list(accountId),
        columns: listViews.columns(accountId)
      })
      events.send('merchants.replaced', { accountId })
    }
  }
}

function previewOf(
  { exportedAt }: Portable,
  { entries, unknownAccounts, unknownMerchants, noRoom, refused }: ImportPlan
): ImportPreview {
  const count = (kind: PortableKind, effect: string): number =>
    entries.filter((each) => each.kind === kind && each.effect === effect).length
  return {
    exportedAt,
    changes: portableKinds.map((kind) => ({
      kind,
      added: count(kind, 'added'),
      changed: count(kind, 'changed'),
      same: count(kind, 'same')
    })),
    unknownAccounts,
    unknownMerchants,
    noRoom,
    refused
  }
}

function problemsText({ issues }: z.ZodError): string {
  const shown = issues.slice(0, problemsShown)
  return clauses(shown.map(({ path, message }) => `${path.join('.')}: ${message}`))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
