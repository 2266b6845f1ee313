import { isDeepStrictEqual } from 'node:util'
import { savedViewsMax } from '@shared/domain/lists'
import type { ExtVariable } from '@shared/domain/ext-variables'
import type { NoRoom, PortableKind, RefusedItem } from '@shared/domain/safety'
import { extVariablesMax } from '@shared/rules/limits'
import type { Store } from '../../store/repositories'
import { judgedBaselines, judgedDefaults, judgedValues, judgedVariables } from './portable-judge'
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
  readonly refused: readonly RefusedItem[]
}

type Ground = {
  readonly store: Store
  readonly now: number
  /** What is taken over: without `variables`, those that are here go on to say what a value has to be. */
  readonly kinds: readonly PortableKind[]
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
    noRoom: plans.flatMap(({ noRoom }) => noRoom),
    refused: plans.flatMap(({ refused }) => refused)
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
  const views = viewEntries(ground, account)
  const variables = variableEntries(ground, account)
  const baselines = baselineEntries(ground, account)
  const merchants = account.merchants
    .filter(({ appId }) => appIds.has(appId))
    .map((merchant) => {
      // A name that stands for nothing, neither here nor in what comes, says nothing.
      const baseline = merchant.baseline !== null && baselines.names.has(merchant.baseline) ? merchant.baseline : null
      return merchantEntries(ground, account.id, { ...merchant, baseline }, variables.inForce)
    })
  const all = [views, variables, baselines, ...merchants]
  return {
    entries: all.flatMap(({ entries }) => entries),
    noRoom: [...views.noRoom, ...variables.noRoom],
    refused: [variables, baselines, ...merchants].flatMap(({ refused }) => refused),
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

function variableEntries({ store, now, kinds }: Ground, account: PortableAccount) {
  const { id: accountId, defaults } = account
  const studio = store.extVariables.studio(accountId)
  const known = new Map(studio.variables.map((each) => [each.name, each]))
  const variables = judgedVariables(account.variables)
  const { fits, noRoom } = withinRoom(variables.passed, { kind: 'variables', known, max: extVariablesMax })
  const planned = fits.map((variable) =>
    entry('variables', known.get(variable.name) ?? null, variable, () => {
      const present = store.extVariables.studio(accountId).variables
      store.extVariables.saveVariables(accountId, joined(present, [variable]))
    })
  )
  const there = joined(studio.variables, fits)
  const here = new Map(studio.defaults.map((each) => [each.templateId, each.text]))
  const texts = judgedDefaults(defaults, there, ({ templateId, text }) => here.get(templateId) === text)
  const planTexts = texts.passed.map(({ templateId, text }) =>
    entry('variables', here.get(templateId) ?? null, text, () =>
      store.extVariables.saveDefault(accountId, { templateId, text, changedAt: now })
    )
  )
  return {
    ...{ entries: [...planned, ...planTexts], noRoom, refused: [...variables.refused, ...texts.refused] },
    inForce: kinds.includes('variables') ? there : joined(fits, studio.variables)
  }
}

/** Of two variables of a name the one of `over` counts, in its place. */
function joined(under: readonly ExtVariable[], over: readonly ExtVariable[]): readonly ExtVariable[] {
  return [...new Map([...under, ...over].map((each) => [each.name, each])).values()]
}

function baselineEntries({ store, now }: Ground, account: PortableAccount) {
  const { id: accountId } = account
  const here = new Map(store.baselines.list(accountId).map((each) => [each.name, each]))
  const { passed, refused } = judgedBaselines({ store, accountId }, account.baselines, ({ name, domains }) =>
    isDeepStrictEqual(here.get(name)?.domains, domains)
  )
  const entries = passed.map(({ name, domains }) => {
    const known = here.get(name)
    return entry('baselines', known?.domains ?? null, domains, () =>
      store.baselines.save({ accountId, id: known?.id ?? null, name, domains, changedAt: now })
    )
  })
  return { entries, refused, names: new Set([...here.keys(), ...passed.map(({ name }) => name)]) }
}

/** What the file says nothing of stays as it is here. */
function merchantEntries(
  { store }: Ground,
  accountId: string,
  merchant: PortableAccount['merchants'][number],
  variables: readonly ExtVariable[]
) {
  const { appId, tags, note, baseline } = merchant
  const ref = { accountId, appId }
  const row = store.merchants.row(ref)
  const present = store.extVariables.valuesOf(ref)
  const { passed: values, refused } = judgedValues(merchant, variables, present)
  const merged = { ...present, ...values }
  const nothingIfEmpty = <Value>(value: Value, isEmpty: boolean): Value | null => (isEmpty ? null : value)
  const entries = [
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
  return { entries, refused }
}
