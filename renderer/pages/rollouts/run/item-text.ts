import type { RolloutItem } from '@shared/domain/rollout'
import { relativeTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { isStuck } from './audit-wait'

/** Why a merchant is where it is: short for its row, and in full for the hover. */
export type ItemText = { readonly text: string; readonly hint: string; readonly isBad: boolean }

/** `causeTitle`: of the group that it belongs to, where its own error says nothing. `isOpen`: whether its wave is. */
export type ItemTextFacts = { readonly causeTitle: string | null; readonly isOpen: boolean; readonly now: number }

/** Null where there is nothing to say. */
export function itemText(item: RolloutItem, facts: ItemTextFacts): ItemText | null {
  if (item.state === 'waiting' || item.state === 'running') return comingText(item, facts)
  if (item.state === 'reviewing') return reviewText(item, facts.now)
  return troubleText(item, facts.causeTitle)
}

function troubleText({ error, state }: RolloutItem, causeTitle: string | null): ItemText | null {
  const isBad = state !== 'unchanged' && state !== 'skipped'
  if (error === null) return causeTitle === null ? null : { text: causeTitle, hint: causeTitle, isBad }
  const { message, reason, nextStep, platformCode } = error
  const text = [reason ?? message, platformCode].filter(Boolean).join(' · ')
  return { text, hint: [message, reason, nextStep].filter(Boolean).join('\n'), isBad }
}

/** One that waits after a failure says when it tries again. */
function comingText(item: RolloutItem, { isOpen, now }: ItemTextFacts): ItemText | null {
  const { error, notBefore, attempts } = item
  const again =
    notBefore !== null && notBefore > now ? t('rolloutRun.item.again', { time: relativeTime(notBefore, now) }) : null
  const trouble = error === null ? null : troubleText(item, null)
  if (trouble !== null) {
    const when = again ?? t('rolloutRun.item.attempt', { number: attempts + 1 })
    return { text: t('rolloutRun.item.trouble', { when, text: trouble.text }), hint: trouble.hint, isBad: false }
  }
  const text = again ?? (isOpen ? null : t('rolloutRun.item.waveClosed'))
  return text === null ? null : { text, hint: text, isBad: false }
}

function reviewText(item: RolloutItem, now: number): ItemText | null {
  if (item.reviewSince === null) return null
  const stuck = isStuck(item, now)
  const time = relativeTime(item.reviewSince, now)
  const since = t('rolloutRun.item.submitted', { time })
  if (!stuck) return { text: t('rolloutRun.item.submittedShort', { time }), hint: since, isBad: false }
  const text = t('rolloutRun.item.stuck', { since })
  return { text, hint: `${text}\n${t('rolloutRun.item.stuckAdvice')}`, isBad: true }
}
