import type { CallDescriptions } from './description'

/** What the operator marks merchants with, and the views of their list. */
export const listDescriptions = {
  'merchants.setTags': ({ accountId, appId, tags }, store) => {
    const before = store.merchants.row({ accountId, appId })?.tags ?? []
    return (value) => value && { action: 'tags_change', before: { tags: before }, after: { tags } }
  },
  'merchants.changeTags':
    ({ appIds, add, remove }) =>
    (value) =>
      value && value.changed > 0
        ? {
            action: 'tags_change',
            after: {
              ...(add.length === 0 ? {} : { tagsAdded: add }),
              ...(remove.length === 0 ? {} : { tagsRemoved: remove }),
              merchants: appIds
            }
          }
        : null,
  'merchants.setNote': ({ accountId, appId, note }, store) => {
    const before = store.merchants.row({ accountId, appId })?.note ?? ''
    return (value) => value && { action: 'notes_change', before: { note: before }, after: { note } }
  },
  'merchants.changeNotes':
    ({ appIds, note }) =>
    (value) =>
      value && value.changed > 0 ? { action: 'notes_change', after: { note, merchants: appIds } } : null,
  'views.list': 'reading',
  'views.save':
    ({ name }) =>
    (value) =>
      value && { action: 'view_save', after: { view: name } },
  'views.remove':
    ({ id }) =>
    (value) =>
      value && { action: 'view_remove', before: { view: id } },
  // How the list looks, nothing more.
  'views.move': 'reading',
  'views.setColumns': 'reading'
} satisfies CallDescriptions
