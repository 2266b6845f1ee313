import { readonly, ref } from 'vue'

const requests = ref(0)

/** How often the palette was asked for from elsewhere than its own key and button; whoever owns it watches this. */
export const paletteRequests = readonly(requests)

/** Asks for the palette to open. */
export function requestPalette(): void {
  requests.value += 1
}
