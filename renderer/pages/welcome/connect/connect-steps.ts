import { t } from '@/i18n'
import type { AccountFieldName } from '@/pages/accounts/form/account-fields'

/** The way from nothing to merchants in the list. The first four end with an account that is saved. */
export const connectSteps = ['needs', 'application', 'messages', 'ticket', 'test', 'merchants'] as const
export type ConnectStep = (typeof connectSteps)[number]

export const stepNames: Readonly<Record<ConnectStep, string>> = {
  needs: t('welcome.connect.step.needs'),
  application: t('welcome.connect.step.application'),
  messages: t('welcome.connect.step.messages'),
  ticket: t('welcome.connect.step.ticket'),
  test: t('welcome.connect.step.test'),
  merchants: t('welcome.connect.step.merchants')
}

/** Which of the form's fields each step asks for; the colour is chosen without asking. */
export const stepFields: Readonly<Record<'application' | 'messages' | 'ticket', readonly AccountFieldName[]>> = {
  application: ['name', 'colour', 'componentAppId', 'secret', 'openUrl', 'microappUrl', 'proxyUrl', 'redirectUrl'],
  messages: ['messageToken', 'messageKey'],
  ticket: ['ticketSource', 'receiverPort', 'relayUrl', 'relaySecret']
}

/** The steps of the form, in their order. */
export const formSteps = ['application', 'messages', 'ticket'] as const

export function stepAfter(step: ConnectStep): ConnectStep {
  return connectSteps[connectSteps.indexOf(step) + 1] ?? step
}

export function stepBefore(step: ConnectStep): ConnectStep {
  return connectSteps[connectSteps.indexOf(step) - 1] ?? step
}
