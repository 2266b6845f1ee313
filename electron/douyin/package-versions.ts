import type { AuditHosts, VersionList } from '@shared/domain/version'
import { z } from 'zod'
import type { Clock } from '../ports'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { platformError } from './failure'
import { exactId } from './json'
import type { Receipt, SubmitRequest, UploadRequest } from './platform'
import { acknowledged } from './receipts'
import { list } from './schemas'
import { versionList, versionListData } from './version-list'
import { reading } from './wire'

type Signal = AbortSignal | undefined

const readVersions = reading({ schema: versionListData })
const readHosts = reading({ schema: z.object({ host_names: list(z.string()), released_host_names: list(z.string()) }) })

/** 获取小程序版本列表信息V2 (page `develop/versions-v2`). An audit status it does not describe is `unexpected`. */
export async function versions(
  caller: PlatformCaller,
  clock: Clock,
  appId: string,
  signal: Signal
): Promise<VersionList> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.versions, read: readVersions, signal })
  return versionList(value, clock.now())
}

/** 获取可选审核宿主端列表V2 (page `develop/audit-hosts-v2`). */
export async function auditHosts(caller: PlatformCaller, appId: string, signal: Signal): Promise<AuditHosts> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.auditHosts, read: readHosts, signal })
  return { available: value.host_names, released: value.released_host_names }
}

/** 提交代码V2 (page `develop/upload-code-v2`). Answers with no id of what it made: the version list shows it. */
export async function upload(
  caller: PlatformCaller,
  appId: string,
  request: UploadRequest,
  signal: Signal
): Promise<Receipt> {
  const templateId = exactId(request.templateId)
  if (!templateId) throw platformError(endpoints.upload, { kind: 'refused', outcome: 'not_sent' })
  const body = {
    template_id: templateId,
    user_version: request.version,
    user_desc: request.description,
    ext_json: request.extJson,
    tag: request.channel
  }
  return acknowledged(caller, appId)({ endpoint: endpoints.upload, body, signal })
}

/** 提审代码V2 (page `develop/audit-code-v2`). A host that is not named loses the mini program at the release. */
export function submit(
  caller: PlatformCaller,
  appId: string,
  request: SubmitRequest,
  signal: Signal
): Promise<Receipt> {
  const body = {
    host_names: request.hosts,
    audit_note: request.note,
    audit_way: request.resubmit ? 1 : 0,
    tag: request.channel
  }
  return acknowledged(caller, appId)({ endpoint: endpoints.submit, body, signal })
}

/** 撤回审核V2, 发布代码V2, 回退代码版本V2 (pages `develop/revoke-audit-v2`, `release-v2`, `rollback-v2`): no parameters. */
export function change(
  caller: PlatformCaller,
  appId: string,
  what: 'withdraw' | 'release' | 'rollback',
  signal: Signal
): Promise<Receipt> {
  return acknowledged(caller, appId)({ endpoint: endpoints[what], signal })
}
