import type { BaselineMode, BaselinePreview, DomainBaseline } from '@shared/domain/domains'
import type { DeskError } from '@shared/errors'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { countPreviews, previewState } from './preview-sum'

/** From so many merchants on their number is typed before a baseline is applied to them. */
const typedFrom = 21

/** Applying a baseline: what it would do to the chosen merchants in one of the two modes, then the start of the batch. */
export function useApplying({ accountId, id }: DomainBaseline) {
  const mode = ref<BaselineMode>('add')
  const previews = shallowRef<readonly BaselinePreview[] | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const starting = ref(false)
  const typed = ref('')
  let chosen: readonly string[] = []
  let asked = 0
  onScopeDispose(() => (asked += 1))

  const appIds = computed(() =>
    (previews.value ?? []).filter((each) => previewState(each) !== 'blocked').map(({ appId }) => appId)
  )
  const mustType = computed(() => appIds.value.length >= typedFrom)
  const reason = computed(() => {
    if (previews.value === null) return '正在比较'
    if (appIds.value.length === 0) return '没有能套用的商家'
    const { change, unread } = countPreviews(previews.value)
    if (change + unread === 0) return '都已一致，没有要改的'
    return mustType.value && typed.value.trim() !== String(appIds.value.length) ? '请先输入商家数量' : null
  })

  /** Compares anew; an answer for another mode or another choice is dropped. */
  async function preview(): Promise<void> {
    const here = ++asked
    previews.value = error.value = null
    typed.value = ''
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

  /** Starts the batch; answers its id, or null where it was not started. */
  async function start(): Promise<string | null> {
    if (starting.value || reason.value !== null) return null
    starting.value = true
    const order = { kind: 'domains', baselineId: id, mode: mode.value, appIds: appIds.value } as const
    const answer = await call('batches.start', { accountId, order: { ...order, appIds: [...order.appIds] } })
    starting.value = false
    error.value = answer.ok ? null : answer.error
    return answer.ok ? answer.value.batch.id : null
  }

  return { mode, previews, error, starting, typed, appIds, mustType, reason, choose, setMode, preview, start }
}
