import type { Rollout } from '@shared/domain/rollout'
import type { RolloutAction } from '@shared/rules/rollout-actions'
import { confirmed } from '@/components/common/confirmed'
import { t } from '@/i18n'
import { waveName } from './run-sentence'

/** Asks before what can not be taken back, or reaches every user; answers whether to go on. */
export function mayDo(action: RolloutAction, rollout: Rollout): Promise<boolean> {
  switch (action) {
    case 'stop':
      return confirmed(t('rolloutRun.question.stop'), stopText(rollout), t('rolloutRun.question.stopButton'))
    case 'releaseTogether':
      return confirmed(
        t('rolloutRun.question.release', { n: rollout.counts.approved }),
        releaseText(rollout),
        t('rolloutRun.question.releaseButton')
      )
    case 'openWave':
      return rollout.state === 'running'
        ? confirmed(t('rolloutRun.question.openWave'), waveText(rollout), t('rolloutRun.question.openWaveButton'))
        : yes
    case 'pause':
    case 'resume':
    case 'retry':
      return yes
  }
}

const yes = Promise.resolve(true)

function stopText({ plan: { title }, counts }: Rollout): string {
  const left = t('rolloutRun.question.stopText', { title, n: counts.waiting })
  const reviews = counts.reviewing + counts.approved
  return reviews === 0
    ? left
    : t('rollouts.twoSentences', { first: left, second: t('rolloutRun.question.stopReviews', { n: reviews }) })
}

function releaseText({ plan: { work, title }, counts }: Rollout): string {
  const whom = { title, n: counts.approved }
  if (work.kind !== 'ship') return t('rolloutRun.question.releaseText', whom)
  return t('rolloutRun.question.releaseVersion', { ...whom, version: work.version })
}

function waveText(rollout: Rollout): string {
  const { wave, waves } = rollout
  const total = waves[wave + 1]?.total ?? 0
  return t('rolloutRun.question.openWaveText', {
    n: total,
    wave: waveName(rollout, wave),
    next: waveName(rollout, wave + 1)
  })
}

/** One can be taken back with a retry at once; many are worth a question. */
export function maySkip(count: number): Promise<boolean> {
  if (count <= 1) return yes
  return confirmed(
    t('rolloutRun.question.skip', { n: count }),
    t('rolloutRun.question.skipText'),
    t('rolloutRun.question.skipButton')
  )
}
