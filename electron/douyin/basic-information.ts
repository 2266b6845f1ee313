import type { AppState } from '@shared/domain/merchant'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { integer, optionalText, text } from './schemas'
import { reading } from './wire'

/** 获取小程序基本信息, as far as the application uses it. */
export type ProfileFactsOfPlatform = {
  readonly name: string
  readonly introduction: string
  readonly iconUrl: string | null
  readonly appState: AppState | null
  readonly subjectName: string | null
  readonly subjectType: 'person' | 'company' | null
}

const appStates: Readonly<Record<number, AppState>> = { 0: 'not_published', 1: 'published', 2: 'offline' }
const subjectTypes: Readonly<Record<number, 'person' | 'company'>> = { 0: 'person', 1: 'company' }

const read = reading({
  schema: z.object({
    app_name: text,
    app_intro: text,
    app_icon: optionalText,
    app_state: integer.nullish(),
    subject_audit_info: z.object({ subject_name: optionalText, subject_type: integer.nullish() }).nullish()
  })
})

/** 获取小程序基本信息V2 (page `base-info/info-v2`). Numbers it does not describe count as not told. */
export async function basicInformation(
  caller: PlatformCaller,
  appId: string,
  signal: AbortSignal | undefined
): Promise<ProfileFactsOfPlatform> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.basicInformation, read, signal })
  return {
    name: value.app_name,
    introduction: value.app_intro,
    iconUrl: value.app_icon,
    appState: appStates[value.app_state ?? NaN] ?? null,
    subjectName: value.subject_audit_info?.subject_name ?? null,
    subjectType: subjectTypes[value.subject_audit_info?.subject_type ?? NaN] ?? null
  }
}
