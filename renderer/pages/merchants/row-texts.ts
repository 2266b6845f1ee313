import { textPattern } from '@/composables/text-pattern'
import { t } from '@/i18n'

/** Stands for what is not known. */
export const unknownText = '—'

/** What every row of the list says, taken once: a key pressed in the search draws dozens of rows. */
export const rowTexts = {
  unnamed: t('merchants.row.unnamed'),
  appId: t('merchants.export.appId'),
  addNote: t('merchants.row.addNote'),
  editTags: t('merchants.row.editTags'),
  nothing: t('merchants.row.nothing'),
  takenDown: t('merchants.row.takenDown'),
  outdated: t('merchants.row.outdated'),
  submitted: t('merchants.row.submitted'),
  noBaseline: t('merchants.row.noBaseline'),
  refresh: t('merchants.row.refresh'),
  select: textPattern('merchants.row.select', ['name']),
  noteOf: textPattern('merchants.row.editNoteOf', ['name']),
  tagsOf: textPattern('merchants.row.editTagsOf', ['name']),
  refreshOf: textPattern('merchants.row.refreshOf', ['name']),
  guessedTemplate: textPattern('merchants.row.guessedTemplate', ['id']),
  newest: textPattern('merchants.row.newest', ['version'])
} as const
