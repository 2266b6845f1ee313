import type { CallInput, CallValue } from '@shared/contract'
import { emptyFilter, type ListViews, type ViewContent } from '@shared/domain/lists'
import type { DomainSet } from '@shared/domain/domains'
import type { ExtVariable } from '@shared/domain/ext-variables'
import type { PortableKind } from '@shared/domain/safety'
import { appIds, type Agency } from './recovery-desk'

type Desk = Pick<Agency, 'value' | 'accountId'>

const late: ViewContent = {
  filter: { ...emptyFilter, query: '茶', audit: ['rejected', 'to_release'], tag: ['海边', '🍵 茶'], needsCare: true },
  sort: { column: 'readAt', direction: 'descending' },
  columns: [
    { name: 'name', widthPx: 240 },
    { name: 'note', widthPx: null }
  ]
}
export const plainView: ViewContent = { filter: emptyFilter, sort: null, columns: null }

const shop: ExtVariable = { name: 'shop', type: 'text', required: true, description: '门店 🍵', fallback: '总店' }
const seats: ExtVariable = { name: 'seats', type: 'number', required: false, description: '', fallback: null }
const isOpen: ExtVariable = { name: 'isOpen', type: 'boolean', required: false, description: '', fallback: 'true' }

/** An ext.json default with this in its `ext`. */
export const extText = (ext: string): string =>
  `{\n  "extEnable": true,\n  "extAppid": "{{appId}}",\n  "ext": ${ext}\n}`

/** Domains of all five kinds, made from one name. */
export const domainsOf = (of: string): DomainSet => ({
  request: [`api.${of}.example.com`, `pay.${of}.example.com`],
  socket: [`ws.${of}.example.com`],
  upload: [`up.${of}.example.com`],
  download: [`cdn.${of}.example.com`],
  webview: [`h5.${of}.example.com`]
})

/**
 * Sets of every kind more than one, in an order that is not the one in which they were made: views and columns, variables with
 * default texts of two templates and values of two merchants, baselines with one and two merchants, tags and notes.
 */
export async function leaveMarks({ value, accountId }: Desk): Promise<void> {
  const [one = '', two = '', three = ''] = await appIds({ value }, accountId)
  await value('views.save', { accountId, id: null, name: '全部', content: plainView })
  const { id } = await value('views.save', { accountId, id: null, name: '待处理 🍵', content: late })
  await value('views.move', { accountId, id, to: 0 })
  await value('views.setColumns', { accountId, columns: [{ name: 'name', widthPx: 300 }, ...columns('tags', 'drift')] })
  await value('ext.saveVariables', { accountId, variables: [seats, shop, isOpen] })
  await value('ext.saveDefault', { accountId, templateId: '12', text: extText('{ "shop": "{{shop}}" }') })
  await value('ext.saveDefault', { accountId, templateId: '9', text: extText('{ "seats": "{{seats}}" }') })
  await value('ext.saveValues', {
    accountId,
    merchants: [
      { appId: one, values: { shop: '海边店 🍵', seats: '24' } },
      { appId: two, values: { isOpen: 'false' } }
    ]
  })
  const usual = await value('baselines.save', { accountId, id: null, name: '常用', domains: domainsOf('chaguan') })
  const own = await value('baselines.save', { accountId, id: null, name: '自营', domains: domainsOf('ziying') })
  await value('baselines.assign', { accountId, id: usual.id, appIds: [one, two] })
  await value('baselines.assign', { accountId, id: own.id, appIds: [three] })
  await value('merchants.setTags', { accountId, appId: one, tags: ['餐饮', '🍵 茶', '海边'] })
  await value('merchants.setNote', { accountId, appId: two, note: '老板姓林\n周一休息' })
  await value('settings.change', { motion: 'reduced', notifications: { enabled: false, quiet: null } })
}

const columns = (...names: NonNullable<ListViews['columns']>[number]['name'][]) =>
  names.map((name) => ({ name, widthPx: null }))

/** Takes away whatever `leaveMarks` left. */
export async function removeMarks({ value, accountId }: Desk): Promise<void> {
  const merchants = await appIds({ value }, accountId)
  for (const { id } of (await value('views.list', { accountId })).views) await value('views.remove', { accountId, id })
  await value('views.setColumns', { accountId, columns: null })
  await value('ext.saveValues', { accountId, merchants: merchants.map((appId) => ({ appId, values: {} })) })
  for (const { templateId } of (await value('ext.studio', { accountId })).defaults) {
    await value('ext.saveDefault', { accountId, templateId, text: null })
  }
  await value('ext.saveVariables', { accountId, variables: [] })
  for (const { id } of await value('baselines.list', { accountId })) await value('baselines.delete', { accountId, id })
  for (const appId of merchants) {
    await value('merchants.setTags', { accountId, appId, tags: [] })
    await value('merchants.setNote', { accountId, appId, note: '' })
  }
  const notifications: CallInput<'settings.change'>['notifications'] = {
    enabled: true,
    quiet: { from: '22:00', to: '08:00' }
  }
  await value('settings.change', { motion: 'system', notifications })
}

/** All that the operator set, as the pages read it, with the ids and moments that it has in this database. */
export async function everythingSet({ value, accountId }: Desk) {
  const { settings } = await value('app.info', {})
  const { rows } = await value('merchants.page', { accountId, cursor: null, limit: 50 })
  return {
    settings,
    lists: await value('views.list', { accountId }),
    studio: await value('ext.studio', { accountId }),
    values: await value('ext.values', { accountId }),
    baselines: await value('baselines.list', { accountId }),
    merchants: rows.map(({ appId, tags, note, drift }) => ({
      appId,
      tags,
      note,
      baseline: drift?.baselineName ?? null
    }))
  }
}
export type Everything = Awaited<ReturnType<typeof everythingSet>>

/** The same without what another database names otherwise, so that two computers can be compared. */
export function portablePart({ settings, lists, studio, values, baselines, merchants }: Everything) {
  const { theme, language, textSize, motion, notifications } = settings
  return {
    ...{ settings: { theme, language, textSize, motion, notifications }, values, merchants },
    ...{ columns: lists.columns, variables: studio.variables },
    views: lists.views.map(({ name, content }) => ({ name, content })),
    defaults: studio.defaults.map(({ templateId, text }) => ({ templateId, text })),
    baselines: baselines.map(({ name, domains, merchants: members }) => ({ name, domains, members }))
  }
}

/** Each thing that an import counts, by its kind and its name. */
export function countedThings(all: Everything): Readonly<Record<PortableKind, ReadonlyMap<string, unknown>>> {
  const { settings, views, columns: shown, variables, defaults, values, baselines, merchants } = portablePart(all)
  const columnsChosen: [string, unknown][] = shown === null ? [] : [['columns', shown]]
  return {
    settings: new Map(Object.entries(settings)),
    tags: new Map(merchants.filter(({ tags }) => tags.length > 0).map(({ appId, tags }) => [appId, tags])),
    notes: new Map(merchants.filter(({ note }) => note !== '').map(({ appId, note }) => [appId, note])),
    views: new Map([...views.map(({ name, content }) => [`view ${name}`, content] as const), ...columnsChosen]),
    variables: new Map<string, unknown>([
      ...variables.map((each) => [`variable ${each.name}`, each] as const),
      ...defaults.map(({ templateId, text }) => [`default ${templateId}`, text] as const)
    ]),
    values: new Map(values.map(({ appId, values: own }) => [appId, own])),
    baselines: new Map<string, unknown>([
      ...baselines.map(({ name, domains }) => [`baseline ${name}`, domains] as const),
      ...merchants.flatMap(({ appId, baseline }) => (baseline === null ? [] : [[`of ${appId}`, baseline] as const]))
    ])
  }
}

/** What an import says, by kind, as `[added, changed, same]`. */
export function countsOf({ changes }: CallValue<'safety.import'>): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(changes.map(({ kind, added, changed, same }) => [kind, [added, changed, same]]))
}
