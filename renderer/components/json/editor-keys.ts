/**
 * Which presses inside the editor the page may see. In a shadow tree the page's shortcuts do not notice that somebody types,
 * so plain characters stay inside; so does the first Esc, which belongs to "Esc, then Tab" and to the editor's own panels.
 * A second Esc closes the dialog around.
 */
export function editorKeyGate(): (event: KeyboardEvent) => void {
  let escaped = false
  return (event) => {
    const isPlain = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    const isFirstEscape = event.key === 'Escape' && (!escaped || event.defaultPrevented)
    escaped = event.key === 'Escape'
    if (isPlain || isFirstEscape || event.key === 'Enter') event.stopPropagation()
  }
}
