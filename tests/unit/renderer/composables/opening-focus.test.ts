import { afterEach, expect, it, vi } from 'vitest'
import { focusOnOpening } from '@/composables/opening-focus'

afterEach(() => document.body.replaceChildren())

function show(html: string): void {
  document.body.innerHTML = html
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

it('gives the first field the keyboard while nobody uses one', () => {
  show('<input id="behind"><div role="dialog"><button id="close"></button></div>')
  const focus = vi.fn()
  focusOnOpening(focus)
  focusOn('#close')
  focusOnOpening(focus)
  focusOn('#behind')
  focusOnOpening(focus)
  expect(focus).toHaveBeenCalledTimes(3)
})

it.each(['<input id="used">', '<textarea id="used"></textarea>', '<select id="used"></select>'])(
  'leaves the keyboard to who is in %s of the dialog already',
  (field) => {
    show(`<div role="dialog"><input>${field}</div>`)
    focusOn('#used')
    const focus = vi.fn()
    focusOnOpening(focus)
    expect(focus).not.toHaveBeenCalled()
  }
)
