import { nextTick, shallowRef } from 'vue'
import { expect, it } from 'vitest'
import { useRowSelection } from '@/composables/row-selection'
import { rows } from './rows'

function selectable(count = 6) {
  const all = shallowRef(rows(count))
  const shown = shallowRef(all.value)
  const selection = useRowSelection(
    () => all.value,
    () => shown.value
  )
  const ids = (): string[] => [...selection.selected.value].sort()
  return { all, shown, selection, ids }
}

it('ticks all rows between the last one and this one, in the order shown', () => {
  const { shown, selection, ids } = selectable()
  shown.value = [...shown.value].reverse()
  selection.toggle('tt00004')
  selection.toggle('tt00002', true)
  expect(ids()).toEqual(['tt00002', 'tt00003', 'tt00004'])
})

it('ticks one row where the last one is no longer shown', () => {
  const { shown, selection, ids } = selectable()
  selection.toggle('tt00000')
  shown.value = shown.value.slice(3)
  selection.toggle('tt00005', true)
  expect(ids()).toEqual(['tt00000', 'tt00005'])
})

it('keeps hidden rows ticked, and ticks all that is shown besides', () => {
  const { shown, selection, ids } = selectable()
  selection.toggle('tt00000')
  shown.value = shown.value.slice(4)
  expect(selection.shownSelected.value).toBe(0)
  selection.toggleAllShown()
  expect(ids()).toEqual(['tt00000', 'tt00004', 'tt00005'])
  expect(selection.allShownSelected.value).toBe(true)
  selection.toggleAllShown()
  expect(ids()).toEqual(['tt00000'])
})

it('forgets merchants that left the list', async () => {
  const { all, selection, ids } = selectable()
  selection.toggle('tt00000')
  selection.toggle('tt00001')
  all.value = all.value.slice(1)
  await nextTick()
  expect(ids()).toEqual(['tt00001'])
})
