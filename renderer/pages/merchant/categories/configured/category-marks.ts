import type { CategoryFacts } from '@shared/domain/category'
import type { StateLook } from '@/components/common/words'
import { t } from '@/i18n'

/** Whether a configured category is online; null where the platform does not tell. */
export function onlineMark({ online }: CategoryFacts, id: string): StateLook | null {
  if (online === null) return null
  return online.some((each) => each.id === id)
    ? { kind: 'success', text: t('categories.mark.online'), icon: 'done' }
    : { kind: 'neutral', text: t('categories.mark.notPublished'), icon: 'nothing' }
}

/** What a category is as the main one (主营类目); null where it is nothing of the kind. */
export function mainMark({ main }: CategoryFacts, id: string): StateLook | null {
  if (main?.current?.id === id) return { kind: 'info', text: t('categories.mark.main'), icon: 'note' }
  if (main?.preset?.id === id) return { kind: 'warning', text: t('categories.mark.mainNext'), icon: 'waiting' }
  if (main?.rejected?.id === id) return { kind: 'danger', text: t('categories.mark.mainRejected'), icon: 'failed' }
  return null
}
