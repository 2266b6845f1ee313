import type { CapabilityDetail } from '@shared/contract'
import type { Capability, CapabilityRow } from '@shared/domain/capability'
import type { SettingChange } from '@shared/domain/setting'
import { merchant } from '../merchant/samples'

/** A capability of the general list that wants a text and pictures, with what a test wants otherwise. */
export const capability = (key: string, change: Partial<Capability> = {}): Capability => ({
  key,
  name: `能力 ${key}`,
  description: '',
  way: 'general',
  state: 'can_apply',
  reason: '',
  canApply: true,
  conditions: [],
  fields: [
    { key: 'scene', name: '使用场景', description: '', required: true, kind: 'text', maxLength: null },
    { key: 'shots', name: '页面截图', description: '', required: false, kind: 'pictures', maxLength: null }
  ],
  permissionIds: [3],
  permitted: true,
  ...change
})

export const mount = capability('video_mount', {
  name: '短视频挂载',
  way: 'video_mount',
  fields: [
    { key: 'anchor_text', name: '锚点文案示例', description: '', required: true, kind: 'text', maxLength: 200 },
    { key: 'image_path', name: '落地页截图', description: '', required: true, kind: 'pictures', maxLength: null }
  ]
})

export const phone = capability('phone_number', { name: '获取手机号', way: 'automatic', state: 'granted', fields: [] })

export const detail = (
  value: readonly Capability[] | null,
  change: Partial<CapabilityDetail> = {}
): CapabilityDetail => ({
  reading: { value, readAt: value === null ? null : Date.now(), error: null },
  changes: [],
  running: null,
  ...change
})

export const lostChange: SettingChange = {
  ...merchant,
  id: 'c1',
  kind: 'capability_apply',
  summary: '能力 live',
  state: 'unknown',
  startedAt: 1_000,
  finishedAt: 2_000,
  actor: '小林',
  logId: null,
  error: null,
  rolloutId: null
}

/** A merchant's line of the matrix: state by capability; none means that it was never read. */
export const matrixRow = (appId: string, states: CapabilityRow['states'] | null): CapabilityRow => ({
  appId,
  name: `商家 ${appId}`,
  states: states ?? {},
  readAt: states === null ? null : 1_000
})
