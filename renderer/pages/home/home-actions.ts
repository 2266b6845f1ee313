import type { HomeItem, HomeMerchant, MerchantMatter } from '@shared/domain/home'
import type { RouteLocationRaw } from 'vue-router'

/**
 * Where a line leads. `needsAccount`: that page shows the account at work, so that this one has to be it first. `draft`: the
 * plan page begins with these merchants.
 */
export type HomeAction = {
  readonly text: string
  readonly to: RouteLocationRaw
  readonly needsAccount: boolean
  readonly releaseTogether?: readonly string[]
}

type MerchantAction = { readonly text: string; readonly tab: string | null }

const merchantActions: Readonly<Record<MerchantMatter, MerchantAction>> = {
  taken_down: { text: '去处理', tab: null },
  authorization_lost: { text: '重新授权', tab: 'authorization' },
  authorization_ended: { text: '找回授权', tab: 'authorization' },
  authorization_ending: { text: '看授权', tab: 'authorization' },
  rejected: { text: '看原因', tab: null },
  category_rejected: { text: '改类目', tab: 'categories' },
  profile_rejected: { text: '改资料', tab: 'profile' },
  capability_refused: { text: '看能力', tab: 'capabilities' },
  capability_granted: { text: '看能力', tab: 'capabilities' },
  approved: { text: '去发布', tab: null }
}

/** The page of one merchant, at the tab where the matter is dealt with. */
export function merchantAction(
  { kind, accountId }: { readonly kind: MerchantMatter; readonly accountId: string },
  { appId }: Pick<HomeMerchant, 'appId'>
): HomeAction {
  const { text, tab } = merchantActions[kind]
  const to = { name: 'merchant', params: { accountId, appId }, query: tab === null ? {} : { tab } }
  return { text, to, needsAccount: false }
}

/** The one action of a line; null where its merchants are dealt with one by one. */
export function actionOf(item: HomeItem, merchant: HomeMerchant | null): HomeAction | null {
  const { accountId } = item
  if ('appIds' in item) return merchant ? merchantAction(item, merchant) : togetherAction(item)
  switch (item.kind) {
    case 'rollout':
      return {
        text: item.hold?.by === 'train' ? '去发布' : item.group === 'know' ? '看进度' : '去决定',
        to: { name: 'rollout', params: { accountId, rolloutId: item.rolloutId } },
        needsAccount: false
      }
    case 'connection':
      return { text: '连接诊断', to: { name: 'diagnosis', params: { accountId } }, needsAccount: false }
    case 'secrets':
    case 'ticket':
      return {
        text: item.kind === 'ticket' ? '看票据' : '填写密钥',
        to: { name: 'account', params: { accountId } },
        needsAccount: false
      }
    case 'links':
      return { text: '看链接', to: { name: 'authorization' }, needsAccount: true }
    case 'drift':
      return { text: '版本差距', to: { name: 'drift' }, needsAccount: true }
  }
}

function togetherAction({ kind, appIds }: Extract<HomeItem, { appIds: readonly string[] }>): HomeAction | null {
  switch (kind) {
    case 'approved':
      return { text: '一起发布', to: { name: 'new-rollout' }, needsAccount: true, releaseTogether: appIds }
    case 'authorization_lost':
    case 'authorization_ended':
    case 'authorization_ending':
      return { text: '令牌管家', to: { name: 'keeper' }, needsAccount: true }
    case 'capability_refused':
    case 'capability_granted':
      return { text: '能力一览', to: { name: 'capabilities' }, needsAccount: true }
    default:
      return null
  }
}
