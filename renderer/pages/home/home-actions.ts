import type { HomeItem, HomeMerchant, MerchantMatter } from '@shared/domain/home'
import type { RouteLocationRaw } from 'vue-router'
import { t } from '@/i18n'

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
  taken_down: { text: t('home.action.takenDown'), tab: null },
  authorization_lost: { text: t('home.action.authorizeAgain'), tab: 'authorization' },
  authorization_ended: { text: t('home.action.rescue'), tab: 'authorization' },
  authorization_ending: { text: t('home.action.seeAuthorization'), tab: 'authorization' },
  rejected: { text: t('home.action.seeReason'), tab: null },
  category_rejected: { text: t('home.action.changeCategory'), tab: 'categories' },
  profile_rejected: { text: t('home.action.changeProfile'), tab: 'profile' },
  capability_refused: { text: t('home.action.seeCapability'), tab: 'capabilities' },
  capability_granted: { text: t('home.action.seeCapability'), tab: 'capabilities' },
  approved: { text: t('home.action.release'), tab: null }
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
        text:
          item.hold?.by === 'train'
            ? t('home.action.release')
            : item.group === 'know'
              ? t('home.action.seeProgress')
              : t('home.action.decide'),
        to: { name: 'rollout', params: { accountId, rolloutId: item.rolloutId } },
        needsAccount: false
      }
    case 'connection':
      return { text: t('home.action.diagnose'), to: { name: 'diagnosis', params: { accountId } }, needsAccount: false }
    case 'secrets':
    case 'ticket':
      return {
        text: item.kind === 'ticket' ? t('home.action.seeTicket') : t('home.action.enterSecrets'),
        to: { name: 'account', params: { accountId } },
        needsAccount: false
      }
    case 'links':
      return { text: t('home.action.seeLinks'), to: { name: 'authorization' }, needsAccount: true }
    case 'drift':
      return { text: t('home.action.drift'), to: { name: 'drift' }, needsAccount: true }
  }
}

function togetherAction({ kind, appIds }: Extract<HomeItem, { appIds: readonly string[] }>): HomeAction | null {
  switch (kind) {
    case 'approved':
      return {
        text: t('home.action.releaseTogether'),
        to: { name: 'new-rollout' },
        needsAccount: true,
        releaseTogether: appIds
      }
    case 'authorization_lost':
    case 'authorization_ended':
    case 'authorization_ending':
      return { text: t('home.action.keeper'), to: { name: 'keeper' }, needsAccount: true }
    case 'capability_refused':
    case 'capability_granted':
      return { text: t('home.action.capabilities'), to: { name: 'capabilities' }, needsAccount: true }
    default:
      return null
  }
}
