import type { Capability, CapabilityField, CapabilityState } from '@shared/domain/capability'
import { videoMountTextMaxLength } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { platformError } from './failure'
import type { CapabilityRequest, Receipt } from './platform'
import { acknowledged } from './receipts'
import { optionalInteger, text } from './schemas'
import { unlessRefused } from './unless-refused'
import { reading } from './wire'

/** `componentAppId`: the third-party application's id, which the mount's endpoints take in their body. */
export type CapabilityParts = { readonly caller: PlatformCaller; readonly componentAppId: string }

const states: Readonly<Record<number, CapabilityState>> = {
  1: 'applying',
  2: 'granted',
  3: 'rejected',
  4: 'closed',
  5: 'can_apply',
  6: 'cannot_apply'
}

const read = reading({ schema: z.object({ status: optionalInteger, reason: text }) })

/** Named as the application's parameters are. */
const fields: readonly CapabilityField[] = [
  {
    key: 'anchor_text',
    get name() {
      return say`锚点文案示例`
    },
    get description() {
      return say`视频上显示的挂载文案，写一个例子`
    },
    required: true,
    kind: 'text',
    maxLength: videoMountTextMaxLength
  },
  {
    key: 'image_path',
    get name() {
      return say`落地页截图`
    },
    get description() {
      return say`点开挂载后看到的小程序页面，只要一张`
    },
    required: true,
    kind: 'pictures',
    maxLength: null
  }
]

/** 运营管理权限. */
const permissionIds = [3] as const

/**
 * 查询「短视频挂载」能力申请状态 (page `mount/query-apply-video-mount-permission-status`, scope `ma.self_mount_video.apply`);
 * null where the platform refuses to tell it, as it does without the scope and the permission set. The page has no word on
 * whose token a provider sends; this sends the merchant's.
 */
export async function videoMount(
  { caller, componentAppId }: CapabilityParts,
  appId: string,
  signal: AbortSignal | undefined
): Promise<Capability | null> {
  const request = { endpoint: endpoints.videoMount, body: { component_appid: componentAppId }, read, signal }
  const answer = await unlessRefused(caller.asMerchant(appId, request))
  if (answer === null) return null
  const { status, reason } = answer.value
  const state = states[status ?? NaN] ?? null
  return {
    key: 'video_mount',
    name: say`短视频挂载`,
    description: say`在短视频里挂载小程序`,
    way: 'video_mount',
    state,
    reason,
    canApply: state === 'can_apply' ? true : state === 'cannot_apply' ? false : null,
    conditions: [],
    fields,
    permissionIds,
    permitted: null
  }
}

/**
 * 申请「短视频挂载」能力 (page `mount/apply-video-mount-permission`): the reason goes as `intro`, at most 200 characters. Sent
 * once; an application without exactly one anchor text and one landing page is `refused` before it is sent.
 */
export async function applyVideoMount(
  { caller, componentAppId }: CapabilityParts,
  appId: string,
  { reason, answers }: CapabilityRequest,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  const body = {
    intro: reason,
    anchor_text: onlyAnswer(answers['anchor_text']),
    image_path: onlyAnswer(answers['image_path']),
    component_appid: componentAppId
  }
  return acknowledged(caller, appId)({ endpoint: endpoints.applyVideoMount, body, signal })
}

function onlyAnswer(given: readonly string[] = []): string {
  const [answer] = given
  if (answer === undefined || given.length > 1) {
    throw platformError(endpoints.applyVideoMount, { kind: 'refused', outcome: 'not_sent' })
  }
  return answer
}
