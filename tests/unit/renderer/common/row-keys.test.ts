import { shallowRef } from 'vue'
import { describe, expect, it } from 'vitest'
import { useRowKeys, type RowCommands } from '@/composables/row-keys'
import { rows } from '../list/rows'

type Row = ReturnType<typeof rows>[number]

function list(count = 30, withAll = true) {
  const shown = shallowRef(rows(count))
  const done: string[] = []
  const note = (deed: string) => (row: Row, event: KeyboardEvent) =>
    void done.push(`${deed} ${row.appId}${event.shiftKey ? ' shift' : ''}`)
  const commands: RowCommands<Row> = {
    row: { enter: note('open'), ' ': note('tick'), r: note('read') },
    ...(withAll ? { all: () => void done.push('all'), leave: () => void done.push('leave') } : {})
  }
  const page = { rowsPerPage: () => 10, reveal: (index: number) => void done.push(`see ${index}`) }
  const keys = useRowKeys(() => shown.value, page, commands)
  /** Presses a key; answers whether the list took it. */
  const press = (key: string, more: KeyboardEventInit = {}): boolean => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
    keys.press(event)
    return event.defaultPrevented
  }
  return { shown, done, press, active: () => keys.activeIndex.value }
}

describe('a list by keyboard', () => {
  it('moves the active row, never beyond its ends, and shows it', () => {
    const { press, active, done } = list()
    const places = ['ArrowDown', 'PageDown', 'ArrowUp', 'End', 'ArrowDown', 'PageUp', 'Home', 'ArrowUp'].map((key) => {
      press(key)
      return active()
    })
    expect(places).toEqual([0, 10, 9, 29, 29, 19, 0, 0])
    expect(done.at(-3)).toBe('see 19')
  })

  it('does with the active row what a key stands for, capitals too, and nothing where none is active', () => {
    const { press, done } = list()
    expect(press('Enter')).toBe(false)
    press('ArrowDown')
    expect([press('Enter'), press(' ', { shiftKey: true }), press('R'), press('x')]).toEqual([true, true, true, false])
    expect(done).toEqual(['see 0', 'open tt00000', 'tick tt00000 shift', 'read tt00000'])
  })

  it('keeps the active row when the order changes', () => {
    const { shown, press, active } = list(5)
    press('ArrowDown')
    shown.value = [...shown.value].reverse()
    expect(active()).toBe(4)
  })

  it('leaves other programs’ keys alone, and what it has no words for', () => {
    const { press, done } = list()
    expect([press('a', { ctrlKey: true }), press('Escape')]).toEqual([true, true])
    expect([press('c', { ctrlKey: true }), press('ArrowDown', { altKey: true })]).toEqual([false, false])
    expect(press('Enter', { isComposing: true })).toBe(false)
    expect(done).toEqual(['all', 'leave'])
    const without = list(5, false)
    expect([without.press('a', { metaKey: true }), without.press('Escape')]).toEqual([false, false])
  })
})
