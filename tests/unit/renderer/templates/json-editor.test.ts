import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import JsonEditor from '@/components/json/JsonEditor.vue'
import { contentOf, loadTimeoutMs, typeInto, viewOf } from './editor'

enableAutoUnmount(afterEach)

const wrong = { line: 2, column: 3, message: '缺少 extEnable', severity: 'error' } as const

async function editorOf(initial: string, props: Partial<{ disabled: boolean }> = {}) {
  const text = ref(initial)
  const editor = mount(JsonEditor, {
    attachTo: document.body,
    props: {
      modelValue: initial,
      label: 'ext.json',
      testid: 'the-text',
      problems: [],
      ...props,
      'onUpdate:modelValue': (changed: string) => {
        text.value = changed
        void editor.setProps({ modelValue: changed })
      }
    }
  })
  await vi.waitFor(() => expect(contentOf('the-text')).not.toBeNull(), loadTimeoutMs)
  return { editor, text }
}

describe('the JSON editor', () => {
  it('shows its text under its name, and tells what is typed', async () => {
    const { text } = await editorOf('{"a":1}')
    expect(contentOf('the-text')?.textContent).toContain('"a"')
    expect(contentOf('the-text')?.getAttribute('aria-label')).toBe('ext.json')
    typeInto('the-text', '{}')
    expect(text.value).toBe('{}')
  })

  it('takes a text that is filled in from outside without telling it back', async () => {
    const { editor } = await editorOf('{}')
    await editor.setProps({ modelValue: '{"b":2}' })
    expect(viewOf('the-text').state.doc.toString()).toBe('{"b":2}')
    expect(editor.emitted('update:modelValue')).toBeUndefined()
  })

  it('goes to the place of a finding', async () => {
    const { editor } = await editorOf('{\n  "ext": {}\n}')
    await editor.setProps({ problems: [wrong] })
    editor.vm.goTo(wrong)
    expect(viewOf('the-text').state.selection.main.from).toBe(4)
  })

  it('can not be typed into while it is disabled', async () => {
    const { editor } = await editorOf('{}', { disabled: true })
    expect(viewOf('the-text').state.readOnly).toBe(true)
    await editor.setProps({ disabled: false })
    expect(viewOf('the-text').state.readOnly).toBe(false)
  })

  it('keeps what is typed from the shortcuts of the page, and the first Esc', async () => {
    await editorOf('{}')
    const heard: string[] = []
    const hear = (event: KeyboardEvent): number => heard.push(event.key)
    window.addEventListener('keydown', hear)
    const press = (key: string, ctrlKey = false) =>
      contentOf('the-text')?.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true })
      )
    press('q')
    press('Escape')
    press('k', true)
    press('Escape')
    press('Escape')
    window.removeEventListener('keydown', hear)
    expect(heard).toEqual(['k', 'Escape'])
  })
})
