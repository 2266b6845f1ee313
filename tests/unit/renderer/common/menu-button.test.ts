import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import MenuButton from '@/components/common/MenuButton.vue'

enableAutoUnmount(afterEach)
beforeEach(() => document.body.replaceChildren())

const entries = [
  { key: 'tags', text: '标签' },
  { key: 'note', text: '备注', reason: '还没有选商家' }
]

/** A menu that is open; what had the keyboard when each entry was chosen is kept. */
async function openMenu() {
  const focused: (string | null)[] = []
  const menu = mount(MenuButton, {
    props: {
      ...{ label: '标记', entries, testids: 'mark' },
      onChoose: () => focused.push(document.activeElement?.getAttribute('data-testid') ?? null)
    },
    attrs: { 'data-testid': 'marks' },
    attachTo: document.body
  })
  await menu.get('button[data-testid="marks"]').trigger('click')
  await flushPromises()
  const entry = (key: string) => document.querySelector<HTMLElement>(`[data-testid="mark-${key}"]`)
  return { menu, entry, focused }
}

describe('a button with a menu', () => {
  it('tells which entry was chosen, with the keyboard back on the button already', async () => {
    const { menu, entry, focused } = await openMenu()
    entry('tags')?.focus()
    entry('tags')?.click()
    expect(menu.emitted('choose')).toEqual([[entries[0]]])
    expect(focused).toEqual(['marks'])
  })

  it('does not let an entry be chosen that has a reason', async () => {
    const { menu, entry } = await openMenu()
    expect(entry('note')?.getAttribute('aria-disabled')).toBe('true')
    entry('note')?.click()
    expect(menu.emitted('choose')).toBeUndefined()
  })
})
