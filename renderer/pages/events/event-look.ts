import type { PlatformEvent, PlatformEventKind } from '@shared/domain/platform-event'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'

/** How a state of an event is drawn: colour, icon and word. */
export type EventLook = { readonly kind: Tone; readonly text: string; readonly icon: StateIcon }

/** What a message is about, in a word. */
export const kindNames: Readonly<Record<PlatformEventKind, string>> = {
  ticket: '票据',
  authorized: '授权',
  unauthorized: '授权',
  code_retrieved: '找回授权码',
  audit: '审核',
  profile: '资料',
  category: '类目',
  capability: '能力',
  settlement: '入驻',
  other: '其他'
}

const tones: Readonly<Record<PlatformEvent['tone'], Omit<EventLook, 'text'>>> = {
  good: { kind: 'success', icon: 'done' },
  bad: { kind: 'danger', icon: 'failed' },
  neutral: { kind: 'neutral', icon: 'note' }
}

const handlings: Readonly<Record<PlatformEvent['handling'], EventLook | null>> = {
  nothing: null,
  waiting: { kind: 'info', text: '处理中', icon: 'waiting' },
  done: { kind: 'neutral', text: '已处理', icon: 'done' },
  failed: { kind: 'danger', text: '处理失败', icon: 'failed' }
}

/** Whether it is good news, by colour and icon, with the kind's name as the word. */
export function toneLook({ tone, kind }: Pick<PlatformEvent, 'tone' | 'kind'>): EventLook {
  return { ...tones[tone], text: kindNames[kind] }
}

/** What this application did about the event; null where there is nothing to do. */
export function handlingLook({ handling }: Pick<PlatformEvent, 'handling'>): EventLook | null {
  return handlings[handling]
}
