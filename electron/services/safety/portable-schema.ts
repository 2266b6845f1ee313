import { baselineName, domainSet } from '@shared/contract/domains'
import { variableTypes } from '@shared/domain/ext-variables'
import { merchantTagsMax, noteMaxLength, savedViewsMax, tagMaxLength, viewNameMaxLength } from '@shared/domain/lists'
import { extJsonMaxLength, extVariablesMax } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { columnChoices, viewContent } from '../../store/list-schemas'

export const portableFormat = 'merchant-desk-settings'
export const portableVersion = 1

/** Of any version: what tells a newer one from a file that is none of ours. */
export const portableHead = z.object({ format: z.literal(portableFormat), version: z.int().min(1) })

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const variableName = z.string().regex(/^(?!__proto__$)[A-Za-z_]\w{0,39}$/)
const name = z.string().trim().min(1)

/** Nothing in it may stand twice: what is the second one for, and what was said of the first, could not be told. */
const once = <Item extends z.ZodType>(list: z.ZodArray<Item>, keyOf: (item: z.output<Item>) => string) =>
  list.refine((items) => new Set(items.map(keyOf)).size === items.length, { error: () => say`有一项写了两次` })

const named = (item: { readonly name: string }): string => item.name

const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['zh', 'en']),
  textSize: z.enum(['normal', 'large', 'larger']),
  motion: z.enum(['system', 'reduced']),
  notifications: z.object({
    enabled: z.boolean(),
    quiet: z.object({ from: clockTime, to: clockTime }).nullable()
  })
})

const variable = z.object({
  name: variableName,
  type: z.enum(variableTypes),
  required: z.boolean(),
  description: z.string().max(200),
  fallback: z.string().max(2000).nullable()
})

const merchant = z.object({
  appId: z.string().min(1).max(64),
  /** For whoever reads the file; an import goes by the app id. */
  name: z.string().max(200),
  tags: once(z.array(z.string().trim().min(1).max(tagMaxLength)).max(merchantTagsMax), (tag) => tag),
  note: z.string().trim().max(noteMaxLength),
  values: z.record(variableName, z.string().min(1).max(2000)),
  /** The name of its baseline among those of the account. */
  baseline: z.string().nullable()
})

const account = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(200),
  componentAppId: z.string().max(64),
  views: once(z.array(z.object({ name: name.max(viewNameMaxLength), content: viewContent })).max(savedViewsMax), named),
  columns: columnChoices,
  variables: once(z.array(variable).max(extVariablesMax), named),
  defaults: once(
    z.array(z.object({ templateId: z.string().regex(/^\d{1,20}$/), text: z.string().max(extJsonMaxLength) })),
    ({ templateId }) => templateId
  ),
  baselines: once(z.array(z.object({ name: baselineName, domains: domainSet })), named),
  merchants: once(z.array(merchant).max(20_000), ({ appId }) => appId)
})

/** An export of settings: one JSON file, documented in docs/data-safety.md. Fields that it does not name are passed over. */
export const portableSchema = portableHead.extend({
  exportedAt: z.number(),
  appVersion: z.string().max(64),
  settings,
  accounts: once(z.array(account).max(100), ({ id }) => id)
})
export type Portable = z.output<typeof portableSchema>
export type PortableAccount = Portable['accounts'][number]
export type PortableSettings = Portable['settings']
