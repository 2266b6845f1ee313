import { t } from '@/i18n'
import type { MerchantTurn } from './compare-rollouts'

/** How a merchant's two outcomes relate, in the operator's words. */
export const turnNames: Readonly<Record<MerchantTurn, string>> = {
  lost: t('rollouts.compare.turn.lost'),
  gained: t('rollouts.compare.turn.gained'),
  other: t('rollouts.compare.turn.other'),
  open: t('rollouts.compare.turn.open'),
  only_first: t('rollouts.compare.turn.onlyFirst'),
  only_second: t('rollouts.compare.turn.onlySecond')
}

export const causeKindNames = {
  new: t('rollouts.compare.cause.new'),
  gone: t('rollouts.compare.cause.gone'),
  both: t('rollouts.compare.cause.both')
} as const
