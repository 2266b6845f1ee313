import type { CallInput } from '@shared/contract'
import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

/** `domains.…` and `baselines.…`. */
export async function visitDomains(hunt: Hunt): Promise<void> {
  const { accountId, ask, value } = hunt
  const appId = merchantThat(hunt, (each) => isIdle(each) && each.subject.type === 'company')
  const ref = { accountId, appId }
  await value('domains.get', ref)
  const { reading } = await value('domains.read', ref)
  const seen = [...(reading.value?.webview ?? [])]
  const change = { ...ref, group: 'webview', seen } as const
  await ask('domains.change', { ...change, target: [...seen, 'a.example.cn'] })
  await value('domains.change', { ...change, target: [...seen, 'new.h5.zhanggui.example.com'] })
  await value('domains.checkFile', { accountId })
  await value('domains.application', { accountId })
  await value('domains.setApplication', { accountId, server: ['zhanggui.example.com'], webview: [] })
  await visitBaselines(hunt, appId)
}

async function visitBaselines({ accountId, value }: Hunt, appId: string): Promise<void> {
  const domains: CallInput<'baselines.save'>['domains'] = {
    ...{ request: ['api.zhanggui.example.com'], socket: [], upload: [], download: [] },
    webview: []
  }
  const { id } = await value('baselines.save', { accountId, id: null, name: '常用', domains })
  await value('baselines.list', { accountId })
  await value('baselines.assign', { accountId, id, appIds: [appId] })
  await value('baselines.preview', { accountId, id, mode: 'exact', appIds: [appId] })
  await value('baselines.delete', { accountId, id })
}
