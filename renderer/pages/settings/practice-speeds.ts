import { t } from '@/i18n'

/** A speed of the practice environment's audits, in words that need no arithmetic. */
export type PracticeSpeed = { readonly timeFactor: number; readonly text: string; readonly example: string }

const named: readonly PracticeSpeed[] = [
  { timeFactor: 1, text: t('settings.speeds.real'), example: t('settings.speeds.realExample') },
  { timeFactor: 60, text: t('settings.speeds.slow'), example: t('settings.speeds.slowExample') },
  { timeFactor: 720, text: t('settings.speeds.medium'), example: t('settings.speeds.mediumExample') },
  { timeFactor: 3600, text: t('settings.speeds.fast'), example: t('settings.speeds.fastExample') },
  { timeFactor: 86_400, text: t('settings.speeds.fastest'), example: t('settings.speeds.fastestExample') }
]

const daySeconds = 86_400

/** The choices, slowest first. A factor that was set by other means is added, so that the choice never lies. */
export function practiceSpeeds(timeFactor: number): readonly PracticeSpeed[] {
  if (named.some((speed) => speed.timeFactor === timeFactor)) return named
  const example = t('settings.speeds.ownExample', { n: Math.round(daySeconds / timeFactor) })
  const own = { timeFactor, text: t('settings.speeds.own'), example }
  return [...named, own].sort((a, b) => a.timeFactor - b.timeFactor)
}
