import { readonly, ref } from 'vue'

/** What the palette can begin for the merchant that is open. */
export type MerchantDialog = 'upload' | 'submit' | 'resubmit' | 'codes'

const asked = ref<MerchantDialog | null>(null)

/** The dialog of the open merchant that was asked for; null while none is. */
export const askedDialog = readonly(asked)

/** Opens a dialog of the open merchant, whatever part of its page is shown; null closes it. */
export function askDialog(dialog: MerchantDialog | null): void {
  asked.value = dialog
}
