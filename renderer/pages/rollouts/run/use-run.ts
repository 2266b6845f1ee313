import type { RolloutDetail } from '@shared/contract'
import type { CallResult, DeskError } from '@shared/errors'
import type { RolloutAction } from '@shared/rules/rollout-actions'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { afterPaint } from '@/composables/scheduling'
import { useRolloutsStore } from '@/stores/rollouts'
import { agrees, answered, laidOver, type RolloutProgress } from './laid-over'

/** What is asked of the rollout as a whole. */
export type RunAction = Exclude<RolloutAction, 'retry'>

/** The merchants that the operator wants something done to; `by` names the button, so that it alone shows the waiting. */
export type SomeItems = { readonly appIds: readonly string[]; readonly by: string }

/** So long a message may be on its way before what was missed is read again, in milliseconds. */
const gapMs = 1000

/**
 * One rollout with its merchants and its log, live: what is told is laid over once a frame, and what was missed is read
 * again. One request of the operator at a time. For one rollout: another one is another instance.
 */
export function useRun(name: { readonly accountId: string; readonly rolloutId: string }) {
  const store = useRolloutsStore()
  const detail = shallowRef<RolloutDetail | null>(null)
  const loadError = shallowRef<DeskError | null>(null)
  const actionError = shallowRef<DeskError | null>(null)
  /** The button that was pressed and is not answered yet. */
  const running = ref<string | null>(null)
  let told: RolloutProgress[] = []
  let isGone = false
  let isReading = false
  let isFramed = false
  let gapTimer: ReturnType<typeof setTimeout> | undefined

  function adopt(answer: RolloutDetail): void {
    const before = detail.value
    detail.value = answered(answer, before === null ? told : [before, ...told])
    told = []
    store.put(detail.value.rollout)
  }

  async function load(): Promise<void> {
    if (isReading) return
    isReading = true
    const answer = await call('rollouts.get', name)
    isReading = false
    if (isGone) return
    loadError.value = answer.ok ? null : answer.error
    if (answer.ok) adopt(answer.value)
  }

  async function send(by: string, ask: () => Promise<CallResult<RolloutDetail>>): Promise<void> {
    if (running.value !== null) return
    running.value = by
    actionError.value = null
    const answer = await ask()
    if (isGone) return
    running.value = null
    if (answer.ok) adopt(answer.value)
    else actionError.value = answer.error
  }

  const act = (action: RunAction): Promise<void> => send(action, () => call(`rollouts.${action}`, name))
  const retry = ({ appIds, by }: SomeItems): Promise<void> =>
    send(by, () => call('rollouts.retry', { ...name, appIds: [...appIds] }))
  const skip = ({ appIds, by }: SomeItems): Promise<void> =>
    send(by, () => call('rollouts.skip', { ...name, appIds: [...appIds] }))

  function hear(progress: RolloutProgress): void {
    const { id, accountId } = progress.rollout
    if (id !== name.rolloutId || accountId !== name.accountId) return
    told.push(progress)
    if (isFramed) return
    isFramed = true
    afterPaint(layOver)
  }

  /** Before the first answer there is nothing to lay it over: it is kept until then. */
  function layOver(): void {
    isFramed = false
    if (isGone || detail.value === null) return
    detail.value = told.reduce(laidOver, detail.value)
    told = []
    if (!agrees(detail.value)) gapTimer ??= setTimeout(mend, gapMs)
  }

  function mend(): void {
    gapTimer = undefined
    if (detail.value !== null && !agrees(detail.value)) void load()
  }

  const end = listen('rollout.progress', hear)
  onScopeDispose(() => {
    isGone = true
    clearTimeout(gapTimer)
    end()
  })
  void load()
  return { detail, loadError, actionError, running, load, act, retry, skip }
}
