import { z } from 'zod'
import { capabilityMembersOfMerchant, capabilityMembersOfWorld } from './capability-state'
import { categoryMembers, categorySchema } from './category-state'
import { domainMembersOfMerchant, domainMembersOfWorld } from './domain-state'
import { paceMembersOfWorld } from './pace-state'
import { profileChangesSchema } from './profile-state'
import { standingMembersOfMerchant, standingMembersOfWorld } from './standing-state'

/**
 * Everything that the simulated platform remembers, as it is saved. Times are platform time in milliseconds; hosts are
 * codes such as `douyin`; ids are text. The types come from the schemas, because a saved world is checked when it is
 * loaded.
 */
const time = z.number()

/** What a reviewer said about one host. `picture` names a file below `resources/practice/review`. */
const hostVerdictSchema = z.object({
  passed: z.boolean(),
  reasons: z.array(z.string()),
  picture: z.string().nullable()
})
const verdictsSchema = z.record(z.string(), hostVerdictSchema)

const version = {
  version: z.string(),
  summary: z.string(),
  createdAt: time,
  /** Upload channel: `''` is the default one, else `'1'`. */
  channel: z.string()
}
const testVersionSchema = z.object({ ...version, submitted: z.boolean(), extJson: z.string() })

export const auditOutcomes = ['pass', 'reject', 'partial'] as const
const auditPlanSchema = z.object({ endsAt: time, outcome: z.enum(auditOutcomes), verdicts: verdictsSchema })
const auditVersionSchema = z.object({
  ...version,
  hosts: z.array(z.string()),
  status: z.enum(['in_review', 'passed', 'rejected', 'withdrawn']),
  published: z.boolean(),
  /** The version that was taken down: it can not be released (again). */
  illegal: z.boolean(),
  verdicts: verdictsSchema,
  /** How and when the running audit will end. */
  plan: auditPlanSchema.nullable()
})
const onlineVersionSchema = z.object({ ...version, verdicts: verdictsSchema, takenDown: z.boolean() })
const grayVersionSchema = z.object({ ...version, shares: z.record(z.string(), z.string()) })

const tokenPairSchema = z.object({
  access: z.string(),
  accessExpiresAt: time,
  refresh: z.string(),
  refreshExpiresAt: time
})

export const standings = ['normal', 'subject_banned', 'app_banned', 'name_reset'] as const

const merchantSchema = z.object({
  ...domainMembersOfMerchant,
  ...standingMembersOfMerchant,
  ...capabilityMembersOfMerchant,
  appId: z.string(),
  name: z.string(),
  introduction: z.string(),
  /** A file below `resources/practice/icons` without its ending, or the path of a material; empty: no icon yet. */
  icon: z.string(),
  standing: z.enum(standings),
  subject: z.object({
    name: z.string(),
    type: z.enum(['person', 'company']),
    state: z.enum(['in_review', 'approved', 'rejected'])
  }),
  profileChanges: profileChangesSchema,
  /** The draft list of 服务类目; what of it is online, `onlineCategories` tells. */
  categories: z.array(categorySchema),
  ...categoryMembers,
  developer: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The platform writes flags in two ways and leaves missing things out in two ways; each merchant has its own. */
  habits: z.object({ flags: z.enum(['number', 'boolean']), missing: z.enum(['absent', 'null']) }),
  hosts: z.array(z.string()),
  releasedHosts: z.array(z.string()),
  authorization: z.object({
    live: z.boolean(),
    /** Still in the list of authorised apps; the list can lag behind the end of an authorisation. */
    listed: z.boolean(),
    at: time,
    permissions: z.array(z.number().int())
  }),
  tokens: z.object({ v1: tokenPairSchema.nullable(), v2: tokenPairSchema.nullable() }),
  tests: z.array(testVersionSchema),
  audit: auditVersionSchema.nullable(),
  gray: grayVersionSchema.nullable(),
  current: onlineVersionSchema.nullable(),
  /** The online version before the current one: what a rollback returns to. */
  previous: onlineVersionSchema.nullable(),
  takenDownAt: time.nullable(),
  submissions: z.number().int(),
  lastSubmissionAt: time.nullable(),
  /** The reviewer is at it: a withdrawal answers 11602. */
  auditLocked: z.boolean(),
  /** Fixed by control for the next audit. */
  nextAudit: z.object({ outcome: z.enum(auditOutcomes), reasons: z.array(z.string()) }).nullable(),
  rollback: z.object({ lastAt: time.nullable(), used: z.boolean(), effectiveAt: time.nullable() })
})

const templateSchema = z.object({ id: z.string(), version: z.string(), description: z.string(), createdAt: time })
const templateAppSchema = z.object({
  appId: z.string(),
  name: z.string(),
  draft: z
    .object({ id: z.string(), version: z.string(), description: z.string(), uploadedBy: z.string(), createdAt: time })
    .nullable()
})
const componentTokenSchema = z.object({ value: z.string(), expiresAt: time, graceEndsAt: time.nullable() })
const invitationSchema = z.object({
  /** A pre-auth code goes into a link built by hand; a link is whole. */
  kind: z.enum(['pre_auth_code', 'link']),
  /** What the address carries. */
  value: z.string(),
  purpose: z.enum(['authorize', 'create']),
  /** The mini program to create; empty when none is. */
  appName: z.string(),
  /** The path of an uploaded icon; empty: none. */
  appIcon: z.string(),
  redirectUri: z.string().nullable(),
  createdAt: time,
  expiresAt: time,
  usedAt: time.nullable(),
  /** Who authorised with it. */
  usedBy: z.string().nullable()
})
const materialContentTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const
const materialSchema = z.object({
  path: z.string(),
  /** Whose it is: a mini program's, or (null) the application's. The two number their types differently. */
  appId: z.string().nullable(),
  type: z.number().int(),
  contentType: z.enum(materialContentTypes),
  at: time,
  /** The file in base64; empty where nobody ever shows it, or when it was forgotten. */
  data: z.string()
})
const authorizationCodeSchema = z.object({ value: z.string(), appId: z.string(), expiresAt: time })
const platformEventSchema = z.object({
  at: time,
  event: z.string(),
  appId: z.string(),
  content: z.record(z.string(), z.unknown())
})

export const worldStateSchema = z.object({
  format: z.literal(3),
  ...domainMembersOfWorld,
  ...standingMembersOfWorld,
  ...capabilityMembersOfWorld,
  ...paceMembersOfWorld,
  seed: z.number(),
  startedAt: time,
  clockOffsetMs: z.number(),
  timeFactor: z.number().positive(),
  waitFactor: z.number().positive(),
  /** Whether the ten seconds between submissions count per mini program or for all of the application. */
  submitScope: z.enum(['merchant', 'application']),
  lastSubmissionAt: time.nullable(),
  /** IP 白名单: who may call; empty: everyone. */
  allowedAddresses: z.array(z.string()),
  /** 授权域名: where a link built by hand must be clicked and where redirects may lead; null: not set. */
  authorizationDomain: z.string().nullable(),
  /** Pre-auth codes and links together. */
  invitations: z.array(invitationSchema),
  /** How many of them create a mini program, on this day in China. */
  createAllowance: z.object({ day: z.string(), used: z.number().int() }),
  materials: z.array(materialSchema),
  /** Counts what was minted (tokens, codes, ids), so that none repeats. */
  serial: z.number().int(),
  componentTokens: z.object({ v1: z.array(componentTokenSchema), v2: z.array(componentTokenSchema) }),
  codes: z.array(authorizationCodeSchema),
  templates: z.array(templateSchema),
  templateApps: z.array(templateAppSchema),
  merchants: z.array(merchantSchema),
  /** What the platform would push to the application's addresses, newest last. */
  events: z.array(platformEventSchema)
})

export type WorldState = z.infer<typeof worldStateSchema>
export type Merchant = z.infer<typeof merchantSchema>
export type TestVersion = z.infer<typeof testVersionSchema>
export type AuditVersion = z.infer<typeof auditVersionSchema>
export type OnlineVersion = z.infer<typeof onlineVersionSchema>
export type GrayVersion = z.infer<typeof grayVersionSchema>
export type Verdicts = z.infer<typeof verdictsSchema>
export type AuditOutcome = (typeof auditOutcomes)[number]
export type Template = z.infer<typeof templateSchema>
export type TemplateApp = z.infer<typeof templateAppSchema>
export type TokenPair = z.infer<typeof tokenPairSchema>
export type ComponentToken = z.infer<typeof componentTokenSchema>
export type Invitation = z.infer<typeof invitationSchema>
export type Material = z.infer<typeof materialSchema>
export type PlatformEvent = z.infer<typeof platformEventSchema>

/** The two generations of the interface; their tokens are never interchangeable. */
export const generations = ['v1', 'v2'] as const
export type Generation = (typeof generations)[number]
