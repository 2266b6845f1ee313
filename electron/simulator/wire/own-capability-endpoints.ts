import { z } from 'zod'
import { requireApplicable, statusOf, submitApplication } from '../world/capabilities'
import { ownKeys } from '../world/capability-catalogue'
import { requirePicture } from '../world/capability-forms'
import { materialTypes } from '../world/materials'
import { Refusal } from '../world/refusal'
import { applicationOf } from '../world/tokens'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import {
  liveBody,
  olderStatuses,
  phoneBody,
  videoBodyV1,
  videoBodyV2,
  videoStatuses
} from './own-capability-parameters'
import { parseBody, parseBodyIn } from './parameters'
import type { Reply } from './reply'

const permissionSet = 3
const mountV2 = '/aweme/apps/v1/video_mount'
const folderV1 = '/openapi/v1/microapp/operation'

/** Capabilities with endpoints of their own: 短视频挂载 in both generations; 抖音直播组件 and 获取用户手机号 in V1. */
export const ownCapabilityEndpoints: readonly Endpoint[] = [
  endpoint('apply_permission', 'v2', 'POST', `${mountV2}/apply_permission`, applyForVideoV2),
  endpoint('query_apply_permission_status', 'v2', 'POST', `${mountV2}/query_apply_permission_status`, videoStatusV2),
  endpoint('apply_permission', 'v1', 'POST', `${folderV1}/video_application`, applyForVideoV1),
  endpoint('query_apply_permission_status', 'v1', 'GET', `${folderV1}/video_application_status`, videoStatus),
  endpoint('live_application', 'v1', 'POST', `${folderV1}/live_application`, applyForLive),
  olderStatus('live_application_status', ownKeys.liveComponent),
  endpoint('phone_number_application', 'v1', 'POST', `${folderV1}/phone_number_application`, applyForPhone),
  olderStatus('phone_number_application_status', ownKeys.phone)
]

type Handle = (call: MerchantCall) => Reply

function endpoint(
  name: string,
  generation: Endpoint['generation'],
  method: 'GET' | 'POST',
  path: string,
  handle: Handle
): Endpoint {
  return merchantEndpoint({ name, generation, method, path, permissionSet }, handle)
}

function olderStatus(name: string, key: string): Endpoint {
  return endpoint(name, 'v1', 'GET', `${folderV1}/${name}`, (call) => statusReply(call, key, olderStatuses))
}

function statusReply({ world, merchant }: MerchantCall, key: string, numbers: typeof videoStatuses): Reply {
  const { state, reason } = statusOf(world, merchant, world.capabilities.at(key))
  return { kind: 'data', data: { status: numbers[state], reason } }
}

/** `pictures` are paths of materials of one type; wrong ones are refused after the mini program's own state. */
type Order = {
  readonly key: string
  readonly reason: string
  readonly answers: Readonly<Record<string, string | number>>
  readonly pictures?: { readonly type: number; readonly paths: string[] }
}

function apply({ world, merchant }: MerchantCall, { key, reason, answers, pictures }: Order): Reply {
  const entry = world.capabilities.at(key)
  requireApplicable(world, merchant, entry)
  const info = Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, [String(answer)]]))
  if (pictures !== undefined) {
    for (const path of pictures.paths) requirePicture(world, merchant, [pictures.type], path)
    info['pictures'] = pictures.paths
  }
  submitApplication(world, merchant, entry, { reason, info })
  return { kind: 'data' }
}

function applyForVideoV2(call: MerchantCall): Reply {
  const { component_appid, intro, anchor_text, image_path } = parseBodyIn('v2', videoBodyV2, call.body)
  requireOurs(call, component_appid)
  return applyForVideo(call, intro, anchor_text, image_path)
}

function applyForVideoV1(call: MerchantCall): Reply {
  const { intro, anchorText, imagePath } = parseBody(videoBodyV1, call.body)
  return applyForVideo(call, intro, anchorText, imagePath)
}

function applyForVideo(call: MerchantCall, intro: string, anchor: string, path: string): Reply {
  const pictures = { type: materialTypes.landingPage, paths: [path] }
  return apply(call, { key: ownKeys.videoMount, reason: intro, answers: { anchor_text: anchor }, pictures })
}

function videoStatusV2(call: MerchantCall): Reply {
  const { component_appid } = parseBodyIn('v2', z.object({ component_appid: z.string().min(1) }), call.body)
  requireOurs(call, component_appid)
  return videoStatus(call)
}

function videoStatus(call: MerchantCall): Reply {
  return statusReply(call, ownKeys.videoMount, videoStatuses)
}

function requireOurs({ world }: MerchantCall, componentAppId: string): void {
  if (componentAppId !== applicationOf(world.state.seed).appId) throw new Refusal(28001007)
}

function applyForLive(call: MerchantCall): Reply {
  const { intro, ...answers } = parseBody(liveBody, call.body)
  return apply(call, { key: ownKeys.liveComponent, reason: intro, answers })
}

function applyForPhone(call: MerchantCall): Reply {
  const { description, imagePaths, reason, scene } = parseBody(phoneBody, call.body)
  const pictures = { type: materialTypes.scene, paths: imagePaths }
  return apply(call, { key: ownKeys.phone, reason: description, answers: { reason, scene }, pictures })
}
