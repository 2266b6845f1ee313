import { rolloutSteps, type RolloutItem, type RolloutStep } from '@shared/domain/rollout'
import { rolloutStepNames } from '@shared/rules/rollout-names'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'
import { commas } from '../list/rollout-counts'

/** At which steps merchants are at present, in words: `检查 3，上传 10，审核 12`; empty where nothing is on its way. */
export function stepsText(items: readonly RolloutItem[]): string {
  const counts = new Map<RolloutStep, number>()
  for (const { step } of items.filter(isOnItsWay)) counts.set(step, (counts.get(step) ?? 0) + 1)
  return commas(
    rolloutSteps.flatMap((step) => {
      const count = counts.get(step)
      return count === undefined ? [] : t('rolloutRun.progress.stepCount', { step: rolloutStepNames[step], count })
    })
  )
}

/** Those that wait for their turn at all are on no way yet, and those that are held for the release train on none either. */
const isOnItsWay = ({ state, step }: RolloutItem): boolean =>
  state === 'running' || state === 'reviewing' || state === 'unknown' || (state === 'waiting' && step !== 'preflight')

/** `甲、乙、丙 等 12 个`: some of them by name. */
export function namesText(items: readonly RolloutItem[], most = 3): string {
  const names = listed(items.slice(0, most).map(({ name }) => name))
  return items.length > most ? t('rolloutRun.progress.namesMore', { names, n: items.length }) : names
}
