import { applyEdits, format } from 'jsonc-parser'

/** A message's JSON, indented. Its tokens stay as they came: reading them as numbers would cut the long ids. */
export function indentedJson(raw: string): string {
  return applyEdits(raw, format(raw, undefined, { insertSpaces: true, tabSize: 2 }))
}
