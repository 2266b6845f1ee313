import type { Capability, CapabilityState } from '@shared/domain/capability'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { capabilityList, firstOfEachKey, generalState } from './capability-list'
import { endpoints } from './endpoints'
import { phoneNumber } from './phone-number'
import { text } from './schemas'
import { unlessRefused } from './unless-refused'
import { videoMount, type CapabilityParts } from './video-mount'
import { reading } from './wire'

const readList = reading({ schema: capabilityList })
const readState = reading({ schema: z.object({ status: generalState, reason: text }) })

/** States of which the list does not tell why. */
const explained: ReadonlySet<CapabilityState | null> = new Set(['rejected', 'closed', 'banned'])

type Signal = AbortSignal | undefined

/**
 * 能力列表 and, for what was rejected, closed or banned, 查询能力申请状态 (pages `apply_capacity/capacity_list` and
 * `query-capacity-apply-status`), with two of our own behind them: the short-video mount (`video_mount`) where its scope
 * lets it be read, and the phone number (`phone_number`). A key of the platform's wins over one of ours.
 */
export async function capabilities(
  { caller, componentAppId }: CapabilityParts,
  appId: string,
  signal: Signal
): Promise<readonly Capability[]> {
  const [general, mount, phone] = await Promise.all([
    listed(caller, appId, signal),
    videoMount({ caller, componentAppId }, appId, signal),
    phoneNumber(caller, appId, signal)
  ])
  return firstOfEachKey([...general, ...(mount ? [mount] : []), phone])
}

async function listed(caller: PlatformCaller, appId: string, signal: Signal): Promise<readonly Capability[]> {
  const { value } = await caller.asMerchant(appId, { endpoint: endpoints.capabilities, read: readList, signal })
  return Promise.all(value.map((each) => withReason(caller, appId, each, signal)))
}

/** The state that comes with the reason is the later one. What the platform will not tell stays without a reason. */
async function withReason(
  caller: PlatformCaller,
  appId: string,
  capability: Capability,
  signal: Signal
): Promise<Capability> {
  if (!explained.has(capability.state)) return capability
  const request = { endpoint: endpoints.capabilityReason, query: { capacity_key: capability.key }, read: readState }
  const answer = await unlessRefused(caller.asMerchant(appId, { ...request, signal }))
  if (answer === null) return capability
  return { ...capability, state: answer.value.status ?? capability.state, reason: answer.value.reason }
}
