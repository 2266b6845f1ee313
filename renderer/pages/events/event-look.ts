import type { PlatformEvent, PlatformEventKind } from '@shared/domain/platform-event'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'

/** How a state of an event is drawn: colour, icon and word. */
export type EventLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

/** What a message is about, in a word. */
export const kindNames: Readonly<Record<PlatformEventKind, string>> = {
  ticket: t('events.kind.ticket'),
  authorized: t('events.kind.authorized'),
  unauthorized: t('events.kind.unauthorized'),
  code_retrieved: t('events.kind.codeRetrieved'),
  audit: t('events.kind.audit'),
  profile: t('events.kind.profile'),
  category: t('events.kind.category'),
  capability: t('events.kind.capability'),
  settlement: t('events.kind.settlement'),
  other: t('events.kind.other')
}

const tones: Readonly<Record<PlatformEvent['tone'], Omit<EventLook, 'text'>>> = {
  good: { kind: 'success', icon: 'done' },
  bad: { kind: 'danger', icon: 'failed' },
  neutral: { kind: 'neutral', icon: 'note' }
}

const handlings: Readonly<Record<PlatformEvent['handling'], EventLook | null>> = {
  nothing: null,
  waiting: { kind: 'info', text: t('events.handling.waiting'), icon: 'waiting' },
  done: { kind: 'neutral', text: t('events.handling.done'), icon: 'done' },
  failed: { kind: 'danger', text: t('events.handling.failed'), icon: 'failed' }
}

/** Whether it is good news, by colour and icon, with the kind's name as the word. */
export function toneLook({ tone, kind }: Pick<PlatformEvent, 'tone' | 'kind'>): EventLook {
  return { ...tones[tone], text: kindNames[kind] }
}

/** What this application did about the event; null where there is nothing to do. */
export function handlingLook({ handling }: Pick<PlatformEvent, 'handling'>): EventLook | null {
  return handlings[handling]
}
