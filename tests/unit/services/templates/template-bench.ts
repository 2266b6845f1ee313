import type { PlatformClient } from '../../../../electron/douyin/platform'
import { TemplateService } from '../../../../electron/services/templates/template-service'
import type { Store } from '../../../../electron/store/repositories'
import { sampleAccount } from '../../store/support'
import { versionList } from '../../support'
import { setupBench } from '../setup/setup-bench'

/** The newest template of the sample data. */
export const newest = {
  templateId: '9133504853504535288',
  version: '2.4.0',
  description: '会员储值与次卡核销，首页支持门店公告'
}

/** The library over the simulated platform. */
export async function templateBench() {
  const bench = await setupBench()
  const { store, accounts, clock, control } = bench
  const draft = control.state().templateApps[0]?.draft
  if (!draft) throw new Error('the sample has a draft')
  const templates = new TemplateService({ store, accounts, clock, settleDelayMs: 2_000 })
  return {
    ...bench,
    draft,
    templates,
    /** Answers some calls in the platform's place. */
    override: (change: (platform: PlatformClient) => Partial<PlatformClient>) => {
      const platform = accounts.platform('a')
      const { secrets, ticket, credentials, sharing } = accounts.get('a')
      const state = () => ({ secrets, ticket, credentials, sharing })
      accounts.put({ account: sampleAccount('a'), platform: { ...platform, ...change(platform) }, state })
    }
  }
}

export type Upload = { readonly templateId: string; readonly version: string; readonly description: string }

/** Writes an accepted upload into the journal. */
export function journalUpload(store: Store, appId: string, upload: Upload, startedAt = 1, extJson = '{}'): void {
  const { id } = store.operations.begin({
    ...{ accountId: 'a', appId, kind: 'upload', version: upload.version, actor: '小王', startedAt, rolloutId: null },
    ...{ request: { ...upload, extJson, hosts: [], summary: upload.description }, before: versionList(0) }
  })
  store.operations.finish(id, { state: 'done', finishedAt: startedAt, logId: null, error: null })
}
