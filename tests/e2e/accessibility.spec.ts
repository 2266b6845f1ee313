import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { routeNames, scenes, visit } from './support/every-route'
import { closeOverlay, openOverlay, overlays } from './support/overlays'
import { wear } from './support/practice-world'
import { furnished, type Furnished } from './support/furnished'

/** Rows are alike: three of each list are enough, and a list has hundreds. */
const more = '[role="row"] ~ [role="row"] ~ [role="row"]'
/** Element Plus names the list of a choice before it is opened and there. */
const closedChoices = ['preview-merchant', 'mini-page', 'events-merchant'].map((id) => `[data-testid="${id}"]`)
/** A grid has the focus itself, and its arrow keys scroll its rows. */
const scrolledByGrid = /^<div class="viewport" role="rowgroup"/

test.describe.configure({ timeout: 600_000 })

let site: Furnished['site']
let page: Furnished['page']
let world: Furnished['world']
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  ;({ site, page, world } = await furnished(browser, { width: 1280, height: 800 }))
})
test.afterAll(() => site.stop())

test('every route of the application has its scene here', () => {
  expect(new Set(scenes.map(({ route }) => route))).toEqual(new Set(routeNames))
})

test('no page has anything that keeps a person out, light or dark', async () => {
  for (const scene of scenes) {
    await test.step(scene.name, async () => {
      await visit(page, scene, world)
      await expectAccessible(scene.name)
    })
  }
})

test('no dialog, drawer or menu has anything that keeps a person out, light or dark', async () => {
  for (const overlay of overlays) {
    await test.step(overlay.name, async () => {
      await openOverlay(page, world, overlay, 'pointer')
      await expectAccessible(overlay.name, await markOverlay(overlay.ready))
      await closeOverlay(page, overlay)
    })
  }
})

/** Marks what lies over the page, which was looked at on its own; answers the selector. */
async function markOverlay(inIt: string): Promise<string> {
  await page
    .locator(`${inIt}:visible`)
    .first()
    .evaluate((element) => {
      for (const each of document.querySelectorAll('[data-overlay]')) each.removeAttribute('data-overlay')
      const overlay = element.closest('[role="dialog"], dialog, aside, .el-popper') ?? document.body
      overlay.setAttribute('data-overlay', '')
    })
  return '[data-overlay]'
}

/**
 * Nothing serious or critical. Light and dark: the colours are what differs, so that the second look is for the contrast alone.
 */
async function expectAccessible(name: string, within = 'html'): Promise<void> {
  const axe = () =>
    closedChoices.reduce(
      (builder, each) => builder.exclude(each),
      new AxeBuilder({ page }).include(within).exclude(more)
    )
  await wear(page, 'light')
  const { violations } = await axe().analyze()
  await wear(page, 'dark')
  const dark = await axe().withRules(['color-contrast']).analyze()
  const seen = [...violations, ...dark.violations].flatMap(({ id, impact, nodes }) => {
    const found = nodes.filter(({ html }) => !(id === 'scrollable-region-focusable' && scrolledByGrid.test(html)))
    if (found.length === 0 || (impact !== 'serious' && impact !== 'critical')) return []
    return [[impact, id, found.slice(0, 3).map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`)]]
  })
  expect.soft(seen, name).toEqual([])
}
