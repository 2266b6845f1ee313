import { homeGroups, type HomeGroup, type HomeItem, type HomeMerchant, type HomeToday } from '@shared/domain/home'
import { t } from '@/i18n'

/** Up to so many merchants have a line of their own; more of them share one that can be unfolded. */
const singleMax = 3

/** One line of the list: an item, and the merchant where it stands for a single one. */
export type HomeLine = { readonly key: string; readonly item: HomeItem; readonly merchant: HomeMerchant | null }

export type LineGroup = { readonly group: HomeGroup; readonly title: string; readonly lines: readonly HomeLine[] }

const titles: Readonly<Record<HomeGroup, string>> = {
  now: t('home.group.now'),
  due: t('home.group.due'),
  release: t('home.group.release'),
  know: t('home.group.know')
}

/** The groups that have something, each with its lines. */
export function lineGroups({ items }: HomeToday): readonly LineGroup[] {
  return homeGroups
    .map((group) => ({
      group,
      title: titles[group],
      lines: items.filter((item) => item.group === group).flatMap(linesOf)
    }))
    .filter(({ lines }) => lines.length > 0)
}

function linesOf(item: HomeItem): readonly HomeLine[] {
  const key = [item.group, item.kind, item.accountId, item.kind === 'rollout' ? item.rolloutId : ''].join('/')
  if (!('appIds' in item) || item.appIds.length > singleMax) return [{ key, item, merchant: null }]
  return item.merchants.map((merchant) => ({ key: `${key}/${merchant.appId}`, item, merchant }))
}
