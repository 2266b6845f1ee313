import type { MerchantRef } from '@shared/domain/merchant'
import type { Template } from '@shared/domain/template'
import type { TemplateUsage, TemplateUser } from '@shared/domain/template-usage'
import type { VersionList } from '@shared/domain/version'
import type { Store } from '../../store/repositories'
import { merchantName } from '../merchant-facts'
import { inChunks } from '../setup/chunks'
import { uploadRequest, type UploadRequest } from './upload-request'

/** What stands online was uploaded so many uploads ago at most; older ones are told by version and description. */
const uploadsLookedAt = 20

type Stage = TemplateUser['stages'][number]

/** A version that a merchant has; `description` is null where the platform does not tell it. */
type Standing = { readonly stage: Stage; readonly version: string; readonly description: string | null }

/**
 * Which merchants have something of a template, as far as it was read: in test, in review, online (wholly or for a share of the
 * users), or as the version that a roll back returns to.
 */
export async function templateUsage(store: Store, accountId: string, template: Template): Promise<TemplateUsage> {
  const uploads = uploadsByMerchant(store, accountId)
  const users: TemplateUser[] = []
  await inChunks(store.merchants.appIds(accountId), (chunk) => {
    for (const appId of chunk) {
      const user = userOf(store, { accountId, appId }, template, uploads.get(appId) ?? [])
      if (user) users.push(user)
    }
  })
  return { templateId: template.templateId, users }
}

/** The accepted uploads of all merchants that have any, newest first, 20 of each at most. */
export function uploadsByMerchant(store: Store, accountId: string): ReadonlyMap<string, readonly UploadRequest[]> {
  const found = new Map<string, UploadRequest[]>()
  for (const { appId, request } of store.operations.uploads(accountId, uploadsLookedAt)) {
    const upload = uploadRequest.safeParse(request)
    if (upload.success) found.set(appId, [...(found.get(appId) ?? []), upload.data])
  }
  return found
}

function userOf(
  store: Store,
  ref: MerchantRef,
  template: Template,
  uploads: readonly UploadRequest[]
): TemplateUser | null {
  const versions = store.merchants.versions(ref)
  const judged = standingVersions(versions).map(({ stage, ...standing }) => ({
    stage,
    found: judge({ stage, ...standing }, template, uploads)
  }))
  const used = judged.filter(({ found }) => found !== 'no')
  if (used.length === 0) return null
  return {
    ...merchantName(store, ref),
    stages: [...new Set(used.map(({ stage }) => stage))],
    certain: used.some(({ found }) => found === 'certain')
  }
}

/** A gray version runs online as well, for a share of the users. */
function standingVersions(versions: VersionList | null): readonly Standing[] {
  if (versions === null) return []
  const { latest, audit, gray, current } = versions
  const shown = [
    ['latest', latest],
    ['audit', audit],
    ['current', current],
    ['current', gray]
  ] as const
  const previous = current?.rollback.toVersion
  return [
    ...shown.flatMap(([stage, each]) => (each ? [{ stage, version: each.version, description: each.summary }] : [])),
    ...(previous ? [{ stage: 'previous' as const, version: previous, description: null }] : [])
  ]
}

/**
 * Uploads in our journal that fit what is shown go first. A version that was uploaded from several templates under one name may
 * be this one's, as may one whose description is another than the one we sent.
 */
function judge(
  { version, description }: Standing,
  template: Template,
  uploads: readonly UploadRequest[]
): 'certain' | 'likely' | 'no' {
  const ofVersion = uploads.filter((each) => each.version === version)
  const fitting = ofVersion.filter((each) => description === null || each.description === description)
  const isOurs = ({ templateId }: UploadRequest): boolean => templateId === template.templateId
  if (fitting.length > 0) {
    if (fitting.every(isOurs)) return 'certain'
    return fitting.some(isOurs) ? 'likely' : 'no'
  }
  const isAlike = version === template.version && (description === null || description === template.description)
  return isAlike || ofVersion.some(isOurs) ? 'likely' : 'no'
}
