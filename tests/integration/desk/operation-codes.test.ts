import { describe, vi } from 'vitest'
import type { MiniCodeRequest } from '@shared/domain/mini-code'
import { merchants } from '../simulator/platform'
import { withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

const appId = merchants.upToDate
const ordinary: MiniCodeRequest = {
  ...{ host: 'douyin', path: 'pages/table/index?id=3', width: 430, withIcon: false, round: false },
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 }
}
const making =
  (more: Partial<MiniCodeRequest> = {}) =>
  (desk: SetupDesk) =>
    desk.error('codes.mini', { ...desk.ref(appId), request: { ...ordinary, ...more } })

describe('获取小程序码', () => {
  proveRefusals(
    'create',
    {
      '28001018': {
        platform: {
          arrange: ({ simulator }) => simulator.control.changeMerchant(appId, { permissions: [1, 3, 4] }),
          act: making()
        },
        reason: /没有获取小程序码的权限/,
        error: 'authorization_lost'
      },
      '28005001': {
        own: { act: making({ path: '/pages/table/index' }), why: /开头不要斜杠/ },
        platform: { arrange: ({ gateway }) => gateway.meddle('create', withMembers({ width: 100 })), act: making() },
        reason: /平台不接受这个小程序码的内容/
      }
    },
    null
  )
})
