import { endpoints } from './endpoints'
import { platformError } from './failure'
import type { CapabilityRequest, Receipt } from './platform'
import { acknowledged } from './receipts'
import { applyVideoMount, type CapabilityParts } from './video-mount'

/**
 * 能力申请 (page `apply_capacity/apply_capacity`), or the short-video mount's own endpoint. Every application is reviewed: its
 * answer says no more than that it was taken in. Sent once. One that the platform grants by itself is `refused` unsent.
 */
export async function applyCapability(
  parts: CapabilityParts,
  appId: string,
  request: CapabilityRequest,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  switch (request.way) {
    case 'general':
      return applyGenerally(parts, appId, request, signal)
    case 'video_mount':
      return applyVideoMount(parts, appId, request, signal)
    case 'automatic':
      throw platformError(endpoints.applyCapability, { kind: 'refused', outcome: 'not_sent' })
  }
}

/** `apply_info` is always there, as its page requires it; the older pages have none. */
function applyGenerally(
  { caller }: CapabilityParts,
  appId: string,
  { key, reason, answers }: CapabilityRequest,
  signal: AbortSignal | undefined
): Promise<Receipt> {
  const body = { capacity_key: key, apply_reason: reason, apply_info: answers }
  return acknowledged(caller, appId)({ endpoint: endpoints.applyCapability, body, signal })
}
