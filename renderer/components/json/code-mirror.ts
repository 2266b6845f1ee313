import { acceptCompletion, autocompletion } from '@codemirror/autocomplete'
import { indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { unifiedMergeView } from '@codemirror/merge'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { t } from '@/i18n'
import { editorPhrases } from './editor-phrases'
import { editorTheme } from './editor-theme'
import { jsonCompletion, type Completions } from './json-completion'
import { offsetOf } from './text-position'

/** A finding to be marked in the text; line and column count from 1. */
export type EditorProblem = {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}

export type EditorOptions = {
  /** A shadow root: there the editor's styles come as adopted sheets, which the page's policy allows; in the page itself they would be inline. */
  readonly root: ShadowRoot
  readonly text: string
  /** The accessible name. */
  readonly label: string
  readonly testid: string
  readonly disabled: boolean
  readonly completions: () => Completions
  readonly onChange: (text: string) => void
}

export type EditorHandle = {
  setText(text: string): void
  setDisabled(disabled: boolean): void
  setProblems(problems: readonly EditorProblem[]): void
  /** Moves cursor and focus to a place in the text. */
  goTo(line: number, column: number): void
  focus(): void
  destroy(): void
}

const shared: Extension = [json(), editorTheme, EditorState.phrases.of(editorPhrases), EditorState.tabSize.of(2)]
const tabKeys = keymap.of([{ key: 'Tab', run: acceptCompletion }, indentWithTab])

/** An editor for JSON. Loaded when it is first needed: the library is most of the page's weight. */
export function createEditor(options: EditorOptions): EditorHandle {
  const { root, onChange } = options
  const access = new Compartment()
  const view = new EditorView({
    parent: root,
    root,
    doc: options.text,
    extensions: [
      tabKeys,
      basicSetup,
      shared,
      lintGutter(),
      autocompletion({ override: [jsonCompletion(options.completions)] }),
      access.of(accessOf(options.disabled)),
      EditorView.contentAttributes.of(attributesOf(options)),
      EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString()))
    ]
  })
  const textOf = (): string => view.state.doc.toString()

  function goTo(line: number, column: number): void {
    const anchor = offsetOf(textOf(), line, column)
    const head = Math.min(anchor + 1, view.state.doc.length)
    view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    view.focus()
  }

  return {
    setText: (text) => text !== textOf() && replaceAll(view, text),
    setDisabled: (disabled) => view.dispatch({ effects: access.reconfigure(accessOf(disabled)) }),
    setProblems: (problems) => view.dispatch(setDiagnostics(view.state, diagnosticsOf(textOf(), problems))),
    goTo,
    focus: () => view.focus(),
    destroy: () => view.destroy()
  }
}

/**
 * `after` as it differs from `before`, in one column, to be read only; all of it where it does not. Returns the function
 * that ends it.
 */
export function showDifference(root: ShadowRoot, texts: { before: string; after: string; label: string }): () => void {
  const view = new EditorView({
    parent: root,
    root,
    doc: texts.after,
    extensions: [
      basicSetup,
      shared,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': texts.label }),
      texts.before === texts.after ? [] : differenceFrom(texts.before)
    ]
  })
  return () => view.destroy()
}

function differenceFrom(original: string): Extension {
  return unifiedMergeView({ original, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } })
}

function attributesOf({ label, testid }: EditorOptions): Record<string, string> {
  return {
    'aria-label': label,
    'aria-description': t('editor.keys'),
    'data-testid': testid,
    spellcheck: 'false',
    autocapitalize: 'off'
  }
}

const accessOf = (disabled: boolean): Extension => [
  EditorState.readOnly.of(disabled),
  EditorView.editable.of(!disabled)
]

function replaceAll(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
}

function diagnosticsOf(text: string, problems: readonly EditorProblem[]): Diagnostic[] {
  return problems.map(({ line, column, message, severity }) => {
    const from = offsetOf(text, line, column)
    return { from, to: endOfToken(text, from), message, severity }
  })
}

/** What is marked of a finding: a whole text or word where one begins, else one character. */
function endOfToken(text: string, from: number): number {
  const token = /^(?:"(?:[^"\\\n]|\\.)*"|[\w.+-]+)/.exec(text.slice(from, from + 500))?.[0]
  return Math.min(text.length, from + (token?.length ?? 1))
}
