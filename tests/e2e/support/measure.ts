import type { Page } from '@playwright/test'

/** What is wrong with how a page is laid out, each in words that name the element. */
export type Faults = {
  /** How many pixels the document is wider than the window. */
  readonly scrolls: number
  /** Texts of which a part can not be read, and that no hint and no name repeats. */
  readonly cut: readonly string[]
  /** Controls and texts that lie on one another. */
  readonly overlapping: readonly string[]
}

/** Measures the page as it stands. */
export function measure(page: Page): Promise<Faults> {
  return page.evaluate(() => {
    type Box = { left: number; top: number; right: number; bottom: number }
    const controls = 'a[href], button, input, textarea, select, [role="button"], [role="checkbox"], [role="switch"]'

    const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })
    const named = (element: Element) => {
      const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''
      return `${element.tagName.toLowerCase()}.${words(element.getAttribute('class')).replaceAll(' ', '.')} in [${id}]`
    }
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      // Said to screen readers alone.
      getComputedStyle(element).clipPath !== 'inset(50%)' &&
      !element.closest('.visually-hidden, svg, canvas, .cm-editor, [inert]')

    /** The part of a box that no ancestor hides; `hard` is set where a part is hidden and no scrolling brings it back. */
    function seen(element: Element, box: Box): { box: Box; hard: boolean } {
      const rest = { ...box }
      let hard = false
      let scrolls = { x: false, y: false }
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(each)
        const frame = each.getBoundingClientRect()
        if (overflowX !== 'visible') {
          const hides = rest.right > frame.right + 1.5 || rest.left < frame.left - 1.5
          scrolls = { ...scrolls, x: scrolls.x || overflowX === 'auto' || overflowX === 'scroll' }
          if (hides && !scrolls.x) hard = true
          rest.left = Math.max(rest.left, frame.left)
          rest.right = Math.min(rest.right, frame.right)
        }
        if (overflowY !== 'visible') {
          const hides = rest.bottom > frame.bottom + 4 || rest.top < frame.top - 4
          scrolls = { ...scrolls, y: scrolls.y || overflowY === 'auto' || overflowY === 'scroll' }
          if (hides && !scrolls.y) hard = true
          rest.top = Math.max(rest.top, frame.top)
          rest.bottom = Math.min(rest.bottom, frame.bottom)
        }
        if (position === 'fixed') break
      }
      return { box: rest, hard }
    }

    /** Whether a hint or a name of it, or of what it is in, says all of it. */
    function isRepeated(element: Element, text: string): boolean {
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        if (each.hasAttribute('data-hint-cut')) return true
        for (const attribute of ['data-hint', 'title', 'aria-label']) {
          if (words(each.getAttribute(attribute)).includes(text)) return true
        }
      }
      return false
    }

    const texts: { element: Element; text: string; box: Box }[] = []
    const cut: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = words(node.nodeValue)
      const element = node.parentElement
      if (!text || !element || !isShown(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { hard } = seen(element, boxOf(range.getBoundingClientRect()))
      if (hard && !isRepeated(element, text)) cut.push(`“${text.slice(0, 60)}” ${named(element)}`)
      for (const rect of range.getClientRects()) {
        const { box } = seen(element, boxOf(rect))
        if (box.right - box.left > 2 && box.bottom - box.top > 4) texts.push({ element, text, box })
      }
    }
    for (const element of document.querySelectorAll('.state-tag')) {
      if (!isShown(element)) continue
      const { box } = seen(element, boxOf(element.getBoundingClientRect()))
      if (box.right > box.left && box.bottom > box.top) texts.push({ element, text: words(element.textContent), box })
    }
    const ruler = document.body.appendChild(document.createElement('span'))
    Object.assign(ruler.style, { position: 'fixed', visibility: 'hidden', whiteSpace: 'pre' })
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!isShown(field) || field.value) continue
      const { font, letterSpacing, paddingLeft, paddingRight } = getComputedStyle(field)
      Object.assign(ruler.style, { font, letterSpacing })
      ruler.textContent = field.placeholder
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      // Both in the page's own pixels: large type enlarges what a rectangle says, and not what a field says of itself.
      const isCut = ruler.offsetWidth > room + 2
      if (isCut && !isRepeated(field, words(field.placeholder))) {
        cut.push(`placeholder “${field.placeholder}” ${named(field)}`)
      }
    }
    ruler.remove()

    /** Bars that stay while the rest scrolls, and menus, lie over it on purpose. */
    const floats = (element: Element) => {
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        if (each.matches('.el-popper') || ['sticky', 'fixed'].includes(getComputedStyle(each).position)) return each
      }
      return null
    }
    const meet = (a: Box, b: Box, y: number) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > y
    const overlapping: string[] = []
    function compare(things: readonly { element: Element; text: string; box: Box }[], y: number): void {
      const sorted = things.toSorted((a, b) => a.box.top - b.box.top)
      for (const [place, one] of sorted.entries()) {
        for (const other of sorted.slice(place + 1)) {
          if (other.box.top > one.box.bottom) break
          if (!meet(one.box, other.box, y) || one.element.contains(other.element)) continue
          if (other.element.contains(one.element) || floats(one.element) !== floats(other.element)) continue
          if (one.element === other.element) continue
          overlapping.push(`“${one.text}” ${named(one.element)} × “${other.text}” ${named(other.element)}`)
        }
      }
    }
    compare(texts, 8)
    const shownControls = [...document.querySelectorAll(controls)].filter(isShown).flatMap((element) =>
      // A link in a sentence is as many boxes as it has lines.
      [...element.getClientRects()].flatMap((rect) => {
        const { box } = seen(element, boxOf(rect))
        const isThere = box.right - box.left > 2 && box.bottom - box.top > 2
        return isThere ? [{ element, text: words(element.textContent), box }] : []
      })
    )
    compare(shownControls, 3)
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrolls: scrollWidth - clientWidth, cut: [...new Set(cut)], overlapping: [...new Set(overlapping)] }
  })
}

/** What has to be scrolled sideways for all of it to be seen, but for the source of a text. */
export function scrolledSideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => element.checkVisibility() && !element.closest('.cm-editor'))
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => {
        const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''
        return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} in [${id}]`
      })
  )
}

/** Every run of Chinese letters that an operator sees or hears on the page, with where it stands. */
export function chineseOn(page: Page): Promise<readonly (readonly [text: string, where: string])[]> {
  return page.evaluate(() => {
    const found: [string, string][] = []
    const note = (text: string | null | undefined, element: Element) => {
      if (!/\p{Script=Han}/u.test(text ?? '') || !element.checkVisibility() || element.closest('[lang^="zh"]')) return
      const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''
      for (const run of (text ?? '').match(/[\p{Script=Han}（）「」：，。、]+/gu) ?? []) {
        found.push([run, `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} in [${id}]`])
      }
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) note(child.nodeValue, element)
      for (const name of ['aria-label', 'title', 'placeholder', 'data-hint', 'alt']) {
        note(element.getAttribute(name), element)
      }
    }
    return found
  })
}
