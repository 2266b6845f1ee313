import type { BaselineMode, BaselinePreview, DomainBaseline } from '@shared/domain/domains'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { t } from '@/i18n'
import { countPreviews, previewState } from './preview-sum'

/** Applying a baseline: what it would do to the chosen merchants in one of the two modes. */
export function useApplying({ accountId, id }: DomainBaseline) {
  const mode = ref<BaselineMode>('add')
  const previews = shallowRef<readonly BaselinePreview[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let chosen: readonly string[] = []
  let asked = 0
  onScopeDispose(() => (asked += 1))

  const appIds = computed(() =>
    (previews.value ?? []).filter((each) => previewState(each) !== 'blocked').map(({ appId }) => appId)
  )
  const reason = computed(() => {
    if (previews.value === null) return t('domains.baselines.applyDialog.comparing')
    if (appIds.value.length === 0) return t('domains.baselines.applyDialog.nobody')
    const { change, unread } = countPreviews(previews.value)
    return change + unread === 0 ? t('domains.baselines.applyDialog.allSame') : null
  })

  /** Compares anew; an answer for another mode or another choice is dropped. */
  async function preview(): Promise<void> {
    const here = ++asked
    previews.value = error.value = null
    const answer = await call('baselines.preview', { accountId, id, mode: mode.value, appIds: [...chosen] })
    if (here !== asked) return
    if (answer.ok) previews.value = answer.value
    else error.value = answer.error
  }

  function choose(ids: readonly string[]): Promise<void> {
    chosen = ids
    return preview()
  }

  function setMode(value: BaselineMode): Promise<void> {
    mode.value = value
    return preview()
  }

  return { mode, previews, error, appIds, reason, choose, setMode, preview }
}
