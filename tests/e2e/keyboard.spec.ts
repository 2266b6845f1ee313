import { expect, test } from '@playwright/test'
import { scenes, visit } from './support/every-route'
import { closeOverlay, openOverlay, overlays } from './support/overlays'
import { furnished, type Furnished } from './support/furnished'

test.describe.configure({ timeout: 600_000 })

let site: Furnished['site']
let page: Furnished['page']
let world: Furnished['world']
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  ;({ site, page, world } = await furnished(browser, { width: 1280, height: 800 }))
})
test.afterAll(() => site.stop())

/** More than a page has before its content repeats itself. */
const presses = 24

test('on every page Tab goes through the content in the order of reading, and is seen where it is', async () => {
  for (const scene of scenes) {
    await test.step(scene.name, async () => {
      await visit(page, scene, world)
      await page.locator('main').evaluate((main) => {
        main.tabIndex = -1
        main.focus()
        main.removeAttribute('tabindex')
      })
      const stops: Stop[] = []
      for (let press = 0; press < presses; press += 1) {
        await tabOn()
        const stop = await stopHere()
        if (!stop.inside) break
        stops.push(stop)
      }
      expect.soft(stops.length, `${scene.name}: something can be reached`).toBeGreaterThan(0)
      expect
        .soft(
          stops.filter(({ isSeen }) => !isSeen),
          `${scene.name}: the focus is seen`
        )
        .toEqual([])
      expect
        .soft(
          stops.filter(({ isNamed }) => !isNamed),
          `${scene.name}: each has a name`
        )
        .toEqual([])
      // A field for a time has a stop for each of its parts.
      const trapped = stops.filter(
        ({ key }, place) => place >= 5 && stops.slice(place - 5, place).every((each) => each.key === key)
      )
      expect.soft(trapped, `${scene.name}: Tab gets out of everything`).toEqual([])
    })
  }
})

test('dialogs, drawers and menus open with Enter, hold the focus, and give it back with Escape', async () => {
  for (const overlay of overlays) {
    await test.step(overlay.name, async () => {
      await openOverlay(page, world, overlay, 'keyboard')
      if (overlay.keepsFocus) {
        for (let press = 0; press < 6; press += 1) {
          await page.keyboard.press('Tab')
          const isInside = () => page.evaluate(() => !!document.activeElement?.closest('[role="dialog"], dialog[open]'))
          expect.soft(await isInside(), `${overlay.name}: the focus stays inside`).toBe(true)
        }
      }
      await closeOverlay(page, overlay)
      const trigger = page.locator(`${overlay.back}:visible`).first()
      await expect.soft(trigger, `${overlay.name}: the focus is back`).toBeFocused({ timeout: 5_000 })
    })
  }
})

test('from the list to a submission without a pointer', async () => {
  const press = (...keys: readonly string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())
  await visit(page, { name: '', route: '', path: () => '/merchants', ready: 'merchant-row' }, world)
  await press('/')
  await page.keyboard.insertText(world.appId)
  await expect(page.getByTestId('merchant-row')).toHaveCount(1)
  await press('Enter')
  await expect(page.getByTestId('stage-latest')).toBeVisible()

  await tabTo('action-upload')
  await press('Enter')
  await expect(page.getByTestId('template-option').first()).toBeVisible()
  await tabTo('upload-version')
  await press('Control+a')
  await page.keyboard.insertText('9.9.0')
  await expect(page.getByTestId('upload-confirm')).not.toHaveClass(/is-disabled/)
  await tabTo('upload-confirm')
  await press('Enter')
  await expect(page.getByTestId('upload-dialog')).toBeHidden()
  await expect(page.getByTestId('stage-latest')).toContainText('9.9.0')

  await tabTo('action-submit')
  await press('Enter')
  await expect(page.getByTestId('submit-confirm')).not.toHaveClass(/is-disabled/)
  await tabTo('submit-confirm')
  await press('Enter')
  await expect(page.getByTestId('submit-dialog')).toBeHidden()
  await expect(page.getByTestId('stage-audit')).toContainText('9.9.0')
})

test('the tabs of a merchant are links: Tab reaches them, Enter opens them', async () => {
  await visit(
    page,
    { name: '', route: '', path: () => `/merchants/${world.accountId}/${world.appId}`, ready: 'stage-latest' },
    world
  )
  await tabTo('tab-profile')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('categories-tab')).toBeVisible()
  await expect(page.getByTestId('tab-categories')).toHaveAttribute('aria-current', 'page')
})

/** Presses Tab until it is there. */
async function tabTo(testId: string): Promise<void> {
  const isThere = () =>
    page.evaluate((id) => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') === id, testId)
  for (let press = 0; press < 80 && !(await isThere()); press += 1) await tabOn()
  expect(await isThere(), `Tab reaches ${testId}`).toBe(true)
}

/** The next stop. In an editor Tab indents; Escape, then Tab leaves it, as the line below it says. */
async function tabOn(): Promise<void> {
  const isInEditor = await page.evaluate(() => !!document.activeElement?.shadowRoot)
  if (isInEditor) await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
}

type Stop = { readonly key: string; readonly inside: boolean; readonly isSeen: boolean; readonly isNamed: boolean }

/** Where the focus is: in the content or out of it, whether that is to be seen, and whether it says what it is. */
function stopHere(): Promise<Stop> {
  return page.evaluate(() => {
    const host = document.activeElement
    if (!host?.closest('main')) return { key: '', inside: false, isSeen: true, isNamed: true }
    const element = host.shadowRoot?.activeElement ?? host
    const isMarked = (each: Element | null | undefined, part?: string) => {
      if (!each) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each, part)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    // A tick is marked at its box, a field at its border, a grid at its active row.
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    const around = [
      element,
      element.firstElementChild,
      element.nextElementSibling,
      host.parentElement,
      host.parentElement?.parentElement,
      active
    ]
    const isSeen = around.some((each) => isMarked(each) || isMarked(each, '::before') || isMarked(each, '::after'))
    const attributes = ['aria-label', 'aria-labelledby', 'title', 'placeholder'].map((name) =>
      element.getAttribute(name)
    )
    const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels.length : 0
    const isNamed = attributes.some(Boolean) || labels > 0 || !!element.textContent?.trim()
    const place = [...document.querySelectorAll('*')].indexOf(host)
    const key = `${place} ${host.tagName.toLowerCase()}.${host.className} ${host.textContent?.trim().slice(0, 30)}`
    return { key, inside: true, isSeen, isNamed }
  })
}
