import { createHash } from 'node:crypto'
import type { Store } from '../../../store/repositories'
import type { Act } from '../activity-journal'
import type { CallDescriptions } from './description'

/** The template library and the ext.json of the merchants. Values of variables may be anybody's secret: only names are kept. */
export const templateDescriptions = {
  'templates.library': 'reading',
  'templates.add':
    ({ draftId }) =>
    (value): Act => {
      const draft = value?.templateApps.find((each) => each.draft?.draftId === draftId)?.draft
      const words = draft ? { version: draft.version, description: draft.description } : {}
      return { action: 'template_add', after: { draft: draftId, ...words } }
    },
  'templates.usage': 'reading',
  'templates.delete':
    ({ templateId, acknowledged }) =>
    (): Act => ({
      action: 'template_delete',
      before: { template: templateId, ...(acknowledged.length === 0 ? {} : { merchants: acknowledged }) }
    }),
  'ext.studio': 'reading',
  'ext.saveVariables': ({ accountId, variables }, store) => {
    const before = store.extVariables.studio(accountId).variables.map(({ name }) => name)
    const after = variables.map(({ name }) => name)
    return (value) => value && { action: 'ext_variables', before: { variables: before }, after: { variables: after } }
  },
  'ext.saveDefault': ({ accountId, templateId, text }, store) => {
    const before = defaultText(store, accountId, templateId)
    return (value) =>
      value && {
        action: 'ext_default',
        before: { template: templateId, extJson: digest(before) },
        after: { template: templateId, extJson: digest(text) }
      }
  },
  'ext.values': 'reading',
  'ext.saveValues':
    ({ merchants }) =>
    (value) =>
      value && {
        action: 'ext_values',
        after: {
          variables: [...new Set(merchants.flatMap(({ values }) => Object.keys(values)))].toSorted(),
          merchants: merchants.map(({ appId }) => appId)
        }
      },
  'ext.preview': 'reading'
} satisfies CallDescriptions

function defaultText(store: Store, accountId: string, templateId: string): string | null {
  return store.extVariables.studio(accountId).defaults.find((each) => each.templateId === templateId)?.text ?? null
}

/** Tells two texts apart without keeping them; empty for none. */
function digest(text: string | null): string {
  return text === null ? '' : `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}
