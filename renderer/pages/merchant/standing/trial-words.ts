import type { TrialInformation } from '@shared/domain/standing'
import { t } from '@/i18n'

const limitNames = [
  ['capabilities', t('standing.trial.limitedCapabilities')],
  ['payment', t('standing.trial.limitedPayment')],
  ['traffic', t('standing.trial.limitedTraffic')]
] as const satisfies readonly (readonly [keyof TrialInformation['limits'], string])[]

/** What is limited while the trial operation lasts, in plain words. */
export function limitTexts(limits: TrialInformation['limits']): readonly string[] {
  return limitNames.filter(([name]) => limits[name]).map(([, text]) => text)
}

/** The score against the one that is needed to pass. */
export function scoreText({ score, passScore }: TrialInformation): string {
  if (score === null) {
    return passScore === null ? t('standing.trial.noScore') : t('standing.trial.noScorePass', { pass: passScore })
  }
  if (passScore === null) return t('standing.trial.score', { score })
  return score < passScore
    ? t('standing.trial.scoreLacking', { score, pass: passScore, lacking: passScore - score })
    : t('standing.trial.scorePass', { score, pass: passScore })
}
