import { z } from 'zod'
import type { Capability, CapabilityMatrix } from '../domain/capability'
import type { Reading, SettingChange, SettingKind } from '../domain/setting'
import { account, accountId, appId, merchant, ownId, returning, text } from './call'

/** 能力 of one merchant, from the database alone. */
export type CapabilityDetail = {
  readonly reading: Reading<readonly Capability[]>
  /** Newest first, fifty at most. */
  readonly changes: readonly SettingChange[]
  readonly running: SettingKind | null
}

export const capabilityKey = z.string().regex(/^[\w.:-]{1,100}$/)

/** An application's form as it was filled in. */
export const application = {
  key: capabilityKey,
  /** `apply_reason`; the introduction for the short-video mount. */
  reason: text(500),
  answers: z
    .array(
      z.strictObject({
        key: text(100).min(1),
        texts: z.array(text(2000)).max(20).readonly(),
        files: z.array(ownId).max(10).readonly()
      })
    )
    .max(40)
    .readonly()
}

export const capabilityCalls = {
  'capabilities.get': returning<CapabilityDetail>().from(merchant),
  'capabilities.read': returning<CapabilityDetail>().from(merchant),
  'capabilities.apply': returning<CapabilityDetail>().from(z.strictObject({ accountId, appId, ...application })),
  /** What was read last of all merchants. */
  'capabilities.matrix': returning<CapabilityMatrix>().from(account),
  /** Reads them for these merchants behind; answers at once with how many. Each comes by `merchants.changed`. */
  'capabilities.refresh': returning<{ asked: number }>().from(
    z.strictObject({ accountId, appIds: z.array(appId).min(1).max(10_000) }),
    512 * 1024
  )
} as const
