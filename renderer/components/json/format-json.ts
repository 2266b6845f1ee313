import { applyEdits, format } from 'jsonc-parser'

/** Edits the white space only: numbers and the order of the fields stay as they are written. */
export function formatJson(text: string): string {
  return applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' }))
}
