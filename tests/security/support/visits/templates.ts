import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

/** `templates.…` and `ext.…`: a draft becomes a template, has its ext.json, and is deleted again. */
export async function visitTemplates(hunt: Hunt): Promise<void> {
  const { accountId, ask, value } = hunt
  const draftId = uploadDraft(hunt)
  await value('templates.library', { accountId, fresh: true })
  await ask('templates.add', { accountId, draftId: '7' })
  const { templates } = await value('templates.add', { accountId, draftId })
  const templateId = templates.find((each) => each.version === version)?.templateId ?? ''
  await visitExt(hunt, templateId)
  await value('templates.usage', { accountId, templateId })
  await value('templates.delete', { accountId, templateId, acknowledged: [] })
}

/** Nobody runs a template of this version. */
const version = '77.0.1'

function uploadDraft({ simulator }: Hunt): string {
  const [app] = simulator.control.state().templateApps
  return simulator.control.newDraft(app?.appId ?? '', { version, description: '新的草稿' }).draftId
}

async function visitExt(hunt: Hunt, templateId: string): Promise<void> {
  const { accountId, ask, value } = hunt
  const appId = merchantThat(hunt, isIdle)
  const variable = { name: 'shopId', type: 'text', required: true, description: '门店号', fallback: null } as const
  const text = '{"extAppid":"{{appId}}","extEnable":true,"ext":{"shop":"{{shopId}}"}}'
  await value('ext.studio', { accountId })
  await value('ext.saveVariables', { accountId, variables: [variable] })
  await ask('ext.saveDefault', { accountId, templateId, text: '{"extEnable":"{{nobody}}"}' })
  await value('ext.saveDefault', { accountId, templateId, text })
  await value('ext.saveValues', { accountId, merchants: [{ appId, values: { shopId: 'S-0042' } }] })
  await value('ext.values', { accountId })
  await value('ext.preview', { accountId, templateId, text: null, appIds: [appId] })
}
