import { rolloutSteps, type RolloutItem, type RolloutStep } from '@shared/domain/rollout'
import { rolloutStepNames } from '@shared/rules/rollout-names'

/** At which steps merchants are at present, in words: `检查 3，上传 10，审核 12`; empty where nothing is on its way. */
export function stepsText(items: readonly RolloutItem[]): string {
  const counts = new Map<RolloutStep, number>()
  for (const { step } of items.filter(isOnItsWay)) counts.set(step, (counts.get(step) ?? 0) + 1)
  return rolloutSteps
    .flatMap((step) => (counts.has(step) ? `${rolloutStepNames[step]} ${counts.get(step)}` : []))
    .join('，')
}

/** Those that wait for their turn at all are on no way yet, and those that are held for the release train on none either. */
const isOnItsWay = ({ state, step }: RolloutItem): boolean =>
  state === 'running' || state === 'reviewing' || state === 'unknown' || (state === 'waiting' && step !== 'preflight')

/** `甲、乙、丙 等 12 个`: some of them by name. */
export function namesText(items: readonly RolloutItem[], most = 3): string {
  const names = items.slice(0, most).map(({ name }) => name)
  const rest = items.length > most ? ` 等 ${items.length} 个` : ''
  return `${names.join('、')}${rest}`
}
