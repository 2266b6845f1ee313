import { domainKinds, type BaselinePreview, type DomainDifference } from '@shared/domain/domains'
import { differenceSize } from '@shared/rules/domain-rules'
import { t } from '@/i18n'
import { number } from '@/i18n/number'

/** `unread`: the domains were never read, so what changes is found out when it is applied. */
export type PreviewState = 'change' | 'same' | 'unread' | 'blocked'

/** What applying a baseline means for one merchant. */
export function previewState({ blocked, difference }: BaselinePreview): PreviewState {
  if (blocked !== null) return 'blocked'
  if (difference === null) return 'unread'
  const { missing, extra } = differenceSize(difference)
  return missing + extra > 0 ? 'change' : 'same'
}

const order: readonly PreviewState[] = ['blocked', 'change', 'unread', 'same']

/** How many merchants there are of each state. */
export function countPreviews(previews: readonly BaselinePreview[]): Readonly<Record<PreviewState, number>> {
  const counts = { change: 0, same: 0, unread: 0, blocked: 0 }
  for (const preview of previews) counts[previewState(preview)] += 1
  return counts
}

/** `412 个商家：380 个要修改，30 个已一致，2 个不能`. */
export function previewText(previews: readonly BaselinePreview[]): string {
  const counts = countPreviews(previews)
  const parts = (['change', 'same', 'unread', 'blocked'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => t(`domains.baselines.preview.counts.${state}`, { count: number.format(counts[state]) }))
  const n = previews.length
  return t('domains.baselines.preview.sum', {
    n,
    count: number.format(n),
    counts: parts.join(t('domains.baselines.preview.comma'))
  })
}

/** Those that can not be done first, then those that change. */
export function byState(previews: readonly BaselinePreview[]): readonly BaselinePreview[] {
  return [...previews].sort((a, b) => order.indexOf(previewState(a)) - order.indexOf(previewState(b)))
}

/** All domains that are added, or all that are removed, each once. */
export function domainsIn(difference: DomainDifference, side: 'missing' | 'extra'): readonly string[] {
  return [...new Set(domainKinds.flatMap((kind) => difference[kind][side]))]
}
