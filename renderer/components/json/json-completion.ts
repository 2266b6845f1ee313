import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import type { ExtJsonField } from '@shared/rules/ext-json'
import { getLocation } from 'jsonc-parser'

/** A variable as the list of completions shows it. */
export type VariableHint = { readonly name: string; readonly type: string; readonly description: string }

/** What can be completed: variables behind `{{`, fields where a name at the top level is written. */
export type Completions = { readonly variables: readonly VariableHint[]; readonly fields: readonly ExtJsonField[] }

const startingValues: Readonly<Record<ExtJsonField['type'], string>> = {
  boolean: 'true',
  string: '""',
  object: '{}',
  array: '[]'
}

/** Reads the completions when they are asked for: they change while the editor lives. */
export function jsonCompletion(read: () => Completions) {
  return (context: CompletionContext): CompletionResult | null => {
    const braces = context.matchBefore(/\{\{\s*\w*/)
    if (braces) return variableResult(braces.to - (/\w*$/.exec(braces.text)?.[0].length ?? 0), read().variables)
    return fieldResult(context, read().fields)
  }
}

function variableResult(from: number, variables: readonly VariableHint[]): CompletionResult {
  const options = variables.map(({ name, type, description }): Completion => {
    return { label: name, detail: type, info: description, type: 'variable', apply: insertVariable }
  })
  return { from, options, validFor: /^\w*$/ }
}

/** Closing braces are there already where the editor set them as the opening ones were typed. */
function insertVariable(view: EditorView, { label }: Completion, from: number, to: number): void {
  const closing = /^\s*\}{0,2}/.exec(view.state.sliceDoc(to, to + 4))?.[0] ?? ''
  const insert = `${label}}}`
  view.dispatch({
    changes: { from, to: to + closing.length, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete'
  })
}

function fieldResult({ state, pos, explicit }: CompletionContext, fields: readonly ExtJsonField[]) {
  const text = state.doc.toString()
  const { isAtPropertyKey, path, previousNode } = getLocation(text, pos)
  if (!isAtPropertyKey || path.length > 1) return null
  const key = previousNode && previousNode.offset < pos ? previousNode : null
  const from = key ? key.offset + 1 : pos
  if (!key && !explicit) return null
  const end = key ? key.offset + key.length : pos
  const options = fields.map(({ name, type, description }): Completion => {
    const write = (view: EditorView): void => insertField(view, { name, type }, key?.offset ?? pos, end)
    return { label: name, detail: type, info: description, type: 'property', apply: write }
  })
  return { from, options }
}

function insertField(view: EditorView, field: Pick<ExtJsonField, 'name' | 'type'>, from: number, end: number): void {
  const head = view.state.selection.main.head
  const to = Math.max(end, head)
  const hasValue = /^\s*:/.test(view.state.sliceDoc(to, to + 40))
  const insert = `"${field.name}"${hasValue ? '' : `: ${startingValues[field.type]}`}`
  const inside = !hasValue && field.type !== 'boolean' ? 1 : 0
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length - inside },
    userEvent: 'input.complete'
  })
}
