import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { rolloutItemStateNames, rolloutStepNames } from '@shared/rules/rollout-names'
import { isSetupWork } from '@shared/rules/rollout-work'
import { chinaTime } from '@/composables/china-time'
import { fileWords } from '@/composables/save-file'
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
  { head: '商家', text: ({ item }) => item.name },
  { head: '小程序 ID', text: ({ item }) => item.appId },
  { head: '波次', text: ({ item, rollout }) => rollout.waves[item.wave]?.name ?? String(item.wave + 1) },
  { head: '步骤', text: ({ item }) => rolloutStepNames[item.step] },
  { head: '状态', text: ({ item }) => rolloutItemStateNames[item.state] },
  { head: '原版本', only: 'versions', text: ({ item }) => item.fromVersion ?? '' },
  { head: '新版本', only: 'versions', text: ({ item }) => item.toVersion ?? '' },
  { head: '内容', only: 'setup', text: ({ item, rollout }) => contentText(rollout.plan.work, item.request) },
  { head: '原因', text: ({ item, causeTitle }) => item.error?.reason ?? item.error?.message ?? causeTitle },
  { head: '平台错误码', text: ({ item }) => item.error?.platformCode ?? '' },
  { head: 'log_id', text: ({ item }) => item.error?.logId ?? '' },
  { head: '下一步', text: ({ item }) => item.error?.nextStep ?? '' },
  { head: '开始审核', only: 'versions', text: ({ item }) => timeText(item.reviewSince) },
  { head: '结束时间', text: ({ item }) => timeText(item.finishedAt) }
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
  return fileWords(plan.title) || '批量发布'
}
