import { revokeAudit, type Submission, submitAudit } from '../world/audit'
import { releaseVersion, rollBackVersion } from '../world/release'
import type { Generation } from '../world/state'
import { uploadVersion } from '../world/versions'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { auditBodyV1, auditBodyV2, parseBody, uploadBody } from './parameters'
import type { Reply } from './reply'
import { versionFields } from './version-fields'

/** 开发管理: from the test version to the online one. */
export const packageEndpoints: readonly Endpoint[] = [
  action('upload', '/api/apps/v1/package_version/upload', '/package/upload', upload),
  action('revoke_audit', '/api/apps/v1/package_version/revoke_audit', '/package/revoke_audit', work(revokeAudit)),
  action('release', '/api/apps/v1/package_version/release', '/package/release', work(releaseVersion)),
  action('rollback', '/api/apps/v1/package_version/rollback', '/package/rollback', work(rollBackVersion), 11501),
  reading('versions', '/api/apps/v1/package_version/versions', '/package/versions', versions),
  reading('get_audit_hosts', '/api/apps/v1/package_version/get_audit_hosts', '/package/audit_hosts', auditHosts)
].flat()

const submit = { name: 'audit', method: 'POST', permissionSet: 1, tooFrequent: 11301 } as const

/** 提审代码: today's path, the one before it (same body), and V1 with names of its own. */
export const auditEndpoints: readonly Endpoint[] = [
  merchantEndpoint({ ...submit, generation: 'v2', path: '/api/apps/v2/package_version/audit' }, audit(submissionV2)),
  merchantEndpoint({ ...submit, generation: 'v2', path: '/api/apps/v1/package_version/audit' }, audit(submissionV2)),
  merchantEndpoint({ ...submit, generation: 'v1', path: '/openapi/v2/microapp/package/audit' }, audit(submissionV1)),
  merchantEndpoint({ ...submit, generation: 'v1', path: '/openapi/v1/microapp/package/audit' }, audit(submissionV1))
]

type Handle = (call: MerchantCall, generation: Generation) => Reply
type Work = (world: MerchantCall['world'], merchant: MerchantCall['merchant']) => void

function action(
  name: string,
  pathV2: string,
  pathV1: string,
  handle: Handle,
  tooFrequent?: number
): readonly Endpoint[] {
  return pair({ name, method: 'POST', ...(tooFrequent === undefined ? {} : { tooFrequent }) }, pathV2, pathV1, handle)
}

function reading(name: string, pathV2: string, pathV1: string, handle: Handle): readonly Endpoint[] {
  return pair({ name, method: 'GET' }, pathV2, pathV1, handle)
}

type Common = { readonly name: string; readonly method: 'GET' | 'POST'; readonly tooFrequent?: number }

function pair(common: Common, pathV2: string, pathV1: string, handle: Handle): readonly Endpoint[] {
  const base = { ...common, permissionSet: 1 }
  const pathOfV1 = `/openapi/v1/microapp${pathV1}`
  return [
    merchantEndpoint({ ...base, generation: 'v2', path: pathV2 }, (call) => handle(call, 'v2')),
    merchantEndpoint({ ...base, generation: 'v1', path: pathOfV1 }, (call) => handle(call, 'v1'))
  ]
}

/** An action that takes nothing and answers nothing. */
function work(rule: Work): Handle {
  return ({ world, merchant }) => {
    rule(world, merchant)
    return { kind: 'data' }
  }
}

function upload({ world, merchant, body }: MerchantCall, generation: Generation): Reply {
  const { template_id, user_version, user_desc, ext_json, tag } = parseBody(uploadBody, body)
  uploadVersion(world, merchant, {
    templateId: template_id,
    version: user_version,
    summary: user_desc,
    extJson: ext_json,
    channel: generation === 'v1' ? '' : tag // V1 has the default channel only
  })
  return { kind: 'data' }
}

function audit(submission: (body: unknown) => Submission) {
  return ({ world, merchant, body }: MerchantCall): Reply => {
    submitAudit(world, merchant, submission(body))
    return { kind: 'data' }
  }
}

function submissionV2(body: unknown): Submission {
  const { host_names, audit_note, audit_way, tag } = parseBody(auditBodyV2, body)
  return { hosts: host_names, note: audit_note, resubmit: audit_way === 1, channel: tag }
}

function submissionV1(body: unknown): Submission {
  const { hostNames, auditNote, auditWay } = parseBody(auditBodyV1, body)
  return { hosts: hostNames, note: auditNote, resubmit: auditWay === 1, channel: '' }
}

function versions({ merchant, baseUrl }: MerchantCall, generation: Generation): Reply {
  return { kind: 'data', data: versionFields(merchant, generation, baseUrl) }
}

function auditHosts({ merchant }: MerchantCall, generation: Generation): Reply {
  const { hosts, releasedHosts } = merchant
  if (generation === 'v1') return { kind: 'data', data: { hostNames: hosts, releasedHostNames: releasedHosts } }
  return { kind: 'data', data: { host_names: hosts, released_host_names: releasedHosts } }
}
