import type { ProfileDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingKind } from '@shared/domain/setting'
import { profileAction, type ProfileItem } from '@shared/rules/profile-rules'
import { call } from '@/client'
import { t } from '@/i18n'
import { busyReason } from '../setup/busy-reason'
import { useFacet, type Facet } from '../setup/use-facet'

/** Carries out one change of the profile; answers null while another runs. */
export type CarryOut = Facet<ProfileDetail>['carryOut']

/** 基本资料 of the merchant that is shown. */
export function useProfile(merchant: () => MerchantRef): Facet<ProfileDetail> {
  return useFacet<ProfileDetail>(merchant, {
    get: (ref) => call('profile.get', ref),
    read: (ref) => call('profile.read', ref),
    readAt: (detail) => detail.reading.readAt
  })
}

/** Why an item can not be changed now, or null; the platform's own rules come last. */
export function changeReason(detail: ProfileDetail, item: ProfileItem, busy: boolean): string | null {
  const running = detail.running
  if (running !== null || busy) return busyReason(running)
  const isLost = detail.changes.some(({ kind, state }) => kind === kindOf(item) && state === 'unknown')
  if (isLost) return t('profile.setup.unsettled')
  const action = profileAction(detail.reading.value, item)
  return action.possible ? null : action.why
}

function kindOf(item: ProfileItem): SettingKind {
  return item
}
