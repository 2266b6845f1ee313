import type { WayOut } from '@shared/errors'
import type { RouteLocationRaw } from 'vue-router'
import { t } from '@/i18n'

/** Whom a failure is about: the account at hand, and the merchant where there is one. */
export type Whom = { readonly accountId: string | null; readonly appId: string | null }

/** What the button to each place says; null: there is no place for it, only the same action again or a text to copy. */
export const wayOutTexts: Readonly<Record<WayOut, string | null>> = {
  merchant_versions: t('help.wayOut.versions'),
  merchant_profile: t('help.wayOut.profile'),
  merchant_categories: t('help.wayOut.categories'),
  merchant_domains: t('help.wayOut.domains'),
  merchant_codes: t('help.wayOut.codes'),
  merchant_capabilities: t('help.wayOut.capabilities'),
  merchant_standing: t('help.wayOut.standing'),
  merchant_authorization: t('help.wayOut.authorization'),
  merchants: t('help.wayOut.merchants'),
  authorization_links: t('help.wayOut.links'),
  token_keeper: t('help.wayOut.keeper'),
  connection_doctor: t('help.wayOut.doctor'),
  domain_baselines: t('help.wayOut.baselines'),
  templates: t('help.wayOut.templates'),
  rollouts: t('help.wayOut.rollouts'),
  accounts: t('help.wayOut.accounts'),
  account: t('help.wayOut.account'),
  data_folder: t('help.wayOut.dataFolder'),
  update: t('help.wayOut.update'),
  retry: null,
  support: null
}

const pages: Readonly<Partial<Record<WayOut, string>>> = {
  merchants: '/merchants',
  authorization_links: '/authorization',
  token_keeper: '/keeper',
  domain_baselines: '/baselines',
  templates: '/templates',
  rollouts: '/rollouts',
  accounts: '/accounts',
  data_folder: '/settings?section=data',
  update: '/settings'
}

/** Where a way out leads; null where it leads nowhere, or it is not known whose page it would be. */
export function placeOf(wayOut: WayOut, { accountId, appId }: Whom): RouteLocationRaw | null {
  const page = pages[wayOut]
  if (page !== undefined) return page
  if (accountId === null) return null
  if (wayOut === 'account') return { name: 'account', params: { accountId } }
  if (wayOut === 'connection_doctor') return { name: 'diagnosis', params: { accountId } }
  if (!wayOut.startsWith('merchant_')) return null
  if (appId === null) return wayOut === 'merchant_authorization' ? '/authorization' : null
  const tab = wayOut.slice('merchant_'.length)
  return { name: 'merchant', params: { accountId, appId }, query: tab === 'versions' ? {} : { tab } }
}
