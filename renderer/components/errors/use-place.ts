import type { DeskError } from '@shared/errors'
import { getActivePinia } from 'pinia'
import { computed, inject, type ComputedRef } from 'vue'
import { routerKey } from 'vue-router'
import { useSessionStore } from '@/stores/session'
import { placeOf, wayOutTexts } from './way-out'

export type Place = { readonly text: string; readonly go: () => void }

/**
 * Where a failure is put right: the button's text and what it does. Null where the error names no place, the place is the page
 * that is open, or the frame is not there to lead to it.
 */
export function usePlace(error: () => DeskError): ComputedRef<Place | null> {
  const router = inject(routerKey, null)
  return computed(() => {
    const { wayOut, merchant } = error()
    const text = wayOut && wayOutTexts[wayOut]
    if (!router || !wayOut || !text) return null
    const place = placeOf(wayOut, { accountId: accountAtHand(), appId: merchant?.appId ?? null })
    if (place === null || router.resolve(place).fullPath === router.currentRoute.value.fullPath) return null
    return { text, go: () => void router.push(place) }
  })

  /** The account of the page's address, else the one that the frame shows. */
  function accountAtHand(): string | null {
    const inAddress = router?.currentRoute.value.params['accountId']
    if (typeof inAddress === 'string') return inAddress
    return getActivePinia() ? (useSessionStore().account?.id ?? null) : null
  }
}
