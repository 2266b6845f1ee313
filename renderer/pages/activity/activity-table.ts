import type { ActivityEntry } from '@shared/domain/activity'
import { chinaTime } from '@/composables/china-time'
import { t } from '@/i18n'
import { actionName, actorText, changeLine, entryLook } from './activity-words'

type Column = { readonly head: string; readonly text: (entry: ActivityEntry) => string }

const columns: readonly Column[] = [
  { head: t('activity.table.sequence'), text: ({ sequence }) => String(sequence) },
  { head: t('activity.table.time'), text: ({ at }) => chinaTime(at) },
  { head: t('activity.head.actor'), text: actorText },
  { head: t('activity.table.origin'), text: ({ origin }) => t(`activity.origin.${origin}`) },
  {
    head: t('activity.drawer.account'),
    text: ({ content, accountId }) => content?.accountName ?? accountId ?? ''
  },
  { head: t('activity.head.merchant'), text: ({ content }) => content?.merchantName ?? '' },
  { head: t('activity.table.appId'), text: ({ content }) => content?.appId ?? '' },
  { head: t('activity.head.action'), text: ({ action }) => actionName(action) },
  { head: t('activity.head.detail'), text: changeLine },
  { head: t('activity.head.outcome'), text: (entry) => entryLook(entry).text },
  { head: t('activity.drawer.reason'), text: ({ content }) => content?.reason ?? '' },
  { head: t('activity.drawer.platformCode'), text: ({ content }) => content?.platformCode ?? '' },
  { head: t('activity.drawer.platformMessage'), text: ({ content }) => content?.platformMessage ?? '' },
  { head: t('activity.drawer.logId'), text: ({ content }) => content?.logId ?? '' },
  { head: t('activity.table.rollout'), text: ({ content }) => content?.links.rollout ?? '' },
  { head: t('activity.table.hash'), text: ({ hash }) => hash }
]

/** Entries as a table with a head, in the order in which they are given. */
export function activityTable(entries: readonly ActivityEntry[]): readonly (readonly string[])[] {
  return [columns.map(({ head }) => head), ...entries.map((entry) => columns.map(({ text }) => text(entry)))]
}

/** What platform support asks for, as lines of plain text. */
export function entrySupportText(entry: ActivityEntry): string {
  const { content } = entry
  const line = (key: Parameters<typeof t>[0], text: string | null | undefined) => (text ? [t(key, { text })] : [])
  return [
    ...line('activity.drawer.support.action', actionName(entry.action)),
    ...line('activity.drawer.support.outcome', entryLook(entry).text),
    ...line('activity.drawer.support.time', chinaTime(entry.at)),
    ...line('activity.drawer.support.account', content?.accountName),
    ...(content?.appId
      ? [
          t('activity.drawer.support.merchant', {
            name: content.merchantName ?? content.appId,
            appId: content.appId
          })
        ]
      : []),
    ...line('activity.drawer.support.reason', content?.reason),
    ...line('activity.drawer.support.platformCode', content?.platformCode),
    ...line('activity.drawer.support.platformMessage', content?.platformMessage),
    ...line('activity.drawer.support.logId', content?.logId)
  ].join('\n')
}
