import { homeGroups, type HomeGroup, type HomeItem, type HomeMerchant, type MerchantMatter } from '@shared/domain/home'
import { chinaDayStart } from '@shared/rules/china-day'

/** One merchant, what is the matter with it, and how much that presses. */
export type Matter = { readonly kind: MerchantMatter; readonly group: HomeGroup; readonly merchant: HomeMerchant }

/** So many merchants travel with their texts; of the others only their app ids. */
const merchantsMax = 100

const dayMs = 24 * 3600_000
/** What ends in the night is of this evening. */
const soonMs = 6 * 3600_000

/** What ends before this moment is due today: the end of the day in China, or six hours from now. */
export const dueBefore = (now: number): number => Math.max(chinaDayStart(now) + dayMs, now + soonMs)

/** The most pressing first; within a group those that stop the most. */
const ranks: readonly HomeItem['kind'][] = [
  'secrets',
  'connection',
  'ticket',
  'taken_down',
  'authorization_lost',
  'authorization_ended',
  'rollout',
  'rejected',
  'category_rejected',
  'profile_rejected',
  'capability_refused',
  'authorization_ending',
  'links',
  'approved',
  'drift',
  'capability_granted'
]

/** For a stable sort: what belongs to accounts stays in their order. */
export function byUrgency(a: HomeItem, b: HomeItem): number {
  return homeGroups.indexOf(a.group) - homeGroups.indexOf(b.group) || ranks.indexOf(a.kind) - ranks.indexOf(b.kind)
}

/** An item for each matter of an account that presses as much. */
export function merchantItems(accountId: string, matters: readonly Matter[]): readonly HomeItem[] {
  const groups = Map.groupBy(matters, ({ kind, group }) => `${group}/${kind}`)
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { kind, group } = first
    const merchants = alike.map(({ merchant }) => merchant).sort(kind === 'authorization_ending' ? soonest : newest)
    const appIds = merchants.map(({ appId }) => appId)
    return [{ accountId, group, kind, appIds, merchants: merchants.slice(0, merchantsMax) }]
  })
}

const newest = (a: HomeMerchant, b: HomeMerchant): number => (b.at ?? 0) - (a.at ?? 0)
const soonest = (a: HomeMerchant, b: HomeMerchant): number => (a.at ?? 0) - (b.at ?? 0)
