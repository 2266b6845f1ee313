import { z } from 'zod'
import type {
  AcceptedAuthorization,
  AuthorizationDetail,
  AuthorizationLink,
  AuthorizationLinks,
  KeeperEntry
} from '../domain/authorization'
import { appNameMaxLength, iconMaxBytes } from '../rules/limits'
import { account, accountId, defaultMaxBytes, merchant, returning, text } from './call'

export const authorizationCalls = {
  /** 直接获取授权链接: takes one from the platform. For `create`, `icon` is a data address of png or jpeg, or null. */
  'authorization.link': returning<AuthorizationLink>().from(
    z.strictObject({
      accountId,
      kind: z.enum(['authorize', 'create']),
      appName: z.string().trim().min(1).max(appNameMaxLength).nullable(),
      icon: z
        .string()
        .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
        .max(Math.ceil(iconMaxBytes / 3) * 4 + 64)
        .nullable(),
      note: text(40)
    }),
    Math.ceil(iconMaxBytes / 3) * 4 + defaultMaxBytes
  ),
  'authorization.links': returning<AuthorizationLinks>().from(account),
  /** A code, or the address that a merchant's browser was led to after authorising. */
  'authorization.accept': returning<AcceptedAuthorization>().from(
    z.strictObject({ accountId, text: z.string().trim().min(1).max(4000) })
  ),
  /** All merchants' authorisations, those in danger first. */
  'authorization.keeper': returning<readonly KeeperEntry[]>().from(account),
  /** 找回授权码 and its exchange: new tokens, whatever became of the old ones. */
  'authorization.rescue': returning<KeeperEntry>().from(merchant),
  'authorization.detail': returning<AuthorizationDetail>().from(merchant)
} as const
