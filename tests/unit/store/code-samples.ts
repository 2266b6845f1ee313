import type { Capability } from '@shared/domain/capability'
import type { ExtVariable } from '@shared/domain/ext-variables'
import type { MiniCode, MiniCodeRequest } from '@shared/domain/mini-code'

export const codeRequest: MiniCodeRequest = {
  host: 'douyin',
  path: 'pages/table/index?id=3',
  width: 430,
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 },
  withIcon: true,
  round: false
}

export const madeCode: MiniCode = {
  request: codeRequest,
  image: 'data:image/png;base64,AA==',
  text: 'https://example.com/c',
  madeAt: 7
}

export const extVariable: ExtVariable = {
  name: 'shopId',
  type: 'number',
  required: true,
  description: '门店编号',
  fallback: null
}

export const videoMount: Capability = {
  key: 'video_mount',
  name: '短视频挂载',
  description: '在短视频里挂小程序',
  way: 'video_mount',
  state: 'rejected',
  reason: '锚点文案不合规',
  canApply: true,
  conditions: [[{ name: '已上线', description: '小程序已上线', satisfied: true }]],
  fields: [
    { key: 'reason', name: '理由', description: '', required: true, kind: 'text', maxLength: 200 },
    { key: 'pictures', name: '截图', description: '', required: false, kind: 'pictures', maxLength: null }
  ],
  permissionIds: [1, 3],
  permitted: null
}
