import { readonly, ref } from 'vue'

const requests = ref(0)

/** How often the search of the merchant list was asked for from elsewhere; whoever owns the field watches it. */
export const searchRequests = readonly(requests)

/** Asks for the focus to go to the merchant list's search field, now or as soon as it is there. */
export function requestSearch(): void {
  requests.value += 1
}
