import { isDeepStrictEqual } from 'node:util'
import { savedViewsMax } from '@shared/domain/lists'
import type { NoRoom, PortableKind } from '@shared/domain/safety'
import { extVariablesMax } from '@shared/rules/limits'
import type { Store } from '../../store/repositories'
import { withinRoom } from './portable-room'
import type { Portable, PortableAccount, PortableSettings } from './portable-schema'

/** One entry of an import: what it would do, and how. */
export type PlannedEntry = {
  readonly kind: PortableKind
  readonly effect: 'added' | 'changed' | 'same'
  readonly apply: () => void
}

export type ImportPlan = {
  readonly entries: readonly PlannedEntry[]
  readonly unknownAccounts: readonly string[]
  readonly unknownMerchants: readonly string[]
  readonly noRoom: readonly NoRoom[]
}

type Ground = {
  readonly store: Store
  readonly now: number
  /** Settings go through their service, which tells every page. */
  readonly changeSettings: (change: Partial<PortableSettings>) => void
}

/** Compares a file with what is here. Entries of a kind are applied in their order, those that are the same not at all. */
export function planImport(ground: Ground, file: Portable): ImportPlan {
  const here = new Set(ground.store.accounts.list().map(({ id }) => id))
  const known = file.accounts.filter(({ id }) => here.has(id))
  const plans = known.map((account) => accountPlan(ground, account))
  return {
    entries: [...settingEntries(ground, file.settings), ...plans.flatMap(({ entries }) => entries)],
    unknownAccounts: file.accounts.filter(({ id }) => !here.has(id)).map(({ name }) => name),
    unknownMerchants: plans.flatMap(({ unknown }) => unknown),
    noRoom: plans.flatMap(({ noRoom }) => noRoom)
  }
}

function entry<Value>(kind: PortableKind, was: Value | null, is: Value, apply: () => void): PlannedEntry {
  const effect = was === null ? 'added' : isDeepStrictEqual(was, is) ? 'same' : 'changed'
  return { kind, effect, apply }
}

function settingEntries({ store, changeSettings }: Ground, wanted: PortableSettings): readonly PlannedEntry[] {
  const { theme, language, textSize, motion, notifications } = store.settings.read()
  return [
    entry('settings', theme, wanted.theme, () => changeSettings({ theme: wanted.theme })),
    entry('settings', language, wanted.language, () => changeSettings({ language: wanted.language })),
    entry('settings', textSize, wanted.textSize, () => changeSettings({ textSize: wanted.textSize })),
    entry('settings', motion, wanted.motion, () => changeSettings({ motion: wanted.motion })),
    entry('settings', notifications, wanted.notifications, () =>
      changeSettings({ notifications: wanted.notifications })
    )
  ]
}

function accountPlan(ground: Ground, account: PortableAccount) {
  const appIds = new Set(ground.store.merchants.appIds(account.id))
  const merchants = account.merchants.filter(({ appId }) => appIds.has(appId))
  const baselines = new Set([...ground.store.baselines.list(account.id), ...account.baselines].map(({ name }) => name))
  // A name that stands for nothing, neither here nor in the file, says nothing.
  const known = (name: string | null) => (name !== null && baselines.has(name) ? name : null)
  const views = viewEntries(ground, account)
  const variables = variableEntries(ground, account)
  return {
    entries: [
      ...views.entries,
      ...variables.entries,
      ...baselineEntries(ground, account),
      ...merchants.flatMap((merchant) =>
        merchantEntries(ground, account.id, { ...merchant, baseline: known(merchant.baseline) })
      )
    ],
    noRoom: [...views.noRoom, ...variables.noRoom],
    unknown: account.merchants
      .filter(({ appId }) => !appIds.has(appId))
      .map(({ appId, name }) => `${name} ${appId}`.trim())
  }
}

type Fitting = { readonly entries: readonly PlannedEntry[]; readonly noRoom: readonly NoRoom[] }

function viewEntries({ store, now }: Ground, account: PortableAccount): Fitting {
  const { id: accountId, views, columns } = account
  const here = new Map(store.listViews.list(accountId).map((view) => [view.name, view]))
  const { fits, noRoom } = withinRoom(views, { kind: 'views', known: here, max: savedViewsMax })
  const planned = fits.map(({ name, content }) => {
    const known = here.get(name)
    return entry('views', known?.content ?? null, content, () =>
      store.listViews.save({ accountId, id: known?.id ?? null, name, content, changedAt: now })
    )
  })
  if (columns === null) return { entries: planned, noRoom }
  const chosen = entry('views', store.listViews.columns(accountId), columns, () =>
    store.listViews.setColumns(accountId, columns)
  )
  return { entries: [...planned, chosen], noRoom }
}

function variableEntries({ store, now }: Ground, account: PortableAccount): Fitting {
  const { id: accountId, variables, defaults } = account
  const studio = store.extVariables.studio(accountId)
  const known = new Map(studio.variables.map((each) => [each.name, each]))
  const { fits, noRoom } = withinRoom(variables, { kind: 'variables', known, max: extVariablesMax })
  const planned = fits.map((variable) =>
    entry('variables', known.get(variable.name) ?? null, variable, () => {
      const present = store.extVariables.studio(accountId).variables
      const isKnown = present.some(({ name }) => name === variable.name)
      const replaced = present.map((each) => (each.name === variable.name ? variable : each))
      store.extVariables.saveVariables(accountId, isKnown ? replaced : [...present, variable])
    })
  )
  const texts = new Map(studio.defaults.map((each) => [each.templateId, each.text]))
  const planTexts = defaults.map(({ templateId, text }) =>
    entry('variables', texts.get(templateId) ?? null, text, () =>
      store.extVariables.saveDefault(accountId, { templateId, text, changedAt: now })
    )
  )
  return { entries: [...planned, ...planTexts], noRoom }
}

function baselineEntries({ store, now }: Ground, account: PortableAccount): readonly PlannedEntry[] {
  const { id: accountId } = account
  const here = new Map(store.baselines.list(accountId).map((each) => [each.name, each]))
  return account.baselines.map(({ name, domains }) => {
    const known = here.get(name)
    return entry('baselines', known?.domains ?? null, domains, () =>
      store.baselines.save({ accountId, id: known?.id ?? null, name, domains, changedAt: now })
    )
  })
}

/** What the file says nothing of stays as it is here. */
function merchantEntries(
  { store }: Ground,
  accountId: string,
  merchant: PortableAccount['merchants'][number]
): readonly PlannedEntry[] {
  const { appId, tags, note, values, baseline } = merchant
  const ref = { accountId, appId }
  const row = store.merchants.row(ref)
  const present = store.extVariables.valuesOf(ref)
  const merged = { ...present, ...values }
  const nothingIfEmpty = <Value>(value: Value, isEmpty: boolean): Value | null => (isEmpty ? null : value)
  return [
    ...(tags.length === 0
      ? []
      : [
          entry('tags', nothingIfEmpty([...(row?.tags ?? [])], !row?.tags.length), tags, () =>
            store.merchants.setTags(ref, tags)
          )
        ]),
    ...(note === ''
      ? []
      : [entry('notes', nothingIfEmpty(row?.note ?? '', !row?.note), note, () => store.merchants.setNote(ref, note))]),
    ...(Object.keys(values).length === 0
      ? []
      : [
          entry('values', nothingIfEmpty({ ...present }, Object.keys(present).length === 0), merged, () =>
            store.extVariables.saveValues(accountId, [{ appId, values: merged }])
          )
        ]),
    ...(baseline === null
      ? []
      : [
          entry('baselines', store.baselines.of(ref)?.name ?? null, baseline, () => {
            const found = store.baselines.list(accountId).find(({ name }) => name === baseline)
            if (found) store.baselines.assign(accountId, found.id, [appId])
          })
        ])
  ]
}
