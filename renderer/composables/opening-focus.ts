const fields = 'input, select, textarea, [contenteditable="true"]'

/** Whether the operator is in a field of the dialog already, having been faster than its opening. */
function isInUse(): boolean {
  const field = document.activeElement
  return field?.matches(fields) === true && field.closest('[role="dialog"]') !== null
}

/**
 * Gives a dialog that has just opened its first field, but takes the keyboard from nobody who types already: what they type
 * would land in another field.
 */
export function focusOnOpening(focus: () => void): void {
  if (!isInUse()) focus()
}
