import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { rolloutItemStateNames, rolloutStepNames } from '@shared/rules/rollout-names'
import { chinaTime } from '@/composables/china-time'

/** All that is known of one merchant, to tell a column's text from. */
type Line = { readonly item: RolloutItem; readonly rollout: Rollout; readonly causeTitle: string }

type Column = { readonly head: string; readonly text: (line: Line) => string }

const columns: readonly Column[] = [
  { head: '商家', text: ({ item }) => item.name },
  { head: '小程序 ID', text: ({ item }) => item.appId },
  { head: '波次', text: ({ item, rollout }) => rollout.waves[item.wave]?.name ?? String(item.wave + 1) },
  { head: '步骤', text: ({ item }) => rolloutStepNames[item.step] },
  { head: '状态', text: ({ item }) => rolloutItemStateNames[item.state] },
  { head: '原版本', text: ({ item }) => item.fromVersion ?? '' },
  { head: '新版本', text: ({ item }) => item.toVersion ?? '' },
  { head: '原因', text: ({ item, causeTitle }) => item.error?.reason ?? item.error?.message ?? causeTitle },
  { head: '平台错误码', text: ({ item }) => item.error?.platformCode ?? '' },
  { head: 'log_id', text: ({ item }) => item.error?.logId ?? '' },
  { head: '下一步', text: ({ item }) => item.error?.nextStep ?? '' },
  { head: '开始审核', text: ({ item }) => timeText(item.reviewSince) },
  { head: '结束时间', text: ({ item }) => timeText(item.finishedAt) }
]

/** A rollout's merchants as a table with a head, in the order of their turns; times are China's. */
export function rolloutTable(rollout: Rollout, items: readonly RolloutItem[]): readonly (readonly string[])[] {
  const titles = new Map(rolloutCauses(items).flatMap(({ title, appIds }) => appIds.map((appId) => [appId, title])))
  const lines = items.map((item) => {
    const line: Line = { item, rollout, causeTitle: titles.get(item.appId) ?? '' }
    return columns.map(({ text }) => text(line))
  })
  return [columns.map(({ head }) => head), ...lines]
}

function timeText(at: number | null): string {
  return at === null ? '' : chinaTime(at)
}

/** A rollout's title as the beginning of a file's name, without what a file system refuses. */
export function fileTitle({ plan }: Rollout): string {
  const clean = plan.title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
  return clean === '' ? '批量发布' : clean
}
