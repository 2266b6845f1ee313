import type { MerchantRow } from '@shared/domain/merchant'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { showNotice } from '@/components/frame/notices'
import { fileWords, saveFile } from '@/composables/save-file'
import { t } from '@/i18n'
import { periodName, type Period } from './period'
import { reportModel } from './report-model'

export type BulkProgress = { readonly done: number; readonly total: number }

/** Makes the reports of many merchants, one PDF each, and hands them over in one zip; one such work at a time. */
export function useBulkReports() {
  const progress = shallowRef<BulkProgress | null>(null)
  const saved = ref<number | null>(null)
  let stopped = false
  onScopeDispose(() => (stopped = true))

  async function run(rows: readonly MerchantRow[], period: Period): Promise<void> {
    if (progress.value !== null) return
    stopped = false
    saved.value = null
    progress.value = { done: 0, total: rows.length }
    try {
      await make(rows, period)
    } finally {
      progress.value = null
    }
  }

  /** A merchant whose report can not be made ends it all: half a parcel would go out as a whole one. */
  async function make(rows: readonly MerchantRow[], period: Period): Promise<void> {
    const [{ Zip, ZipPassThrough }, { reportPdf }] = await Promise.all([import('fflate'), import('./report-pdf')])
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const failures: Error[] = []
    const zip = new Zip((error, piece) => {
      if (error) failures.push(error)
      else pieces.push(new Uint8Array(piece))
    })
    for (const [place, { accountId, appId, name }] of rows.entries()) {
      const answer = await call('activity.report', { accountId, appId, from: period.from, to: period.to })
      if (stopped) return
      if (!answer.ok) return showNotice(answer.error)
      const words = { name: `${fileWords(name) || appId} ${appId}`, period: periodName(period) }
      const entry = new ZipPassThrough(`${t('activity.report.fileName', words)}.pdf`)
      zip.add(entry)
      entry.push(new Uint8Array(await (await reportPdf(reportModel(answer.value))).arrayBuffer()), true)
      if (stopped) return
      progress.value = { done: place + 1, total: rows.length }
    }
    zip.end()
    const [failure] = failures
    if (failure) throw failure
    const zipName = `${t('activity.report.zipName', { period: periodName(period) })}.zip`
    saveFile(new Blob(pieces, { type: 'application/zip' }), zipName)
    saved.value = rows.length
  }

  return { progress, saved, run, stop: () => (stopped = true) }
}
