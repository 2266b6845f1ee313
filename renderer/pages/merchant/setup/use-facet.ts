import type { MerchantRef } from '@shared/domain/merchant'
import type { CallResult, DeskError } from '@shared/errors'
import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { listen } from '@/client'

/** Facts younger than this are not read again when a tab opens. */
const freshForMs = 60_000

/** How one part of a merchant's set-up is asked for; `readAt` is when the platform was read last, or null if never. */
export type FacetParts<Detail> = {
  readonly get: (ref: MerchantRef) => Promise<CallResult<Detail>>
  readonly read: (ref: MerchantRef) => Promise<CallResult<Detail>>
  readonly readAt: (detail: Detail) => number | null
}

export type Facet<Detail> = {
  readonly detail: Readonly<ShallowRef<Detail | null>>
  readonly loadError: Readonly<ShallowRef<DeskError | null>>
  /** Why the newest attempt failed; null again as soon as anything read the part since. */
  readonly readError: Readonly<ShallowRef<DeskError | null>>
  readonly reading: Readonly<Ref<boolean>>
  readonly read: () => Promise<void>
  readonly load: () => Promise<void>
  readonly busy: Readonly<Ref<boolean>>
  readonly carryOut: (send: () => Promise<CallResult<Detail>>) => Promise<CallResult<Detail> | null>
}

/**
 * One part of a merchant's set-up: shown from the database at once, then read behind when what is known is older than a
 * minute, and loaded again whenever something of the merchant changed. One change at a time: `carryOut` answers null
 * while another runs. Answers about a merchant that was left meanwhile are dropped; otherwise the last to arrive is the
 * newest, as the main process answers in its own order.
 */
export function useFacet<Detail>(merchant: () => MerchantRef, parts: FacetParts<Detail>): Facet<Detail> {
  const detail: ShallowRef<Detail | null> = shallowRef(null)
  const loadError = shallowRef<DeskError | null>(null)
  const readError = shallowRef<DeskError | null>(null)
  const reading = ref(false)
  const busy = ref(false)
  let visit = 0

  function apply(value: Detail): void {
    const before = detail.value === null ? null : parts.readAt(detail.value)
    if (parts.readAt(value) !== before) readError.value = null
    detail.value = value
    loadError.value = null
  }

  async function load(): Promise<void> {
    const here = visit
    const answer = await parts.get(merchant())
    if (here !== visit) return
    if (answer.ok) apply(answer.value)
    else loadError.value = answer.error
  }

  async function read(): Promise<void> {
    if (reading.value) return
    const here = visit
    reading.value = true
    const answer = await parts.read(merchant())
    if (here !== visit) return
    reading.value = false
    readError.value = answer.ok ? null : answer.error
    if (answer.ok) apply(answer.value)
    else await load()
  }

  async function carryOut(send: () => Promise<CallResult<Detail>>): Promise<CallResult<Detail> | null> {
    if (busy.value) return null
    const here = visit
    busy.value = true
    const answer = await send()
    if (here !== visit) return answer
    busy.value = false
    if (answer.ok) apply(answer.value)
    else await load()
    return answer
  }

  async function open(): Promise<void> {
    const here = ++visit
    detail.value = loadError.value = readError.value = null
    reading.value = busy.value = false
    await load()
    if (here === visit && detail.value !== null && isStale(parts.readAt(detail.value))) await read()
  }

  const isOurs = ({ accountId, appId }: MerchantRef): boolean =>
    accountId === merchant().accountId && appId === merchant().appId
  const ends = [
    listen('setting.changed', ({ change }) => void (isOurs(change) && load())),
    listen('merchants.changed', ({ rows }) => void (rows.some(isOurs) && load())),
    listen('merchants.replaced', ({ accountId }) => void (accountId === merchant().accountId && load()))
  ]
  onScopeDispose(() => {
    visit += 1
    ends.forEach((end) => end())
  })
  watch(() => `${merchant().accountId}/${merchant().appId}`, open, { immediate: true })

  return { detail, loadError, readError, reading: readonly(reading), read, load, busy: readonly(busy), carryOut }
}

function isStale(readAt: number | null): boolean {
  return readAt === null || Date.now() - readAt > freshForMs
}
