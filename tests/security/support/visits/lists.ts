import type { ViewContent } from '@shared/domain/lists'
import { emptyFilter } from '@shared/domain/lists'
import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

const content: ViewContent = {
  filter: { ...emptyFilter, query: '面馆', needsCare: true },
  sort: { column: 'readAt', direction: 'ascending' },
  columns: [{ name: 'name', widthPx: 220 }]
}

/** `views.…`, and the notes and tags of many: views are kept, refused, moved and removed; merchants are marked. */
export async function visitLists(hunt: Hunt): Promise<void> {
  const { accountId, ask, value } = hunt
  const appId = merchantThat(hunt, isIdle)
  const first = await value('views.save', { accountId, id: null, name: '要看的', content })
  await value('views.save', { accountId, id: null, name: '其他', content })
  await ask('views.save', { accountId, id: null, name: '其他', content })
  await value('views.move', { accountId, id: first.id, to: 1 })
  await value('views.setColumns', { accountId, columns: content.columns })
  await value('views.list', { accountId })
  await value('views.remove', { accountId, id: first.id })
  await value('merchants.setNote', { accountId, appId, note: '联系人：王姐' })
  await value('merchants.changeNotes', { accountId, appIds: [appId], note: '周五回访', mode: 'append' })
  await value('merchants.changeTags', { accountId, appIds: [appId], add: ['回访'], remove: [] })
}
