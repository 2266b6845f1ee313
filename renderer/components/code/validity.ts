import type { TrialCode } from '@shared/domain/code'
import { t } from '@/i18n'

const minuteMs = 60_000

/** How long a trial code can still be used, in words. */
export function validityText({ expiresAt }: Pick<TrialCode, 'expiresAt'>, now: number): string {
  if (expiresAt === null) return t('codes.validity.unknown')
  const leftMs = expiresAt - now
  if (leftMs <= 0) return t('codes.validity.over')
  if (leftMs < minuteMs) return t('codes.validity.seconds', { n: Math.ceil(leftMs / 1000) })
  const minutes = Math.floor(leftMs / minuteMs)
  if (minutes < 60) return t('codes.validity.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t('codes.validity.hours', { n: hours })
  return t('codes.validity.days', { n: Math.floor(hours / 24) })
}
