import { t } from '@/i18n'

/** A wait in words: `8 秒`, `9 分 12 秒`. Rounded up, so that it never says 0. */
export function waitText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return t('versions.operations.seconds', { seconds })
  if (rest === 0) return t('versions.operations.minutes', { minutes })
  return t('versions.operations.minutesSeconds', { minutes, seconds: rest })
}
