import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'
import { stageKept, stageMarked } from '../pictures'

type Ref = { readonly accountId: string; readonly appId: string }

/** `profile.…` and `setup.settle`: a name with evidence, an introduction whose answer is lost, icons that break and arrive. */
export async function visitProfile(hunt: Hunt): Promise<void> {
  const { accountId, simulator, value } = hunt
  const appId = merchantThat(hunt, (each) => {
    return isIdle(each) && Object.values(each.profileChanges).every(({ newest }) => newest === null)
  })
  const ref = { accountId, appId }
  await value('profile.get', ref)
  await value('profile.introductions', { accountId })
  await value('profile.read', ref)
  await value('profile.checkName', { ...ref, name: '星巴克茶饮' })
  await rename(hunt, ref)
  await loseIntroduction(hunt, ref)
  await breakIcons(hunt, ref)
  await value('profile.changeIcon', { ...ref, fileId: await stageMarked(hunt, 'MARKED-PICTURE-ICON-1a') })
  await value('profile.submittedIcon', ref)
  simulator.control.profileAudit(appId, 'icon', { outcome: 'reject', now: true })
  await value('profile.changeIcon', { ...ref, fileId: await stageKept(hunt) })
  simulator.control.profileAudit(appId, 'icon', { outcome: 'pass', now: true })
  await value('profile.read', ref)
}

/** Once without the evidence being taken, then with it. */
async function rename(hunt: Hunt, ref: Ref): Promise<void> {
  const evidence = await stageMarked(hunt, 'MARKED-PICTURE-EVIDENCE-1b')
  await hunt.ask('profile.changeName', { ...ref, name: '国家级茶饮', evidence })
  await hunt.value('profile.changeName', { ...ref, name: '星巴克茶饮', evidence })
}

/** Neither the answer nor the profile can be had. */
async function loseIntroduction({ simulator, ask, value }: Hunt, ref: Ref): Promise<void> {
  const { control } = simulator
  const match = { endpoint: 'modify_app_intro', appId: ref.appId }
  const received = () => control.counters().merchants[ref.appId]?.['modify_app_intro']?.received ?? 0
  const slow = control.addFault({ kind: 'latency', ms: 200, match })
  control.addFault({ kind: 'reset-after', match, times: 1 })
  const lost = ask('profile.changeIntroduction', { ...ref, introduction: '为街坊邻里提供到店预约与优惠信息' })
  await until(() => received() === 1)
  const blind = control.addFault({ kind: 'reset-before', match: { endpoint: 'get_info', appId: ref.appId } })
  await lost
  control.removeFaults(slow.id)
  control.removeFaults(blind.id)
  const { changes } = await value('profile.get', ref)
  const unknown = changes.find(({ state }) => state === 'unknown')
  await value('setup.settle', { ...ref, changeId: unknown?.id ?? '' })
  control.profileAudit(ref.appId, 'introduction', { outcome: 'reject', now: true })
  await value('profile.changeIntroduction', { ...ref, introduction: '为街坊邻里提供到店预约与外卖信息' })
}

/** An upload that breaks again and again, and one that is given up half-way: both files are dropped after it. */
async function breakIcons(hunt: Hunt, ref: Ref): Promise<void> {
  const { simulator, ask, value } = hunt
  const { control } = simulator
  const match = { endpoint: 'upload_material', appId: ref.appId }
  const broken = await stageMarked(hunt, 'MARKED-PICTURE-BROKEN-1c')
  const reset = control.addFault({ kind: 'reset-after', match })
  await ask('profile.changeIcon', { ...ref, fileId: broken })
  control.removeFaults(reset.id)
  await value('files.discard', { fileId: broken })
  const givenUp = await stageMarked(hunt, 'MARKED-PICTURE-GIVEN-UP-1d', 1_500_000)
  const slow = control.addFault({ kind: 'slow-receive', match })
  const received = () => control.counters().merchants[ref.appId]?.['upload_material']?.received ?? 0
  const before = received()
  const sending = ask('profile.changeIcon', { ...ref, fileId: givenUp })
  await until(() => received() > before)
  await value('files.discard', { fileId: givenUp })
  await sending
  control.removeFaults(slow.id)
}
