import type { CallInput } from '@shared/contract'
import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'
import { stageMarked } from '../pictures'

type Application = Omit<CallInput<'capabilities.apply'>, 'accountId' | 'appId'>

/** 直播间状态组件, whose form asks for pictures alone. */
const key = 'ma.jsapi.live_room_status'

/** `capabilities.…`: one that breaks half-way, is taken, rejected, and applied for again. */
export async function visitCapabilities(hunt: Hunt): Promise<void> {
  const { accountId, simulator, value } = hunt
  const appId = merchantThat(hunt, (each) => isIdle(each) && isOpen(each.authorization.permissions))
  const ref = { accountId, appId }
  simulator.control.changeMerchant(appId, { capabilities: { [key]: { state: 'closed' } }, trial: { isTrial: false } })
  await value('capabilities.get', ref)
  await value('capabilities.read', ref)
  await breakUpload(hunt, ref)
  await value('capabilities.apply', { ...ref, ...(await application(hunt, 'MARKED-PICTURE-SCENE-3a')) })
  simulator.control.capabilityAudit(appId, key, { outcome: 'reject', now: true })
  await value('capabilities.refresh', { accountId, appIds: [appId] })
  await until(async () => (await stateOf(hunt, appId)) === 'rejected')
  await value('capabilities.apply', { ...ref, ...(await application(hunt, 'MARKED-PICTURE-SCENE-3b')) })
}

const isOpen = (permissions: readonly number[]): boolean => [1, 3].every((id) => permissions.includes(id))

async function application(hunt: Hunt, text: string): Promise<Application> {
  const files = [await stageMarked(hunt, text)]
  return { key, reason: '在首页展示直播间的状态', answers: [{ key: 'img_uri_list', texts: [], files }] }
}

async function stateOf({ accountId, value }: Hunt, appId: string): Promise<string | null> {
  const { rows } = await value('capabilities.matrix', { accountId })
  return rows.find((row) => row.appId === appId)?.states[key]?.state ?? null
}

/** The picture never arrives: nothing is applied for, and it is dropped after it. */
async function breakUpload(hunt: Hunt, ref: { accountId: string; appId: string }): Promise<void> {
  const order = await application(hunt, 'MARKED-PICTURE-BROKEN-3c')
  const { control } = hunt.simulator
  const fault = control.addFault({ kind: 'http-status', status: 502, match: { endpoint: 'upload_material' } })
  await hunt.ask('capabilities.apply', { ...ref, ...order })
  control.removeFaults(fault.id)
  for (const fileId of order.answers.flatMap(({ files }) => files)) await hunt.value('files.discard', { fileId })
}
