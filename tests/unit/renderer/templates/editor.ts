import { EditorView } from '@codemirror/view'
import { expect } from 'vitest'

/** The page's parts are loaded when they are first shown, which takes its time on a busy machine. */
export const loadTimeoutMs = 10_000

/** The editors live in shadow trees: these reach into them as an operator does. */
export function contentOf(testid: string): HTMLElement | null {
  const hosts = [...document.querySelectorAll('.json-editor .host')]
  const found = hosts.map((host) => host.shadowRoot?.querySelector(`[data-testid="${testid}"]`))
  return found.find((each) => each instanceof HTMLElement) ?? null
}

export function viewOf(testid: string): EditorView {
  const content = contentOf(testid) ?? expect.fail(`no editor ${testid}`)
  return EditorView.findFromDOM(content) ?? expect.fail('no view')
}

export function typeInto(testid: string, text: string): void {
  const view = viewOf(testid)
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
}
