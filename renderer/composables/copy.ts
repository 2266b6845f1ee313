import { ref, type Ref } from 'vue'

/** How long "copied" is said, in milliseconds. */
const saidForMs = 1500

export type CopyState = 'idle' | 'copied' | 'failed'

/**
 * Copies texts to the clipboard and says for a moment whether it worked. `copy` never rejects.
 *
 * Both hosts are secure contexts, so the browser's own call is enough; it is cheap to set up, as every row of a list has
 * one.
 */
export function useCopy(): {
  readonly state: Readonly<Ref<CopyState>>
  readonly copy: (text: string) => Promise<void>
} {
  const state = ref<CopyState>('idle')
  let timer: ReturnType<typeof setTimeout> | undefined
  const copy = async (text: string): Promise<void> => {
    clearTimeout(timer)
    try {
      await navigator.clipboard.writeText(text)
      state.value = 'copied'
    } catch {
      state.value = 'failed'
    }
    timer = setTimeout(() => (state.value = 'idle'), saidForMs)
  }
  return { state, copy }
}
