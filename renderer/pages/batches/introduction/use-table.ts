import { ref, shallowRef } from 'vue'
import { t } from '@/i18n'
import { readTable, readText, type TableReading } from '../spreadsheet/read-table'
import { tableLines, type TableLine } from './table-lines'

/** The operator's table: the newest file or pasted text that was given; an older one still being read is dropped. */
export function useTable() {
  const lines = shallowRef<readonly TableLine[]>([])
  /** Where the lines come from, to be shown. */
  const source = ref<string | null>(null)
  const problem = ref<string | null>(null)
  const reading = ref(false)
  let takes = 0

  async function take(from: string, answer: () => Promise<TableReading>): Promise<void> {
    const here = ++takes
    clearShown()
    reading.value = true
    const read = await answer()
    if (here !== takes) return
    reading.value = false
    const found = read.kind === 'table' ? tableLines(read.rows) : read
    if (found.kind === 'problem') {
      problem.value = t('batches.table.problem', { source: from, problem: found.text })
      return
    }
    lines.value = found.lines
    source.value = from
  }

  function clearShown(): void {
    lines.value = []
    source.value = problem.value = null
  }

  function clear(): void {
    takes += 1
    reading.value = false
    clearShown()
  }

  return {
    lines,
    source,
    problem,
    reading,
    takeFile: (file: File) => take(file.name, () => readTable(file)),
    takeText: (text: string) => take(t('batches.table.pasted'), () => readText(text)),
    clear
  }
}
