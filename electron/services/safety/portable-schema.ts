import { domainKinds, type DomainSet } from '@shared/domain/domains'
import { variableTypes } from '@shared/domain/ext-variables'
import { merchantTagsMax, noteMaxLength, savedViewsMax, tagMaxLength, viewNameMaxLength } from '@shared/domain/lists'
import { extJsonMaxLength, extVariablesMax } from '@shared/rules/limits'
import { z } from 'zod'
import { columnChoices, viewContent } from '../../store/list-schemas'

export const portableFormat = 'merchant-desk-settings'
export const portableVersion = 1

/** Of any version: what tells a newer one from a file that is none of ours. */
export const portableHead = z.object({ format: z.literal(portableFormat), version: z.int().min(1) })

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const variableName = z.string().regex(/^(?!__proto__$)[A-Za-z_]\w{0,39}$/)
const name = z.string().trim().min(1)

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

const domains: z.ZodType<DomainSet> = z.record(z.enum(domainKinds), z.array(z.string().max(500)).max(500))

const merchant = z.object({
  appId: z.string().min(1).max(64),
  /** For whoever reads the file; an import goes by the app id. */
  name: z.string().max(200),
  tags: z.array(z.string().trim().min(1).max(tagMaxLength)).max(merchantTagsMax),
  note: z.string().trim().max(noteMaxLength),
  values: z.record(variableName, z.string().max(2000)),
  /** The name of its baseline among those of the account. */
  baseline: z.string().nullable()
})

const account = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(200),
  componentAppId: z.string().max(64),
  views: z.array(z.object({ name: name.max(viewNameMaxLength), content: viewContent })).max(savedViewsMax),
  columns: columnChoices,
  variables: z.array(variable).max(extVariablesMax),
  defaults: z.array(z.object({ templateId: z.string().regex(/^\d{1,20}$/), text: z.string().max(extJsonMaxLength) })),
  baselines: z.array(z.object({ name: name.max(100), domains })),
  merchants: z.array(merchant).max(20_000)
})

/** An export of settings: one JSON file, documented in docs/data-safety.md. Fields that it does not name are passed over. */
export const portableSchema = portableHead.extend({
  exportedAt: z.number(),
  appVersion: z.string().max(64),
  settings,
  accounts: z.array(account).max(100)
})
export type Portable = z.output<typeof portableSchema>
export type PortableAccount = Portable['accounts'][number]
export type PortableSettings = Portable['settings']
