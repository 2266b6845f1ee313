import { z } from 'zod'
import { ticketSources, type Account, type AccountSettings } from '../domain/account'
import type { Diagnosis } from '../domain/diagnosis'
import type { AppInfo } from './app'
import { account, accountId, nothing, returning } from './call'

const httpUrl = z.url({ protocol: /^https?$/ }).max(500)

/** What a console shows has no spaces around it, though what is copied from it may. */
const secretText = z.string().trim().min(1).max(512)
const accountName = z.string().trim().min(1).max(40)
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const accountSettings = {
  ticketSource: z.enum(ticketSources),
  receiverPort: z.number().int().min(0).max(65_535),
  relayUrl: httpUrl.nullable(),
  openUrl: httpUrl,
  microappUrl: httpUrl,
  proxyUrl: httpUrl.nullable(),
  redirectUrl: httpUrl.nullable()
} satisfies Record<keyof AccountSettings, z.core.$ZodType>
/** The four of 添加账号, and the relay's shared secret where one is used. */
const accountSecrets = {
  secret: secretText,
  messageToken: secretText,
  messageKey: secretText,
  relaySecret: secretText.nullable()
}

export const accountCalls = {
  /** Looks at the keychain again, and reads the accounts' secrets where it is ready now. */
  'keychain.retry': returning<AppInfo>().from(nothing),
  /** The operator goes on without a keychain: secrets are kept in memory and end with this run. */
  'keychain.useMemory': returning<AppInfo>().from(nothing),

  /** Keeps a third-party application's credentials and opens it. One that was removed before gets its data back. */
  'accounts.add': returning<Account>().from(
    z.strictObject({
      name: accountName,
      colour,
      componentAppId: z.string().trim().min(1).max(64),
      ...accountSecrets,
      settings: z.strictObject(accountSettings).partial()
    })
  ),
  /** What is absent stays; secrets that are absent stay as they are. The account is opened anew with it. */
  'accounts.change': returning<Account>().from(
    z.strictObject({
      accountId,
      name: accountName.optional(),
      colour: colour.optional(),
      secrets: z.strictObject(accountSecrets).partial().optional(),
      settings: z.strictObject(accountSettings).partial().optional()
    })
  ),
  /** Forgets the secrets and tokens; `keep` leaves merchants and records for when the same application is added again. */
  'accounts.remove': returning<AppInfo>().from(z.strictObject({ accountId, data: z.enum(['keep', 'delete']) })),
  /** A ticket, or a whole pushed message (encrypted or not) that has one in it. */
  'accounts.pasteTicket': returning<Account>().from(
    z.strictObject({ accountId, text: z.string().trim().min(1).max(300_000) }),
    512 * 1024
  ),
  /** Tries app id, secret and ticket on the platform now; the outcome is in `credentials` of the account. */
  'accounts.probe': returning<Account>().from(account),
  /** 连接诊断: runs all steps; each one is told by the event `diagnosis.step` as well. */
  'accounts.diagnose': returning<Diagnosis>().from(account)
} as const
