import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { rolloutItemStateNames, rolloutStepNames } from '@shared/rules/rollout-names'
import { isSetupWork } from '@shared/rules/rollout-work'
import { chinaTime } from '@/composables/china-time'
import { fileWords } from '@/composables/save-file'
import { t } from '@/i18n'
import { contentText } from '../setup-text'

/** All that is known of one merchant, to tell a column's text from. */
type Line = { readonly item: RolloutItem; readonly rollout: Rollout; readonly causeTitle: string }

/** `only`: left out for rollouts of the other sort. */
type Column = {
  readonly head: string
  readonly only?: 'versions' | 'setup'
  readonly text: (line: Line) => string
}

const columns: readonly Column[] = [
  { head: t('rollouts.merchant'), text: ({ item }) => item.name },
  { head: t('rollouts.report.appId'), text: ({ item }) => item.appId },
  {
    head: t('rollouts.report.wave'),
    text: ({ item, rollout }) => rollout.waves[item.wave]?.name ?? String(item.wave + 1)
  },
  { head: t('rollouts.report.step'), text: ({ item }) => rolloutStepNames[item.step] },
  { head: t('rollouts.report.state'), text: ({ item }) => rolloutItemStateNames[item.state] },
  { head: t('rollouts.export.fromVersion'), only: 'versions', text: ({ item }) => item.fromVersion ?? '' },
  { head: t('rollouts.export.toVersion'), only: 'versions', text: ({ item }) => item.toVersion ?? '' },
  {
    head: t('rollouts.export.content'),
    only: 'setup',
    text: ({ item, rollout }) => contentText(rollout.plan.work, item.request)
  },
  {
    head: t('rollouts.report.cause'),
    text: ({ item, causeTitle }) => item.error?.reason ?? item.error?.message ?? causeTitle
  },
  { head: t('rollouts.export.platformCode'), text: ({ item }) => item.error?.platformCode ?? '' },
  { head: 'log_id', text: ({ item }) => item.error?.logId ?? '' },
  { head: t('rollouts.export.nextStep'), text: ({ item }) => item.error?.nextStep ?? '' },
  { head: t('rollouts.export.reviewSince'), only: 'versions', text: ({ item }) => timeText(item.reviewSince) },
  { head: t('rollouts.export.finishedAt'), text: ({ item }) => timeText(item.finishedAt) }
]

/** A rollout's merchants as a table with a head, in the order of their turns; times are China's. */
export function rolloutTable(rollout: Rollout, items: readonly RolloutItem[]): readonly (readonly string[])[] {
  const titles = new Map(rolloutCauses(items).flatMap(({ title, appIds }) => appIds.map((appId) => [appId, title])))
  const sort = isSetupWork(rollout.plan.work) ? 'setup' : 'versions'
  const wanted = columns.filter(({ only = sort }) => only === sort)
  const lines = items.map((item) => {
    const line: Line = { item, rollout, causeTitle: titles.get(item.appId) ?? '' }
    return wanted.map(({ text }) => text(line))
  })
  return [wanted.map(({ head }) => head), ...lines]
}

function timeText(at: number | null): string {
  return at === null ? '' : chinaTime(at)
}

/** A rollout's title as the beginning of a file's name, without what a file system refuses. */
export function fileTitle({ plan }: Rollout): string {
  return fileWords(plan.title) || t('rollouts.export.fileTitle')
}
