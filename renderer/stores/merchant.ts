import type { MerchantDetail, OperationOutcome } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import type { Operation, OperationKind } from '@shared/domain/operation'
import type { CallResult, DeskError } from '@shared/errors'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** Facts younger than this are not read again when the page opens. */
const freshForMs = 60_000

/**
 * The merchant that is open: what the main process knows of it, whether it is being read, and which operation runs.
 *
 * Answers arrive in the order in which the main process made them, so the last to arrive is the newest, except that an
 * answer about a merchant that was left meanwhile is dropped (`visit`).
 */
export const useMerchantStore = defineStore('merchant', () => {
  const merchant = shallowRef<MerchantRef | null>(null)
  const detail = shallowRef<MerchantDetail | null>(null)
  const loadError = shallowRef<DeskError | null>(null)
  const readError = shallowRef<DeskError | null>(null)
  const reading = ref(false)
  const running = ref<OperationKind | null>(null)
  /** The operation with a lost answer that is being looked into at the operator's wish. */
  const settlingId = ref<string | null>(null)
  /** An operation whose ending no dialog of this page waited for: it was found out afterwards, or begun elsewhere. */
  const settled = shallowRef<Operation | null>(null)
  let visit = 0
  let stopListening = (): void => {}

  /** Shows a merchant from the database at once, then reads it behind when what is known is older than a minute. */
  async function open(ref: MerchantRef): Promise<void> {
    close()
    merchant.value = ref
    stopListening = listenTo(ref)
    const here = visit
    await load()
    if (here === visit && isStale(detail.value)) await read()
  }

  /** Forgets the merchant; answers still under way are dropped. */
  function close(): void {
    visit += 1
    stopListening()
    stopListening = () => {}
    merchant.value = detail.value = loadError.value = readError.value = settled.value = settlingId.value = null
    reading.value = false
    running.value = null
  }

  /** Takes what the database knows. */
  async function load(): Promise<void> {
    if (!merchant.value) return
    const here = visit
    const answer = await call('merchants.get', merchant.value)
    if (here !== visit) return
    if (answer.ok) apply(answer.value)
    else loadError.value = answer.error
  }

  /** Reads from the platform; one reading at a time. */
  async function read(): Promise<void> {
    if (!merchant.value || reading.value) return
    const here = visit
    reading.value = true
    const answer = await call('merchants.read', merchant.value)
    if (here !== visit) return
    reading.value = false
    readError.value = answer.ok ? null : answer.error
    if (answer.ok) apply(answer.value)
    else await load()
  }

  /**
   * Carries out one operation and takes the state it led to. While one runs no other begins: the answer is null then.
   */
  async function carryOut(
    kind: OperationKind,
    send: () => Promise<CallResult<OperationOutcome>>
  ): Promise<CallResult<OperationOutcome> | null> {
    if (running.value !== null) return null
    const here = visit
    running.value = kind
    const answer = await send()
    if (here !== visit) return answer
    running.value = settlingId.value = null
    if (answer.ok) apply(answer.value.detail)
    else await load()
    return answer
  }

  /** Finds out how an operation with a lost answer ended; `settled` tells it, the answer only that it is not known yet. */
  function settle({ accountId, appId, id, kind }: Operation): Promise<CallResult<OperationOutcome> | null> {
    settlingId.value = id
    return carryOut(kind, () => call('versions.settle', { accountId, appId, operationId: id }))
  }

  function apply(value: MerchantDetail): void {
    detail.value = value
    loadError.value = null
  }

  function listenTo({ accountId, appId }: MerchantRef): () => void {
    const isOurs = (other: MerchantRef): boolean => other.accountId === accountId && other.appId === appId
    const ends = [
      listen('merchants.changed', ({ rows }) => {
        if (rows.some(isOurs)) void load()
      }),
      listen('merchants.replaced', (replaced) => {
        if (replaced.accountId === accountId) void load()
      }),
      listen('operation.changed', ({ operation }) => {
        if (!isOurs(operation)) return
        const awaited = running.value !== null && operation.id !== settlingId.value
        if (isEnded(operation) && !awaited) settled.value = operation
        void load()
      })
    ]
    return () => ends.forEach((end) => end())
  }

  return {
    merchant: computed(() => merchant.value),
    detail: computed(() => detail.value),
    loadError: computed(() => loadError.value),
    readError: computed(() => readError.value),
    reading: computed(() => reading.value),
    running: computed(() => running.value),
    settling: computed(() => settlingId.value !== null),
    settled: computed(() => settled.value),
    open,
    close,
    load,
    read,
    carryOut,
    settle,
    dismissSettled: () => (settled.value = null)
  }
})

function isStale(detail: MerchantDetail | null): boolean {
  if (detail === null) return false
  const { readAt } = detail.profile
  return readAt === null || Date.now() - readAt > freshForMs
}

function isEnded({ state }: Operation): boolean {
  return state === 'done' || state === 'not_carried_out'
}
