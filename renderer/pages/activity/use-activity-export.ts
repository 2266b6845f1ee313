import type { ActivityEntry, ActivityFilter } from '@shared/domain/activity'
import { ElMessage } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'
import { ref } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { csvFile, xlsxFile } from '@/components/table/table-files'
import { chinaTime } from '@/composables/china-time'
import { saveFile } from '@/composables/save-file'
import { t } from '@/i18n'
import type { filterOf } from './activity-filter'
import { activityLines } from './activity-lines'
import { activityTable } from './activity-table'

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

const pageSize = 500
const noHash = '0'.repeat(64)

/** Hands all entries that fit to the operator as a file, one file at a time, and writes down that it was done. */
export function useActivityExport(filter: () => ReturnType<typeof filterOf>, onDone: () => void) {
  const writing = ref(false)

  async function all(asked: ReturnType<typeof filterOf>): Promise<readonly ActivityEntry[] | null> {
    const entries: ActivityEntry[] = []
    let cursor: string | null = null
    do {
      const answer: Awaited<ReturnType<typeof page>> = await page(asked, cursor)
      if (!answer.ok) {
        showNotice(answer.error)
        return null
      }
      entries.push(...answer.value.entries)
      cursor = answer.value.next
    } while (cursor !== null)
    return entries
  }

  async function save(format: ExportFormat): Promise<void> {
    if (writing.value) return
    writing.value = true
    try {
      const asked = filter()
      const entries = await all(asked)
      if (entries === null || !(await noted(asked, format, entries))) return
      saveFile(await fileOf(format, entries), fileName(format))
      ElMessage.success(t('activity.export.done', { n: entries.length }))
      onDone()
    } finally {
      writing.value = false
    }
  }

  return { writing, save }
}

const page = (filter: ReturnType<typeof filterOf>, cursor: string | null) =>
  call('activity.page', { filter, cursor, limit: pageSize })

/** A file that is nowhere written down is not handed out. */
async function noted(
  { accountId }: Pick<ActivityFilter, 'accountId'>,
  format: ExportFormat,
  entries: readonly ActivityEntry[]
): Promise<boolean> {
  const lastHash = entries[0]?.hash ?? noHash
  const answer = await call('activity.noteExport', { accountId, format, entries: entries.length, lastHash })
  if (!answer.ok) showNotice(answer.error)
  return answer.ok
}

function fileOf(format: ExportFormat, entries: readonly ActivityEntry[]): Promise<Blob> | Blob {
  switch (format) {
    case 'csv':
      return csvFile(activityTable(entries))
    case 'xlsx':
      return xlsxFile(activityTable(entries), t('activity.export.sheet'))
    case 'jsonl':
      return new Blob([activityLines(entries)], { type: 'application/x-ndjson' })
  }
}

function fileName(format: ExportFormat): string {
  return `${t('activity.export.fileName', { day: chinaTime(Date.now()).slice(0, 10) })}.${format}`
}
