import { useEventListener } from '@vueuse/core'

export type ShortcutOptions = {
  /** Whether it also works while the operator types into a field; false unless told. */
  readonly whileTyping?: boolean
  /** Where it works; elsewhere the press is left to others. Everywhere unless told. */
  readonly when?: () => boolean
}

type Combination = { readonly key: string; readonly mod: boolean; readonly shift: boolean }

/** Whether this is a Mac, where Cmd takes the part of Ctrl. */
export const isMac = /mac/i.test(navigator.userAgent)

/** What to show for a combination: `Ctrl K`, `⌘ K`. */
export function shortcutLabel(keys: string): string {
  const { key, mod, shift } = parse(keys)
  const name = key.length === 1 ? key.toUpperCase() : key
  return [...(mod ? [isMac ? '⌘' : 'Ctrl'] : []), ...(shift ? ['Shift'] : []), name].join(' ')
}

/**
 * Calls `run` when the keys are pressed anywhere in the page, as long as the component lives.
 *
 * `keys` is a key's name (`f`, `ArrowLeft`), with `mod+` for Ctrl or Cmd and `shift+` before it. Presses that another
 * handler has taken, repeats, and those in the middle of an input method's composition are left alone, and so is every
 * press while a dialog is open: the page behind it does not hear.
 */
export function useShortcut(keys: string, run: (event: KeyboardEvent) => void, options: ShortcutOptions = {}): void {
  const combination = parse(keys)
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || !matches(event, combination)) return
    if (!options.whileTyping && isTyping(event.target)) return
    if (options.when?.() === false || isDialogOpen()) return
    event.preventDefault()
    run(event)
  })
}

function parse(keys: string): Combination {
  const parts = keys.toLowerCase().split('+')
  return { key: keys.split('+').at(-1) ?? '', mod: parts.includes('mod'), shift: parts.includes('shift') }
}

function matches(event: KeyboardEvent, { key, mod, shift }: Combination): boolean {
  const held = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    held === mod &&
    !other &&
    !event.altKey &&
    (event.shiftKey === shift || key === '?')
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/** Dialogs that were closed may stay in the document, without a place on the screen. */
export function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[aria-modal="true"], dialog[open]')].some((each) => each.checkVisibility())
}
