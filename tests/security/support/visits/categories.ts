import type { CallInput } from '@shared/contract'
import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'
import { stageMarked } from '../pictures'

const spa = { category: '1201,1202,120204', name: '生活服务-丽人-美容美体' }
const hair = { category: '1201,1202,120201', name: '生活服务-丽人-美发' }
const health = { id: '21', name: '公共场所卫生许可证' }

type Ref = { readonly accountId: string; readonly appId: string }

/** `categories.…`: one that is refused, corrected and published, one that becomes the main one, one that goes. */
export async function visitCategories(hunt: Hunt): Promise<void> {
  const { accountId, simulator, value } = hunt
  const { control } = simulator
  const appId = merchantThat(hunt, (each) => isIdle(each) && hasRoom(each.categories))
  const ref = { accountId, appId }
  control.changeMerchant(appId, { categoryChanges: { used: 0 } })
  await value('categories.get', ref)
  await value('categories.read', ref)
  await value('categories.available', { ...ref, fresh: true })
  await value('categories.add', { ...ref, ...hair, qualifications: [] })
  await value('categories.presetMain', { ...ref, category: hair.category })
  await breakUpload(hunt, ref)
  await value('categories.add', await submission(hunt, ref, 'MARKED-PICTURE-PAPER-2a'))
  control.categoryAudit(appId, spa.category, { outcome: 'reject', now: true })
  await value('categories.supply', await submission(hunt, ref, 'MARKED-PICTURE-PAPER-2b'))
  control.categoryAudit(appId, spa.category, { outcome: 'pass', now: true })
  await value('categories.publish', ref)
  control.publishAudit(appId, { outcome: 'pass', now: true })
  await value('categories.delete', { ...ref, category: spa.category })
}

/** For two more, none of them there already. */
function hasRoom(categories: readonly { readonly id: string }[]): boolean {
  const isFree = categories.every(({ id }) => id !== spa.category && id !== hair.category)
  return isFree && categories.length > 0 && categories.length < 4
}

async function submission(hunt: Hunt, ref: Ref, text: string): Promise<CallInput<'categories.add'>> {
  const files = [{ fileId: await stageMarked(hunt, `${text}-1`) }, { fileId: await stageMarked(hunt, `${text}-2`) }]
  return { ...ref, ...spa, qualifications: [{ ...health, files }] }
}

/** The second of two files never arrives: nothing is submitted, and both are dropped after it. */
async function breakUpload(hunt: Hunt, ref: Ref): Promise<void> {
  const { control } = hunt.simulator
  const order = await submission(hunt, ref, 'MARKED-PICTURE-BROKEN-2c')
  const fault = control.addFault({ kind: 'http-status', status: 502, match: { endpoint: 'upload_material' } })
  await hunt.ask('categories.add', order)
  control.removeFaults(fault.id)
  for (const file of order.qualifications.flatMap(({ files }) => files)) {
    if ('fileId' in file) await hunt.value('files.discard', file)
  }
}
