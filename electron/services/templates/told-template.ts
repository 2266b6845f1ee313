import type { MerchantRef, RowTemplate } from '@shared/domain/merchant'
import type { Template } from '@shared/domain/template'
import type { OnlineVersion } from '@shared/domain/version'
import type { Store } from '../../store/repositories'
import { uploadRequest, type UploadRequest } from './upload-request'

/** What versions are told by: our journal's uploads (newest first) and the library (newest first). */
export type TemplateSources = { readonly uploads: readonly UploadRequest[]; readonly templates: readonly Template[] }

type Standing = Pick<OnlineVersion, 'version' | 'summary'>
type Told = { readonly templateId: string | null; readonly isCertain: boolean }

/**
 * The platform does not tell of which template a version was made. Where one version was uploaded from several, or only the
 * library has one like it, the newest is taken, and it is not certain.
 */
export function toldTemplate({ version, summary }: Standing, { uploads, templates }: TemplateSources): Told {
  const isAlike = (each: Pick<UploadRequest, 'version' | 'description'>): boolean =>
    each.version === version && each.description === summary
  const sent = [...new Set(uploads.filter(isAlike).map(({ templateId }) => templateId))]
  const [newest] = sent
  if (newest !== undefined) return { templateId: newest, isCertain: sent.length === 1 }
  return { templateId: templates.find(isAlike)?.templateId ?? null, isCertain: false }
}

/** So many uploads of one version are looked at. */
const uploadsLookedAt = 20

/**
 * The template of what a merchant has online, or in test where nothing is online, as it was read last. By our journal alone:
 * a library that changes would leave behind what was guessed by it. Null for a version that was not uploaded from here.
 */
export function templateInUse(store: Store, ref: MerchantRef): RowTemplate | null {
  const versions = store.merchants.versions(ref)
  const standing = versions?.current ?? versions?.latest
  if (!standing) return null
  const requests = store.operations.uploadsOf(ref, standing.version, uploadsLookedAt)
  const uploads = requests.flatMap((request) => uploadRequest.safeParse(request).data ?? [])
  const { templateId, isCertain } = toldTemplate(standing, { uploads, templates: [] })
  return templateId === null ? null : { templateId, description: standing.summary, isCertain }
}
