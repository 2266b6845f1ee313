import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { chinaTime, relativeTime } from '@/composables/china-time'
import { useHint } from '@/composables/hint'
import { shortcutLabel, useShortcut } from '@/composables/shortcut'
import { useTheme } from '@/composables/theme'

enableAutoUnmount(afterEach)

describe('times', () => {
  const now = Date.UTC(2026, 10, 24, 8)

  it.each([
    [-20_000, '刚刚'],
    [-59 * 60_000, '59 分钟前'],
    [-23 * 3_600_000, '23 小时前'],
    [-29 * 86_400_000, '29 天前'],
    [-31 * 86_400_000, '2026-10-24'],
    [2_000, '刚刚'],
    [20_000, '马上'],
    [5 * 60_000, '5 分钟后']
  ])('%i ms from now is %s', (distance, text) => {
    expect(relativeTime(now + distance, now)).toBe(text)
  })

  it('are shown in China, where the day begins eight hours earlier', () => {
    expect(chinaTime(Date.UTC(2026, 10, 24, 16, 0, 5))).toBe('2026-11-25 00:00:05')
  })
})

describe('a shortcut', () => {
  function listening(keys: string, options = {}) {
    const run = vi.fn()
    const field = mount(
      {
        setup: () => useShortcut(keys, run, options),
        template: '<input>'
      },
      { attachTo: document.body }
    )
    const press = (init: KeyboardEventInit, target: EventTarget = document.body): void => {
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
    }
    return { run, press, input: field.get('input').element }
  }

  it('runs on its keys and on no others', () => {
    const { run, press } = listening('mod+k')
    press({ key: 'k' })
    press({ key: 'k', ctrlKey: true, altKey: true })
    press({ key: 'k', ctrlKey: true, repeat: true })
    expect(run).not.toHaveBeenCalled()
    press({ key: 'K', ctrlKey: true })
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('leaves typing alone unless told otherwise', () => {
    const letter = listening('f')
    letter.press({ key: 'f' }, letter.input)
    expect(letter.run).not.toHaveBeenCalled()
    const search = listening('mod+k', { whileTyping: true })
    search.press({ key: 'k', ctrlKey: true }, search.input)
    expect(search.run).toHaveBeenCalledTimes(1)
  })

  it('leaves an input method in the middle of a word alone', () => {
    const { run, press } = listening('f')
    press({ key: 'f', isComposing: true })
    expect(run).not.toHaveBeenCalled()
  })

  it('is written with the names of the keys', () => {
    expect(shortcutLabel('mod+k')).toBe('Ctrl K')
    expect(shortcutLabel('Escape')).toBe('Escape')
  })
})

describe('the theme', () => {
  it('is applied, and left for the next start to apply before the first paint', async () => {
    const chosen = ref<'dark' | 'light' | null>(null)
    document.documentElement.className = 'dark'
    mount({ setup: () => useTheme(() => chosen.value), template: '<i />' })
    expect(document.documentElement.classList.contains('dark')).toBe(true)
    chosen.value = 'light'
    await nextTick()
    expect(document.documentElement.classList.contains('dark')).toBe(false)
    chosen.value = 'dark'
    await nextTick()
    expect(document.documentElement.classList.contains('dark')).toBe(true)
    expect(localStorage.getItem('merchant-desk.theme')).toBe('dark')
  })
})

describe('hints', () => {
  it('show after the pointer rests, follow the text, and go with Escape', async () => {
    vi.useFakeTimers()
    try {
      let hint: ReturnType<typeof useHint> | undefined
      const page = mount(
        { setup: () => void (hint = useHint()), template: '<p data-hint="点击复制"><b>tt1</b></p>' },
        { attachTo: document.body }
      )
      page.get('b').element.dispatchEvent(new Event('pointerover', { bubbles: true }))
      expect(hint?.target.value).toBeNull()
      await vi.advanceTimersByTimeAsync(300)
      expect(hint?.target.value).toBe(page.get('p').element)
      expect(hint?.text.value).toBe('点击复制')
      page.get<HTMLElement>('p').element.dataset['hint'] = '已复制'
      await vi.advanceTimersByTimeAsync(0)
      expect(hint?.text.value).toBe('已复制')
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
      expect(hint?.target.value).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('say a text that has no room, and what it stands in otherwise', async () => {
    vi.useFakeTimers()
    try {
      let hint: ReturnType<typeof useHint> | undefined
      const template = '<p data-hint="商家"><b data-hint-cut> 半岛海鲜大排档 </b></p>'
      const page = mount({ setup: () => void (hint = useHint()), template }, { attachTo: document.body })
      const name = page.get('b').element
      const rest = async () => {
        document.dispatchEvent(new Event('pointerleave'))
        name.dispatchEvent(new Event('pointerover', { bubbles: true }))
        await vi.advanceTimersByTimeAsync(300)
        return hint?.text.value
      }
      expect(await rest()).toBe('商家')
      Object.defineProperty(name, 'scrollWidth', { value: 120 })
      expect(await rest()).toBe('半岛海鲜大排档')
      expect(hint?.target.value).toBe(name)
    } finally {
      vi.useRealTimers()
    }
  })
})
