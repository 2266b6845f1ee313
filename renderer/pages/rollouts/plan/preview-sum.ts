import { rolloutFates, type RolloutFate, type RolloutPreview, type RolloutPreviewItem } from '@shared/domain/rollout'
import { blockCause } from '@shared/rules/rollout-blocks'
import { rolloutFateNames } from '@shared/rules/rollout-names'
import type { StateLook, Tone } from '@/components/common/words'
import type { StateIcon } from '@/components/common/state-icons'
import { t } from '@/i18n'
import { number } from '@/i18n/number'
import { commas } from '../list/rollout-counts'

const tones: Readonly<Record<RolloutFate, readonly [Tone, StateIcon]>> = {
  upload: ['info', 'toSend'],
  submit: ['info', 'toSend'],
  follow: ['info', 'waiting'],
  release: ['info', 'toSend'],
  withdraw: ['warning', 'takenBack'],
  rollback: ['warning', 'takenBack'],
  refresh: ['info', 'note'],
  setup: ['info', 'toSend'],
  unchanged: ['neutral', 'done'],
  blocked: ['danger', 'failed']
}

/** What becomes of a merchant, as `StateTag` takes it. */
export function fateLook(fate: RolloutFate): StateLook {
  const [kind, icon] = tones[fate]
  return { kind, icon, text: rolloutFateNames[fate] }
}

/** The fates that occur, those that nothing is done for last. */
export function occurring({ fates }: Pick<RolloutPreview, 'fates'>): readonly RolloutFate[] {
  const idle: readonly RolloutFate[] = ['blocked', 'unchanged']
  return [...rolloutFates.filter((fate) => !idle.includes(fate)), ...idle].filter((fate) => fates[fate] > 0)
}

/** `412 个将上传，9 个现在做不了，3 个已经是这样`. */
export function sumText(preview: Pick<RolloutPreview, 'fates'>): string {
  return commas(
    occurring(preview).map((fate) => t(`rolloutPlan.sum.${fate}`, { number: number.format(preview.fates[fate]) }))
  )
}

/** Whether the plan does anything to this merchant. */
export const isAffected = ({ fate }: Pick<RolloutPreviewItem, 'fate'>): boolean =>
  fate !== 'blocked' && fate !== 'unchanged'

export type VersionChange = { readonly from: string; readonly to: string; readonly count: number }

/** From which version to which, over all merchants that something is done to; the most frequent first. */
export function versionChanges({ items }: Pick<RolloutPreview, 'items'>): readonly VersionChange[] {
  const changes = new Map<string, VersionChange>()
  for (const { fromVersion, toVersion } of items.filter(isAffected)) {
    if (toVersion === null) continue
    const from = fromVersion ?? t('rolloutPlan.preview.notOnline')
    const key = JSON.stringify([fromVersion, toVersion])
    changes.set(key, { from, to: toVersion, count: (changes.get(key)?.count ?? 0) + 1 })
  }
  return [...changes.values()].sort((a, b) => b.count - a.count)
}

/** The merchants that another rollout is not done with: nothing starts as long as one of them is in the plan. */
export function inOtherRollouts({ items }: Pick<RolloutPreview, 'items'>): readonly string[] {
  return items.filter(({ cause }) => cause === blockCause('other_rollout')).map(({ appId }) => appId)
}

/** The items with one of these fates (none chosen asks nothing) in whose name or app id the words occur. */
export function shownItems(
  items: readonly RolloutPreviewItem[],
  fates: ReadonlySet<RolloutFate>,
  query: string
): readonly RolloutPreviewItem[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(
    ({ fate, name, appId }) =>
      (fates.size === 0 || fates.has(fate)) && words.every((word) => `${name}\n${appId}`.toLowerCase().includes(word))
  )
}

/** Ours: what was read longer ago may have changed on the platform. */
const staleAfterMs = 60 * 60_000

/** The merchants whose versions were not read within the last hour. */
export function staleAppIds({ items }: Pick<RolloutPreview, 'items'>, now: number): readonly string[] {
  return items.filter(({ readAt }) => readAt === null || now - readAt > staleAfterMs).map(({ appId }) => appId)
}

/** When the versions that were read longest ago were read; null where some never were, or there are none. */
export function oldestReading({ items }: Pick<RolloutPreview, 'items'>): number | null {
  return items.reduce<number | null>(
    (oldest, { readAt }, place) =>
      place === 0 ? readAt : oldest === null || readAt === null ? null : Math.min(oldest, readAt),
    null
  )
}
