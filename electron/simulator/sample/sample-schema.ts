import { z } from 'zod'
import { capabilityStates } from '../world/capability-state'
import { auditOutcomes, standings } from '../world/state'

/**
 * The files below `resources/practice`. Times are days before the world begins, so that the samples never look old;
 * hosts are codes, texts are what the operator reads.
 */
const version = {
  version: z.string(),
  summary: z.string(),
  daysAgo: z.number(),
  channel: z.string().default('')
}

/** Reasons per refused host; a host in `hosts` without an entry passed. */
const refusals = z
  .record(z.string(), z.object({ reasons: z.array(z.string()).min(1), picture: z.string().nullable().default(null) }))
  .default({})

const testVersion = z.object({ ...version, submitted: z.boolean().default(false) })
const auditVersion = z.object({
  ...version,
  hosts: z.array(z.string()).min(1),
  status: z.enum(['in_review', 'passed', 'rejected', 'withdrawn']),
  published: z.boolean().default(false),
  illegal: z.boolean().default(false),
  refusals,
  /** For `in_review`: hours of work until the end, and how it will end. */
  hoursLeft: z.number().default(24),
  outcome: z.enum(auditOutcomes).default('pass')
})
const onlineVersion = z.object({
  ...version,
  hosts: z.array(z.string()).min(1),
  takenDown: z.boolean().default(false),
  refusals
})

const category = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['in_review', 'approved', 'rejected']).default('approved'),
  reason: z.string().default(''),
  /** False: approved, and not published yet although a version is online. */
  published: z.boolean().default(true),
  /** For `in_review`: hours of work until it is approved. */
  hoursLeft: z.number().default(12)
})

/** The newest change of a part of the profile; for `in_review`, hours of work until it is approved. */
const profileChange = z
  .object({
    value: z.string(),
    state: z.enum(['in_review', 'approved', 'rejected', 'expired']),
    reason: z.string().default(''),
    advice: z.string().default(''),
    hoursLeft: z.number().default(12)
  })
  .optional()
const left = z.number().int().min(0).optional()

/** For `applying`: hours of work until it is granted. */
const capability = z.object({
  state: z.enum(capabilityStates),
  reason: z.string().default(''),
  hoursLeft: z.number().default(48)
})

const sampleMerchant = z.object({
  appId: z.string(),
  name: z.string(),
  introduction: z.string(),
  icon: z.string(),
  standing: z.enum(standings).default('normal'),
  subject: z.object({
    name: z.string(),
    type: z.enum(['person', 'company']),
    state: z.enum(['in_review', 'approved', 'rejected']).default('approved')
  }),
  categories: z.array(category),
  changes: z.object({ name: profileChange, introduction: profileChange, icon: profileChange }).default({}),
  /** Changes that are left this month, where some were made. */
  changesLeft: z.object({ name: left, introduction: left, icon: left }).default({}),
  /** Beyond the limit: all. */
  categoryChangesUsed: z.number().int().min(0).default(0),
  /** By key; what was never applied for is left out. */
  capabilities: z.record(z.string(), capability).default({}),
  developer: z.string().nullable(),
  habits: z.object({ flags: z.enum(['number', 'boolean']), missing: z.enum(['absent', 'null']) }),
  hosts: z.array(z.string()).min(1),
  authorizedDaysAgo: z.number(),
  /** False: the merchant ended the authorisation, and the list of authorised apps has not noticed yet. */
  authorized: z.boolean().default(true),
  permissions: z.array(z.number().int()),
  tests: z.array(testVersion).default([]),
  audit: auditVersion.nullable().default(null),
  gray: z
    .object({ ...version, shares: z.record(z.string(), z.string()) })
    .nullable()
    .default(null),
  current: onlineVersion.nullable().default(null),
  previous: onlineVersion.nullable().default(null)
})

const template = z.object({ id: z.string(), version: z.string(), description: z.string(), daysAgo: z.number() })
const templateApp = z.object({
  appId: z.string(),
  name: z.string(),
  draft: template.extend({ uploadedBy: z.string() }).nullable()
})

/** A trade that merchants are generated for: its icon, category, and the ends of its shops' names. */
const trade = z.object({
  icon: z.string(),
  category: category,
  endings: z.array(z.string()).min(1),
  introduction: z.string()
})

export const merchantsFile = z.array(sampleMerchant).min(24)
export const templatesFile = z.object({ templates: z.array(template).min(1), templateApps: z.array(templateApp) })
export const generationFile = z.object({
  trades: z.array(trade).min(1),
  districts: z.array(z.string()).min(1),
  words: z.array(z.string()).min(1),
  surnames: z.array(z.string()).min(1),
  givenNames: z.array(z.string()).min(1),
  companyKinds: z.array(z.string()).min(1)
})
const words = z.array(z.string()).min(1)
const remarks = z.array(z.object({ reason: z.string(), advice: z.string() })).min(1)
export const reviewFile = z.object({
  reasons: words,
  pictures: words,
  profile: z.object({ name: remarks, introduction: remarks, icon: remarks }),
  categoryReasons: words,
  publicationReasons: words,
  takenNames: words,
  sensitiveWords: words,
  brandWords: words
})

export type SampleMerchant = z.infer<typeof sampleMerchant>
export type SampleVersions = Pick<SampleMerchant, 'tests' | 'audit' | 'gray' | 'current' | 'previous'>
export type SampleTemplates = z.infer<typeof templatesFile>
export type GenerationWords = z.infer<typeof generationFile>
export type Trade = z.infer<typeof trade>
