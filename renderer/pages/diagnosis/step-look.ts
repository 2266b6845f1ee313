import type { DiagnosisStep, DiagnosisStepName } from '@shared/domain/diagnosis'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'

export const stepNames: Readonly<Record<DiagnosisStepName, string>> = {
  secrets: '密钥',
  network: '网络与代理',
  clock: '时钟',
  source: '票据来源',
  ticket: '票据',
  decryption: '消息解密',
  component_token: '第三方接口凭据',
  address_allow_list: 'IP 白名单',
  merchant_call: '商家接口调用',
  sharing: '多台电脑'
}

/** How a step is drawn; `pending` has not begun. */
export type StepLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

const looks: Readonly<Record<DiagnosisStep['state'] | 'pending', StepLook>> = {
  pending: { kind: 'neutral', text: '等待', icon: 'nothing' },
  running: { kind: 'info', text: '检查中', icon: 'waiting' },
  good: { kind: 'success', text: '正常', icon: 'done' },
  warning: { kind: 'warning', text: '请留意', icon: 'attention' },
  bad: { kind: 'danger', text: '有问题', icon: 'failed' },
  skipped: { kind: 'neutral', text: '跳过', icon: 'nothing' }
}

export function stepLook(step: DiagnosisStep | null): StepLook {
  return looks[step?.state ?? 'pending']
}

/** The button of a step: its word, and the page that helps. */
export type StepHelp = { readonly text: string; readonly path: string }

/** Where a step's action leads; null where it has none. */
export function stepHelp(action: DiagnosisStep['action'], accountId: string): StepHelp | null {
  const account = `/accounts/${encodeURIComponent(accountId)}`
  switch (action) {
    case 'account_settings':
      return { text: '打开账号设置', path: account }
    case 'paste_ticket':
      return { text: '粘贴票据', path: `${account}?paste=1` }
    case 'secrets':
      return { text: '修改密钥', path: `${account}?secrets=1` }
    case 'merchant_list':
      return { text: '打开授权页', path: '/authorization' }
    case null:
      return null
  }
}
