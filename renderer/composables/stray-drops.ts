import { useEventListener } from '@vueuse/core'

/**
 * A file or link that is dropped beside the place that takes it does nothing: the browser would open it instead of the page.
 * Places that take a drop prevent the default first, and texts can still be dragged into fields.
 */
export function useStrayDrops(): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !wouldLeave(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  }
  useEventListener(window, 'dragover', refuse)
  useEventListener(window, 'drop', refuse)
}

function wouldLeave({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? []
  if (types.includes('Files')) return true
  const isField = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]')
  return types.includes('text/uri-list') && !isField
}
