import { afterEach, expect, it, vi } from 'vitest'
import { focusOnOpening } from '@/composables/opening-focus'

afterEach(() => document.body.replaceChildren())

/** The fields of a dialog, and one behind it. */
function show(...names: readonly string[]): void {
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  dialog.append(...names.map((name) => document.createElement(name)))
  document.body.replaceChildren(document.createElement('input'), dialog)
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

it('gives the first field the keyboard while nobody uses one', () => {
  show('button')
  const focus = vi.fn()
  focusOnOpening(focus)
  focusOn('[role=dialog] button')
  focusOnOpening(focus)
  focusOn('input')
  focusOnOpening(focus)
  expect(focus).toHaveBeenCalledTimes(3)
})

it.each(['input', 'textarea', 'select'])('leaves the keyboard to who is in %s of the dialog already', (name) => {
  show('button', name)
  focusOn(`[role=dialog] ${name}`)
  const focus = vi.fn()
  focusOnOpening(focus)
  expect(focus).not.toHaveBeenCalled()
})
