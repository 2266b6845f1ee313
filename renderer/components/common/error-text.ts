import type { DeskError } from '@shared/errors'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'

/** What is known around an error: when it was shown (ms since 1970), which account, which program. */
export type SupportContext = {
  readonly at?: number
  readonly account?: { readonly name: string; readonly componentAppId: string }
  readonly version?: string
}

/** All that the platform's support asks for, as lines of plain text to paste into a message. */
export function supportText(error: DeskError, { at, account, version }: SupportContext = {}): string {
  const lines = [
    account && t('help.support.account', { name: account.name, appId: account.componentAppId }),
    error.merchant && t('common.error.support.merchant', { name: error.merchant.name, appId: error.merchant.appId }),
    t('common.error.support.problem', { text: error.message }),
    error.reason && t('common.error.support.reason', { text: error.reason }),
    error.platformCode && t('common.error.support.platformCode', { code: error.platformCode }),
    error.platformMessage && t('common.error.support.platformMessage', { text: error.platformMessage }),
    error.logId && `log_id:${error.logId}`,
    at !== undefined && t('help.support.time', { time: chinaTime(at) }),
    version && t('help.support.version', { version })
  ]
  return lines.filter(Boolean).join('\n')
}
