import type { Rollout, RolloutItem } from '@shared/domain/rollout'
import { ref } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { csvFile, xlsxFile } from '@/components/table/table-files'
import { chinaTime } from '@/composables/china-time'
import { saveFile } from '@/composables/save-file'
import { t } from '@/i18n'
import { fileTitle, rolloutTable } from './rollout-table'

/** `journal`: all that support asks for, as JSON. */
export type ExportFormat = 'xlsx' | 'csv' | 'journal'

/** Hands a rollout to the operator as a file, one at a time; a failure is shown in the corner. */
export function useRolloutExport(rollout: () => Rollout, items: () => readonly RolloutItem[]) {
  const writing = ref(false)

  async function saveTable(format: 'xlsx' | 'csv'): Promise<void> {
    const cells = rolloutTable(rollout(), items())
    const name = `${fileTitle(rollout())} ${chinaTime(Date.now()).slice(0, 10)}.${format}`
    saveFile(format === 'csv' ? await csvFile(cells) : await xlsxFile(cells, t('rollouts.export.sheet')), name)
  }

  async function saveJournal(): Promise<void> {
    const { accountId, id } = rollout()
    const answer = await call('rollouts.journal', { accountId, rolloutId: id })
    if (answer.ok) saveFile(new Blob([answer.value.json], { type: 'application/json' }), answer.value.name)
    else showNotice(answer.error)
  }

  async function save(format: ExportFormat): Promise<void> {
    if (writing.value) return
    writing.value = true
    try {
      await (format === 'journal' ? saveJournal() : saveTable(format))
    } finally {
      writing.value = false
    }
  }

  return { writing, save }
}
