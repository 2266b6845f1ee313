/* eslint-disable operator-texts/no-desk-text --
   the documentation's own names, which find the error codes; what is shown stands in endpoint-titles.ts */
import type { Endpoint } from './endpoint'

const read = { host: 'open', token: 'merchant', method: 'GET', effect: 'read' } as const
/** Reviewed applications, of which there are so many: never repeated after an unknown outcome. */
const write = { ...read, method: 'POST', effect: 'write' } as const

const capacity = '/api/apps/v1/capacity/'
/** Without `/api`, as documented. */
const videoMount = '/aweme/apps/v1/video_mount/'

/** The endpoints that a merchant's mini program is operated with: its codes and its capabilities. */
export const operationEndpoints = {
  /**
   * A POST that changes nothing: the same request makes the same code. The sample of its page carries a client token
   * (`clt.`); this application sends the merchant's, as at every endpoint of 代商家管理小程序.
   */
  miniCode: { ...read, group: 'codes', method: 'POST', name: '获取小程序码', path: '/api/apps/v1/qrcode/create/' },
  capabilities: { ...read, group: 'capabilities', name: '能力列表', path: `${capacity}query_capacity_list/` },
  capabilityReason: {
    ...read,
    group: 'capability_reasons',
    name: '查询能力申请状态',
    path: `${capacity}query_apply_status/`
  },
  applyCapability: {
    ...write,
    group: 'capability_applications',
    name: '能力申请',
    path: `${capacity}apply_capacity/`
  },
  /** A POST that changes nothing. */
  videoMount: {
    ...read,
    group: 'video_mount',
    method: 'POST',
    name: '查询「短视频挂载」能力申请状态',
    path: `${videoMount}query_apply_permission_status/`
  },
  applyVideoMount: {
    ...write,
    group: 'video_mount',
    name: '申请「短视频挂载」能力',
    path: `${videoMount}apply_permission/`
  }
} as const satisfies Record<string, Endpoint>
