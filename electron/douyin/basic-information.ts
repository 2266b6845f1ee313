import type { CategoryState } from '@shared/domain/category'
import type { AppState } from '@shared/domain/merchant'
import type { MerchantInformation, ProfileAudit, ProfileAuditState } from '@shared/domain/profile'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { categoryId, reviewState } from './category-schemas'
import { endpoints } from './endpoints'
import { list, optionalInteger, optionalText, text } from './schemas'
import { reading } from './wire'

const appStates: Readonly<Record<number, AppState>> = { 0: 'not_published', 1: 'published', 2: 'offline' }
const subjectTypes: Readonly<Record<number, 'person' | 'company'>> = { 0: 'person', 1: 'company' }
/** Of a name only: the platform took it back. */
const expiredState = 4

/** Beside the submitted value and its state, whose names differ. */
const audit = { remaining_times: optionalInteger, reason: text, advice: text }

const category = z.object({
  app_category: categoryId,
  app_category_name: text,
  app_category_audit_state: reviewState,
  reason: text
})

const data = z.object({
  app_name: text,
  app_intro: text,
  app_icon: optionalText,
  app_state: optionalInteger,
  new_name_audit_info: z.object({ ...audit, new_name: text, new_name_audit_state: optionalInteger }).nullish(),
  new_intro_audit_info: z.object({ ...audit, new_intro: text, new_intro_audit_state: reviewState }).nullish(),
  new_icon_audit_info: z.object({ ...audit, new_icon: text, new_icon_audit_state: reviewState }).nullish(),
  app_categories_audit_info: list(category),
  subject_audit_info: z
    .object({ subject_name: optionalText, subject_type: optionalInteger, subject_audit_state: reviewState })
    .nullish()
})

const read = reading({ schema: data })

/**
 * 获取小程序基本信息V2 (page `base-info/info-v2`): what is in force and what was submitted last. Numbers it does not describe
 * count as not told.
 */
export async function basicInformation(
  caller: PlatformCaller,
  appId: string,
  signal: AbortSignal | undefined
): Promise<MerchantInformation> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.basicInformation, read, signal })
  const subject = value.subject_audit_info
  return {
    name: value.app_name,
    introduction: value.app_intro,
    iconUrl: value.app_icon,
    appState: appStates[value.app_state ?? NaN] ?? null,
    ...audits(value),
    categories: value.app_categories_audit_info.flatMap(standing),
    subjectName: subject?.subject_name ?? null,
    subjectType: subjectTypes[subject?.subject_type ?? NaN] ?? null,
    subjectState: subject?.subject_audit_state ?? null
  }
}

function audits(value: z.output<typeof data>) {
  const { new_name_audit_info: name, new_intro_audit_info: introduction, new_icon_audit_info: icon } = value
  return {
    nameAudit: name ? profileAudit(name, name.new_name, nameState(name.new_name_audit_state)) : null,
    introductionAudit: introduction
      ? profileAudit(introduction, introduction.new_intro, introduction.new_intro_audit_state)
      : null,
    iconAudit: icon ? profileAudit(icon, icon.new_icon, icon.new_icon_audit_state) : null
  }
}

const nameState = (told: number | null): ProfileAuditState | null =>
  told === expiredState ? 'expired' : reviewState.parse(told)

type AuditFacts = { readonly [Fact in keyof typeof audit]: z.output<(typeof audit)[Fact]> }

/** An object in which nothing is told is as good as none. */
function profileAudit(facts: AuditFacts, value: string, state: ProfileAuditState | null): ProfileAudit | null {
  const { reason, advice, remaining_times: remaining } = facts
  return value === '' && state === null && remaining === null ? null : { value, state, reason, advice, remaining }
}

function standing(each: z.output<typeof category>) {
  const { app_category: id, app_category_name: name, app_category_audit_state: state, reason } = each
  return id === '' ? [] : [{ id, name, state: state satisfies CategoryState | null, reason }]
}
