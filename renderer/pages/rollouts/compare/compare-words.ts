import type { MerchantTurn } from './compare-rollouts'

/** How a merchant's two outcomes relate, in the operator's words. */
export const turnNames: Readonly<Record<MerchantTurn, string>> = {
  lost: '变差了',
  gained: '变好了',
  other: '结果不同',
  open: '还没有结束',
  only_first: '只在前一次',
  only_second: '只在后一次'
}

export const causeKindNames = { new: '新出现', gone: '不再出现', both: '两次都有' } as const
