import type { ProfileDetail } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { SettingKind } from '@shared/domain/setting'
import { profileAction, type ProfileItem } from '@shared/rules/profile-rules'
import { settingNames } from '@shared/rules/setting-names'
import { call } from '@/client'
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
  if (running !== null || busy) return `正在${running === null ? '修改' : settingNames[running]}，完成后再试`
  const isLost = detail.changes.some(({ kind, state }) => kind === kindOf(item) && state === 'unknown')
  if (isLost) return '上一次修改的结果还没有确认，请先在修改记录里确认'
  const action = profileAction(detail.reading.value, item)
  return action.possible ? null : action.why
}

function kindOf(item: ProfileItem): SettingKind {
  return item
}
