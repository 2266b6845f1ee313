import type { CapabilityDetail } from '@shared/contract'
import type { Capability } from '@shared/domain/capability'
import type { MerchantRef } from '@shared/domain/merchant'
import { capabilityAction } from '@shared/rules/capability-rules'
import { settingNames } from '@shared/rules/setting-names'
import { call } from '@/client'
import { t } from '@/i18n'
import { useFacet, type Facet } from '../setup/use-facet'

/** Carries out one application; answers null while another runs. */
export type CarryOut = Facet<CapabilityDetail>['carryOut']

/** 能力 of the merchant that is shown. */
export function useCapabilities(merchant: () => MerchantRef): Facet<CapabilityDetail> {
  return useFacet<CapabilityDetail>(merchant, {
    get: (ref) => call('capabilities.get', ref),
    read: (ref) => call('capabilities.read', ref),
    readAt: ({ reading }) => reading.readAt
  })
}

/**
 * Why a capability can not be applied for now; null where it can. `busy` is an application that this page sends at this
 * moment. An application with a lost answer holds back all others, as the main process sends none before it is settled.
 */
export function applyReason(detail: CapabilityDetail, busy: boolean, capability: Capability): string | null {
  const { running, changes, reading } = detail
  if (running !== null || busy)
    return t('capabilities.reason.underWay', { what: settingNames[running ?? 'capability_apply'] })
  if (changes.some(({ state }) => state === 'unknown' || state === 'intended')) {
    return t('capabilities.reason.unsettled')
  }
  const present = reading.value?.find(({ key }) => key === capability.key)
  if (!present) return t('capabilities.reason.notListed')
  const action = capabilityAction(present)
  return action.possible ? null : action.why
}
