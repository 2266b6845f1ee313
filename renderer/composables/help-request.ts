import { readonly, ref } from 'vue'

const requests = ref(0)

/** How often the page's help was asked for, by its key or the program's menu; whoever owns the drawer watches this. */
export const helpRequests = readonly(requests)

/** Asks for the help of the page that is open. */
export function requestHelp(): void {
  requests.value += 1
}
