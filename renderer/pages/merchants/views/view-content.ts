import { emptyFilter, type ListFilter, type ViewContent } from '@shared/domain/lists'
import { t } from '@/i18n'

/** A tab above the list. Those that are built in have ids that no kept view can have. */
export type ViewTab = {
  readonly id: string
  readonly name: string
  readonly content: ViewContent
  readonly builtIn: boolean
}

const builtIn = (id: string, name: string, filter: Partial<ListFilter>): ViewTab => ({
  id,
  name,
  content: { filter: { ...emptyFilter, ...filter }, sort: null, columns: null },
  builtIn: true
})

/** Everything: where the list begins. */
export const allTab: ViewTab = builtIn('(all)', t('merchants.views.all'), {})

/** The tabs that every account has. */
export const builtInTabs: readonly ViewTab[] = [
  allTab,
  builtIn('(care)', t('merchants.views.care'), { needsCare: true }),
  builtIn('(release)', t('merchants.views.release'), { audit: ['to_release'] })
]

/** Whether two views show the same in the same way. The order in which values were ticked makes no difference. */
export function isSameView(one: ViewContent, other: ViewContent): boolean {
  return textOf(one) === textOf(other)
}

function textOf({ filter, sort, columns }: ViewContent): string {
  const { query, audit, version, authorization, tag } = filter
  const { needsCare, notReady, drifted, readFailed } = filter
  return JSON.stringify([
    query.trim(),
    [audit, version, authorization, tag].map((part: readonly string[]) => [...part].sort()),
    [needsCare, notReady, drifted, readFailed],
    sort && [sort.column, sort.direction],
    columns?.map(({ name, widthPx }) => [name, widthPx]) ?? null
  ])
}
