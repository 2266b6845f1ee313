import { z } from 'zod'
import {
  baselineModes,
  type ApplicationDomains,
  type BaselinePreview,
  type DomainBaseline,
  type DomainCheckFile,
  type DomainDrift,
  type DomainFacts,
  type DomainSet
} from '../domain/domains'
import type { Reading, SettingChange, SettingKind } from '../domain/setting'
import { account, accountId, appId, appIds, merchant, ownId, returning, text } from './call'

/** 服务器域名 and 业务域名 of one merchant, from the database alone. */
export type DomainDetail = {
  readonly reading: Reading<DomainFacts>
  readonly application: ApplicationDomains
  readonly drift: DomainDrift | null
  /** Newest first, fifty at most. */
  readonly changes: readonly SettingChange[]
  /** What is being sent at this moment. */
  readonly running: SettingKind | null
}

/** Checked line by line by the rules; this only bounds them. */
const list = z.array(text(253).min(1)).max(200).readonly()
const server = { request: list, socket: list, upload: list, download: list }
export const domainSet = z.strictObject({ ...server, webview: list }) satisfies z.core.$ZodType<DomainSet>
export const baselineName = z.string().trim().min(1).max(40)

/** `seen` is what the operator looked at: if the platform has something else meanwhile, nothing is sent. */
const change = z.union([
  z.strictObject({
    accountId,
    appId,
    group: z.literal('server'),
    target: z.strictObject(server),
    seen: z.strictObject(server)
  }),
  z.strictObject({ accountId, appId, group: z.literal('webview'), target: list, seen: list })
])

export const domainCalls = {
  'domains.get': returning<DomainDetail>().from(merchant),
  /** Reads them from the platform and answers with what was read. */
  'domains.read': returning<DomainDetail>().from(merchant),
  /** Makes the group equal to `target` by adding, deleting or, where both are needed, replacing. */
  'domains.change': returning<DomainDetail>().from(change, 256 * 1024),
  'domains.checkFile': returning<DomainCheckFile>().from(account),
  'domains.application': returning<ApplicationDomains>().from(account),
  'domains.setApplication': returning<ApplicationDomains>().from(
    z.strictObject({ accountId, server: list, webview: list })
  ),

  'baselines.list': returning<readonly DomainBaseline[]>().from(account),
  /** Adds one (`id: null`) or changes it; drift is judged anew for the merchants that have it. */
  'baselines.save': returning<DomainBaseline>().from(
    z.strictObject({ accountId, id: ownId.nullable(), name: baselineName, domains: domainSet })
  ),
  /** The merchants that have it keep their domains and have no baseline then. */
  'baselines.delete': returning<readonly DomainBaseline[]>().from(z.strictObject({ accountId, id: ownId })),
  /** Which baseline these merchants should have; null for none. Nothing is sent to the platform. */
  'baselines.assign': returning<readonly DomainBaseline[]>().from(
    z.strictObject({ accountId, id: ownId.nullable(), appIds }),
    512 * 1024
  ),
  'baselines.preview': returning<readonly BaselinePreview[]>().from(
    z.strictObject({ accountId, id: ownId, mode: z.enum(baselineModes), appIds }),
    512 * 1024
  )
} as const
