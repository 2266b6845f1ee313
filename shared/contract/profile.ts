import { z } from 'zod'
import type { Introduction, MerchantInformation } from '../domain/profile'
import type { Reading, SettingChange, SettingKind } from '../domain/setting'
import type { DeskError } from '../errors'
import { accountId, appId, merchant, ownId, returning, text } from './call'

/** 基本资料 of one merchant, from the database alone. */
export type ProfileDetail = {
  readonly reading: Reading<MerchantInformation>
  /** Newest first, fifty at most. */
  readonly changes: readonly SettingChange[]
  /** What is being sent at this moment. */
  readonly running: SettingKind | null
}

/** The platform's verdict on a name (小程序名称检测). */
export type NameVerdict = {
  readonly name: string
  /** `evidence`: it touches a brand and may be submitted with a stamped certificate (code 21006). */
  readonly verdict: 'usable' | 'evidence' | 'refused'
  /** Why not; null for a usable one. */
  readonly error: DeskError | null
}

const name = z.string().trim().min(1).max(60)

export const profileCalls = {
  'profile.get': returning<ProfileDetail>().from(merchant),
  /** Of all the account's merchants, from the database alone. */
  'profile.introductions': returning<readonly Introduction[]>().from(z.strictObject({ accountId })),
  /** Reads it from the platform and answers with what was read. */
  'profile.read': returning<ProfileDetail>().from(merchant),
  /** The picture that was submitted last, as a data address. */
  'profile.submittedIcon': returning<{ image: string }>().from(merchant),
  'profile.checkName': returning<NameVerdict>().from(z.strictObject({ accountId, appId, name })),
  /** `evidence`: a staged picture, needed after a check that says so. */
  'profile.changeName': returning<ProfileDetail>().from(
    z.strictObject({ accountId, appId, name, evidence: ownId.nullable() })
  ),
  'profile.changeIntroduction': returning<ProfileDetail>().from(
    z.strictObject({ accountId, appId, introduction: text(400) })
  ),
  /** A staged picture. */
  'profile.changeIcon': returning<ProfileDetail>().from(z.strictObject({ accountId, appId, fileId: ownId })),
  /** Looks again at a change whose outcome is not known: reads what is set, and never sends it again. */
  'setup.settle': returning<SettingChange>().from(z.strictObject({ accountId, appId, changeId: ownId }))
} as const
