import type { DiagnosisStep, DiagnosisStepName } from '@shared/domain/diagnosis'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'

export const stepNames: Readonly<Record<DiagnosisStepName, string>> = {
  secrets: t('diagnosis.step.secrets'),
  network: t('diagnosis.step.network'),
  clock: t('diagnosis.step.clock'),
  source: t('diagnosis.step.source'),
  ticket: t('diagnosis.step.ticket'),
  decryption: t('diagnosis.step.decryption'),
  component_token: t('diagnosis.step.componentToken'),
  address_allow_list: t('diagnosis.step.addressAllowList'),
  merchant_call: t('diagnosis.step.merchantCall'),
  sharing: t('diagnosis.step.sharing')
}

/** How a step is drawn; `pending` has not begun. */
export type StepLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

const looks: Readonly<Record<DiagnosisStep['state'] | 'pending', StepLook>> = {
  pending: { kind: 'neutral', text: t('diagnosis.state.pending'), icon: 'nothing' },
  running: { kind: 'info', text: t('diagnosis.state.running'), icon: 'waiting' },
  good: { kind: 'success', text: t('diagnosis.state.good'), icon: 'done' },
  warning: { kind: 'warning', text: t('diagnosis.state.warning'), icon: 'attention' },
  bad: { kind: 'danger', text: t('diagnosis.state.bad'), icon: 'failed' },
  skipped: { kind: 'neutral', text: t('diagnosis.state.skipped'), icon: 'nothing' }
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
      return { text: t('diagnosis.help.accountSettings'), path: account }
    case 'paste_ticket':
      return { text: t('diagnosis.help.pasteTicket'), path: `${account}?paste=1` }
    case 'secrets':
      return { text: t('diagnosis.help.secrets'), path: `${account}?secrets=1` }
    case 'merchant_list':
      return { text: t('diagnosis.help.merchantList'), path: '/authorization' }
    case null:
      return null
  }
}
