import { nextTick, ref, type Ref } from 'vue'

export type PopoverFocus = {
  readonly visible: Ref<boolean>
  /** Puts the keyboard on the first field in it: call it once it is there. */
  readonly enter: () => Promise<void>
  /** Closes it, and gives the keyboard back to the button that opened it. */
  readonly leave: () => void
}

/** A popover with fields that a click or Enter on a button opens: with the keyboard it is gone through at once, and left by Escape. */
export function usePopoverFocus(
  fields: () => HTMLElement | null,
  button: () => HTMLElement | null | undefined
): PopoverFocus {
  const visible = ref(false)
  return {
    visible,
    enter: async () => {
      await nextTick()
      fields()?.querySelector<HTMLElement>('input:checked:enabled, input:enabled')?.focus()
    },
    leave: () => {
      if (!visible.value) return
      visible.value = false
      button()?.focus()
    }
  }
}
