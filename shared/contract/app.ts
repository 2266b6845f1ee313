import { z } from 'zod'
import type { Account, KeychainState } from '../domain/account'
import type { StoreAccess } from '../domain/safety'
import type { Settings } from '../domain/settings'
import type { UpdateState } from '../domain/update'
import type { DeskError } from '../errors'
import { accountId, nothing, returning } from './call'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Who and where: shown in the frame and in 设置. */
export type AppInfo = {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly platform: string
  /** All that are open: real ones in the order of their names, the practice environment last. */
  readonly accounts: readonly Account[]
  /** The account that is shown at start. */
  readonly currentAccountId: string
  readonly settings: Settings
  readonly keychain: KeychainState
  readonly access: StoreAccess
  /** What the operator must be told about this start, such as a database that was restored from its backup. */
  readonly openingNotices: readonly DeskError[]
}

/** The practice environment: where it listens, and the speed of its audits. */
export type PracticeStatus = {
  readonly url: string
  readonly timeFactor: number
  readonly merchants: number
}

export const appCalls = {
  'app.info': returning<AppInfo>().from(nothing),
  'settings.change': returning<Settings>().from(
    z.strictObject({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      language: z.enum(['zh', 'en']).optional(),
      textSize: z.enum(['normal', 'large', 'larger']).optional(),
      motion: z.enum(['system', 'reduced']).optional(),
      welcomed: z.boolean().optional(),
      firstTasksHidden: z.boolean().optional(),
      practiceTimeFactor: z.number().int().min(1).max(86_400).optional(),
      currentAccountId: accountId.nullable().optional(),
      notifications: z
        .strictObject({
          enabled: z.boolean(),
          quiet: z.strictObject({ from: clockTime, to: clockTime }).nullable()
        })
        .optional()
    })
  ),

  /** New versions of the program. */
  'app.updates.state': returning<UpdateState>().from(nothing),
  /** Asks the server now; answers when it has answered. What is found is downloaded behind, see `app.updates.changed`. */
  'app.updates.check': returning<UpdateState>().from(nothing),
  /** Quits, and installs what is ready; refused while a rollout runs. */
  'app.updates.install': returning<null>().from(nothing),

  'practice.status': returning<PracticeStatus | null>().from(nothing),
  /** Puts the practice environment back to its first day: its merchants, and what this application knows of them. */
  'practice.reset': returning<PracticeStatus>().from(nothing)
} as const
