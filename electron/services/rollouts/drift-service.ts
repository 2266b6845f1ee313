import type { MerchantRow } from '@shared/domain/merchant'
import type { Drift, DriftRow, DriftVersion } from '@shared/domain/drift'
import type { Template } from '@shared/domain/template'
import type { AuditVersion, VersionList } from '@shared/domain/version'
import type { Store } from '../../store/repositories'
import { inChunks } from '../setup/chunks'
import type { TemplateService } from '../templates/template-service'
import { uploadsByMerchant } from '../templates/template-usage'
import { toldTemplate, type TemplateSources } from '../templates/told-template'

/** How far the merchants are from the newest template, from what was read of them last. */
export class DriftService {
  private readonly store: Store
  private readonly templates: Pick<TemplateService, 'library'>

  constructor(parts: { readonly store: Store; readonly templates: Pick<TemplateService, 'library'> }) {
    this.store = parts.store
    this.templates = parts.templates
  }

  /** All merchants of the account, in the order of their names. Throws `DeskFailure` where the library can not be read. */
  async drift(accountId: string): Promise<Drift> {
    const { templates } = await this.templates.library(accountId, false)
    const uploads = uploadsByMerchant(this.store, accountId)
    const { rows: merchants } = this.store.merchants.page(accountId, null, this.store.merchants.count(accountId))
    const rows: DriftRow[] = []
    await inChunks(merchants, (chunk) => {
      for (const merchant of chunk) {
        const sources = { uploads: uploads.get(merchant.appId) ?? [], templates }
        rows.push(driftRow(merchant, this.store.merchants.versions(merchant), sources))
      }
    })
    return { templates, rows }
  }
}

function driftRow(
  { appId, name, tags }: MerchantRow,
  versions: VersionList | null,
  sources: TemplateSources
): DriftRow {
  const { current = null, audit = null, latest = null } = versions ?? {}
  const online = current && shown(current, current.takenDown ? 'taken_down' : 'ok', sources)
  return {
    ...{ appId, name, tags, online },
    audit: audit && shown(audit, auditState(audit), sources),
    test: latest && shown(latest, 'ok', sources),
    hosts: current?.approvedHosts ?? [],
    ...distance(online, sources.templates),
    readAt: versions?.readAt ?? null
  }
}

const auditState = ({ takenDown, status }: AuditVersion): DriftVersion['state'] => (takenDown ? 'taken_down' : status)

type Standing = Pick<AuditVersion, 'version' | 'summary' | 'createdAt'>

function shown(standing: Standing, state: DriftVersion['state'], sources: TemplateSources): DriftVersion {
  const { version, createdAt } = standing
  return { version, createdAt, state, ...toldTemplate(standing, sources) }
}

const timeOf = ({ createdAt }: Template): number => createdAt ?? 0

/** A template that is not in the library any more can not be compared with the others. */
function distance(
  online: DriftVersion | null,
  templates: readonly Template[]
): Pick<DriftRow, 'behind' | 'behindSince'> {
  const own = online && templates.find(({ templateId }) => templateId === online.templateId)
  if (!own) return { behind: null, behindSince: null }
  const newer = templates.filter((each) => timeOf(each) > timeOf(own))
  const since = newer.length === 0 ? null : Math.min(...newer.map(timeOf))
  return { behind: newer.length, behindSince: since }
}
