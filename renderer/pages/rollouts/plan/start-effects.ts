import type { RolloutPlan, RolloutPreview, SetupWork } from '@shared/domain/rollout'
import { t } from '@/i18n'
import { fieldsOf } from './plan-form'
import { gateText, startText, stopText, wavesText, waveText } from './plan-words'
import { sumText } from './preview-sum'
import { isSetupWork } from '@shared/rules/rollout-work'

/** From so many merchants on their number is typed before a rollout starts. */
export const typedFrom = 50

/** What the operator is told before a rollout starts, besides the versions. */
export function startEffects(plan: RolloutPlan, preview: RolloutPreview): readonly string[] {
  const fields = fieldsOf(plan, 0)
  const { blocked, unchanged } = preview.fates
  return [
    sentence(sumText(preview)),
    ...(blocked > 0 ? [t('rolloutPlan.effect.blocked', { n: blocked })] : []),
    ...(unchanged > 0 ? [t('rolloutPlan.effect.unchanged')] : []),
    preview.waves.length > 1
      ? t('rolloutPlan.effect.waves', {
          count: preview.waves.length,
          waves: wavesText(preview.waves),
          gate: gateText(fields)
        })
      : sentence(waveText(fields)),
    sentence(stopText(fields)),
    sentence(startText(fields)),
    ...workEffects(plan)
  ]
}

const sentence = (text: string): string => t('rollouts.sentence', { text })

function workEffects({ work }: RolloutPlan): readonly string[] {
  if (isSetupWork(work)) return setupEffects(work)
  if (work.kind === 'rollback') return [t('rolloutPlan.effect.rollback')]
  if (work.kind === 'withdraw') return [t('rolloutPlan.effect.withdraw')]
  if (!('until' in work) || work.until !== 'release')
    return work.kind === 'release' ? [t('rolloutPlan.effect.release')] : []
  return [t(work.release === 'together' ? 'rolloutPlan.effect.together' : 'rolloutPlan.effect.releaseAtOnce')]
}

function setupEffects(work: SetupWork): readonly string[] {
  switch (work.kind) {
    case 'domains': {
      const assigned = t('rolloutPlan.effect.baselineAssigned', { name: work.baseline.name })
      const deleted = t('rolloutPlan.effect.domainsDeleted')
      return work.mode === 'exact' ? [deleted, assigned] : [assigned]
    }
    case 'capability':
      return [t('rolloutPlan.effect.capability')]
    case 'introduction':
    case 'icon':
      return [t('rolloutPlan.effect.profile')]
  }
}
