import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { useAppearance, type Appearance } from '@/composables/appearance'

it('marks the document with the chosen size and motion, and keeps them for the next start', async () => {
  const chosen = shallowRef<Appearance | null>(null)
  const page = mount({ setup: () => useAppearance(() => chosen.value), template: '<div />' })
  const { dataset } = document.documentElement
  expect(dataset['textSize']).toBeUndefined()
  chosen.value = { textSize: 'larger', motion: 'reduced' }
  await nextTick()
  expect([dataset['textSize'], dataset['motion']]).toEqual(['larger', 'reduced'])
  expect(localStorage.getItem('merchant-desk.text-size')).toBe('larger')
  expect(localStorage.getItem('merchant-desk.motion')).toBe('reduced')
  page.unmount()
})
