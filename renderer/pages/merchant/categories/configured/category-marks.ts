import type { CategoryFacts } from '@shared/domain/category'
import type { StateLook } from '@/components/common/words'

/** Whether a configured category is online; null where the platform does not tell. */
export function onlineMark({ online }: CategoryFacts, id: string): StateLook | null {
  if (online === null) return null
  return online.some((each) => each.id === id)
    ? { kind: 'success', text: '线上', icon: 'done' }
    : { kind: 'neutral', text: '未发布', icon: 'nothing' }
}

/** What a category is as the main one (主营类目); null where it is nothing of the kind. */
export function mainMark({ main }: CategoryFacts, id: string): StateLook | null {
  if (main?.current?.id === id) return { kind: 'info', text: '主营', icon: 'note' }
  if (main?.preset?.id === id) return { kind: 'warning', text: '主营，发布后生效', icon: 'waiting' }
  if (main?.rejected?.id === id) return { kind: 'danger', text: '主营未通过', icon: 'failed' }
  return null
}
