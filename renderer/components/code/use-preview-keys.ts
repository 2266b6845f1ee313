import type { ShallowRef } from 'vue'
import { useEventListener } from '@vueuse/core'

/** The keys of the preview, as their buttons name them. */
export const keyNames = { enlarge: 'F', copy: 'C', save: 'S' } as const

/** What each key of the preview does. */
export type PreviewKeys = Readonly<Record<'f' | 'c' | 's' | 'arrowleft' | 'arrowright', () => void>> & {
  /** The space bar, except on a button, which it presses. */
  readonly ' '?: () => void
}

/**
 * The one-key commands of the preview, while the focus is inside it. Typing a path, combinations with Ctrl, Cmd or Alt,
 * and an input method's composition are left alone.
 */
export function usePreviewKeys(element: Readonly<ShallowRef<HTMLElement | null>>, keys: PreviewKeys): void {
  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const inside = element.value?.closest('[role=dialog]')?.contains(target) ?? false
    if (!inside || target?.matches('input, textarea') || event.isComposing || event.repeat) return
    if (event.key === ' ' && target?.closest('button, [role=button]')) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const run = commandOf(keys, event.key.toLowerCase())
    if (!run) return
    event.preventDefault()
    run()
  })
}

function commandOf(keys: PreviewKeys, key: string): (() => void) | undefined {
  return new Map<string, () => void>(Object.entries(keys)).get(key)
}
