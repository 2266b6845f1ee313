import type { CategoryFacts, CategoryState, NamedCategory } from '@shared/domain/category'
import { domainKinds, serverDomainKinds, type DomainFacts, type DomainSet } from '@shared/domain/domains'
import type { MerchantInformation, ProfileAudit } from '@shared/domain/profile'
import { standingParts, type StandingFacts, type TrialInformation } from '@shared/domain/standing'
import { z } from 'zod'
import type { SetupSummary } from './repositories'
import { deskError, textList } from './schemas'

const text = z.string().nullable()
const number = z.number().nullable()
const named = { id: z.string(), name: z.string() }

const namedCategory: z.ZodType<NamedCategory> = z.object(named)
const namedCategories = z.array(namedCategory)
const reviewState: z.ZodType<CategoryState> = z.enum(['in_review', 'approved', 'rejected'])

const profileAudit: z.ZodType<ProfileAudit> = z.object({
  value: z.string(),
  state: z.enum(['in_review', 'approved', 'rejected', 'expired']).nullable(),
  reason: z.string(),
  advice: z.string(),
  remaining: number
})

/** 获取小程序基本信息, as it is kept. */
export const merchantInformation: z.ZodType<MerchantInformation> = z.object({
  name: z.string(),
  introduction: z.string(),
  iconUrl: text,
  appState: z.enum(['not_published', 'published', 'offline']).nullable(),
  nameAudit: profileAudit.nullable(),
  introductionAudit: profileAudit.nullable(),
  iconAudit: profileAudit.nullable(),
  categories: z.array(z.object({ ...named, state: reviewState.nullable(), reason: z.string() })),
  subjectName: text,
  subjectType: z.enum(['person', 'company']).nullable(),
  subjectState: reviewState.nullable()
})

/** Everything about a merchant's categories, as it is kept. */
export const categoryFacts: z.ZodType<CategoryFacts> = z.object({
  configured: z.array(
    z.object({
      ...named,
      state: reviewState.nullable(),
      reason: z.string(),
      qualifications: z.array(z.object({ ...named, paths: textList }))
    })
  ),
  limit: number,
  monthlyLimit: number,
  remaining: number,
  online: namedCategories.nullable(),
  publishing: z
    .object({
      state: reviewState.nullable(),
      categories: namedCategories,
      lacking: textList,
      redundant: textList,
      reason: z.string()
    })
    .nullable(),
  main: z
    .object({
      current: namedCategory.nullable(),
      preset: namedCategory.nullable(),
      rejected: namedCategory.nullable(),
      remaining: number
    })
    .nullable()
})

/** A merchant's domains, as they are kept. */
export const domainFacts: z.ZodType<DomainFacts> = z.object({
  server: z.record(z.enum(serverDomainKinds), textList).nullable(),
  webview: textList.nullable(),
  webviewAvailable: z.boolean()
})

/** The domains of a baseline: all five kinds. */
export const domainSet: z.ZodType<DomainSet> = z.record(z.enum(domainKinds), textList)

const trial: z.ZodType<TrialInformation> = z.object({
  inTrial: z.boolean(),
  score: number,
  passScore: number,
  tasks: z.array(z.object({ name: z.string(), target: z.number(), progress: z.number() })),
  limits: z.object({ capabilities: z.boolean(), payment: z.boolean(), traffic: z.boolean() })
})

/** How the platform judges a merchant, as it is kept. */
export const standingFacts: z.ZodType<StandingFacts> = z.object({
  credit: z.object({ score: number }).nullable(),
  trial: trial.nullable(),
  rating: z
    .discriminatedUnion('state', [
      z.object({ state: z.enum(['not_published', 'rating', 'retired']) }),
      z.object({ state: z.literal('rated'), rating: z.string() })
    ])
    .nullable(),
  filing: z.object({ status: z.number() }).nullable(),
  troubles: z.array(z.object({ part: z.enum(standingParts), error: deskError }))
})

/** What the list shows of a merchant's set-up, as it is kept with the merchant; at first without template. */
export const setupSummary: z.ZodType<SetupSummary> = z.object({
  readiness: z.object({ level: z.enum(['blocking', 'warning', 'ok', 'unknown']), text: z.string() }).nullable(),
  creditScore: number,
  drift: z.object({ baselineId: z.string(), baselineName: z.string(), missing: number, extra: number }).nullable(),
  template: z
    .object({ templateId: z.string(), description: z.string(), isCertain: z.boolean() })
    .nullable()
    .default(null)
})
