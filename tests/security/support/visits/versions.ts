import { defaultExtJson } from '@shared/rules/ext-json'
import { isIdle, merchantThat, until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

type Ref = { readonly accountId: string; readonly appId: string }

/** `versions.…`: one merchant's version goes online and back, another's is withdrawn, a third one's answer is lost. */
export async function visitVersions(hunt: Hunt): Promise<void> {
  const { accountId, value } = hunt
  const [first, second, third] = threeIdle(hunt).map((appId) => ({ accountId, appId }))
  if (!first || !second || !third) throw new Error('the sample data has too few merchants')
  await value('versions.uploadDefaults', first)
  await submit(hunt, first)
  await releaseAndReturn(hunt, first)
  await submit(hunt, second)
  await value('versions.withdraw', { ...second, expectedVersion: version })
  await settle(hunt, third)
  await value('versions.timeline', { ...first, cursor: null, limit: 50 })
  await lookAtReviewersPicture(hunt)
}

const version = '9.9.1'

function threeIdle(hunt: Hunt): readonly string[] {
  const found: string[] = []
  while (found.length < 3) found.push(merchantThat(hunt, (each) => isIdle(each) && !found.includes(each.appId)))
  return found
}

const upload = ({ value }: Pick<Hunt, 'value'>, ref: Ref, templateId: string) =>
  value('versions.upload', {
    ...ref,
    templateId,
    version,
    description: '新增预约功能',
    extJson: defaultExtJson(ref.appId)
  })

function templateOf({ simulator }: Hunt): string {
  return simulator.control.state().templates[0]?.id ?? ''
}

async function submit(hunt: Hunt, ref: Ref): Promise<void> {
  await upload(hunt, ref, templateOf(hunt))
  const { available } = await hunt.value('versions.auditHosts', ref)
  const order = { ...ref, expectedVersion: version, resubmit: false, hosts: [...available], note: '' }
  await hunt.value('versions.submit', order)
}

async function releaseAndReturn({ simulator, value }: Hunt, ref: Ref): Promise<void> {
  simulator.control.audit(ref.appId, { outcome: 'pass', now: true })
  await value('merchants.read', ref)
  const { detail } = await value('versions.release', { ...ref, expectedVersion: version })
  const expectedVersion = detail.versions?.current?.rollback.toVersion ?? ''
  await value('versions.rollback', { ...ref, expectedVersion })
}

/** Neither the answer nor the version list can be had. */
async function settle(hunt: Hunt, ref: Ref): Promise<void> {
  const { simulator, value, ask } = hunt
  const { control } = simulator
  const received = () => control.counters().merchants[ref.appId]?.['upload']?.received ?? 0
  const slow = control.addFault({ kind: 'latency', ms: 200, match: { endpoint: 'upload' } })
  control.addFault({ kind: 'reset-after', match: { endpoint: 'upload' }, times: 1 })
  const templateId = templateOf(hunt)
  const order = { ...ref, templateId, version, description: '修复', extJson: defaultExtJson(ref.appId) }
  const lost = ask('versions.upload', order)
  await until(() => received() === 1)
  const blind = control.addFault({ kind: 'reset-before', match: { endpoint: 'versions' } })
  await lost
  const { unsettled } = await value('merchants.get', ref)
  control.removeFaults(slow.id)
  control.removeFaults(blind.id)
  await value('versions.settle', { ...ref, operationId: unsettled?.id ?? '' })
}

async function lookAtReviewersPicture({ accountId, simulator, value }: Hunt): Promise<void> {
  for (const { appId } of simulator.control.state().merchants) {
    const { versions } = await value('merchants.get', { accountId, appId })
    const reasons = [...(versions?.audit?.reasons ?? []), ...(versions?.current?.reasons ?? [])]
    const url = reasons.find(({ attachmentUrl }) => attachmentUrl !== null)?.attachmentUrl
    if (url) return void (await value('versions.attachment', { accountId, appId, url }))
  }
  throw new Error('no reviewer left a picture')
}
