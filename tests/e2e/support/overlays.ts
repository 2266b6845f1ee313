import { expect, type Page } from '@playwright/test'
import { scenes, settled, visit } from './every-route'
import type { World } from './practice-world'

/** What opens over a page: where, by which buttons one after the other, and what is in it. Escape closes it. */
export type Overlay = {
  readonly name: string
  readonly scene: string
  /** Selectors, as is `ready`. */
  readonly buttons: readonly string[]
  readonly ready: string
  /** What has the keyboard again once it is closed. */
  readonly back: string
  /** A menu or a popover lets the Tab key out. */
  readonly keepsFocus: boolean
}

const id = (testId: string) => `[data-testid="${testId}"]`
const tickRow = `${id('merchant-row')} input[type="checkbox"]`
const box = '.el-message-box'
const patience = { timeout: 20_000 }

/** Dialogs, drawers, menus and popovers that a click opens in the practice environment. */
export const overlays: readonly Overlay[] = [
  dialog('upload', 'merchant', [id('action-upload')], id('upload-description')),
  dialog('submit', 'merchant', [id('action-submit')], id('submit-note')),
  dialog('rollback', 'merchant', [id('action-rollback')], id('confirm-button')),
  dialog('trial-code', 'merchant', [id('action-code-latest')], id('code-image')),
  dialog('name', 'merchant-profile', [id('profile-name-change')], id('name-input')),
  dialog('introduction', 'merchant-profile', [id('profile-introduction-change')], id('introduction-input')),
  dialog('category', 'merchant-categories', [id('delete-category')], id('category-confirm')),
  dialog('mini-code', 'merchant-codes', [id('codes-new')], id('mini-page')),
  dialog('mini-codes', 'merchant-codes', [id('codes-bulk')], id('bulk-numbers')),
  dialog('paste', 'merchants', [id('paste-list')], id('paste-text')),
  dialog('list-export', 'merchants', [id('export-list')], id('export-save')),
  dialog(
    'tags',
    'merchants',
    [tickRow, id('selection-marks'), id('selection-tags')],
    id('tags-add'),
    id('selection-marks')
  ),
  dialog(
    'notes',
    'merchants',
    [tickRow, id('selection-marks'), id('selection-note')],
    id('notes-text'),
    id('selection-marks')
  ),
  dialog('view', 'merchants', [id('view-menu'), id('view-saveNew')], id('view-name'), id('view-menu')),
  dialog('palette', 'merchants', [id('open-palette')], id('palette-query')),
  dialog('help', 'merchants', [id('open-help')], id('help-codes')),
  dialog('start', 'new-rollout', [id('plan-start')], id('plan-confirm')),
  dialog('add-template', 'templates', [id('draft-add')], box),
  dialog('delete-template', 'templates', [id('template-delete')], id('delete-confirm')),
  dialog('variable', 'templates-ext', [id('part-variables'), id('variable-add')], id('variable-name')),
  dialog('code-show', 'codes', [id('wall-present')], id('code-show-title')),
  dialog(
    'code-export',
    'codes',
    [id('wall-export'), id('wall-export-pictures')],
    id('export-pattern'),
    id('wall-export')
  ),
  dialog('add-account', 'accounts', [id('accounts-add')], id('account-save')),
  dialog('assign', 'baselines', [id('assign-merchants')], id('picker-row')),
  dialog('apply', 'baselines', [id('apply-baseline')], id('apply-look')),
  dialog('delete-baseline', 'baselines', [id('baseline-delete')], box),
  dialog('archive', 'settings', [id('data-to-file')], id('archive-make')),
  dialog('restore', 'settings', [id('backup-restore')], id('restore-facts')),
  dialog('licences', 'settings', [id('licences-open')], id('licence')),
  dialog('reset', 'settings', [id('practice-reset')], box),
  menu('entry', 'activity', id('activity-grid'), id('activity-changes')),
  menu('note', 'merchant', id('head-note'), id('note-text')),
  menu('columns', 'merchants', id('column-menu'), id('column-choice')),
  menu('filter', 'merchants', '.filter-chip .open', '.choices'),
  menu('batch', 'merchants', id('batch-menu'), id('batch-menu-icon')),
  menu('rollout-more', 'rollout', id('rollout-more'), id('rollout-more-clone')),
  menu('account-menu', 'merchants', id('account-switcher'), id('account-add'))
]

function dialog(
  name: string,
  scene: string,
  buttons: readonly string[],
  ready: string,
  back = buttons.at(-1) ?? ''
): Overlay {
  return { name, scene, buttons, ready, back, keepsFocus: true }
}

function menu(name: string, scene: string, button: string, ready: string): Overlay {
  return { name, scene, buttons: [button], ready, back: button, keepsFocus: false }
}

/** Goes to its page and presses its buttons, with the keyboard or the pointer; what opened has come to rest then. */
export async function openOverlay(
  page: Page,
  world: World,
  overlay: Overlay,
  by: 'keyboard' | 'pointer'
): Promise<void> {
  const scene = scenes.find(({ name }) => name === overlay.scene)
  if (!scene) throw new Error(`no scene is called ${overlay.scene}`)
  await visit(page, scene, world)
  for (const selector of overlay.buttons) {
    const button = page.locator(`${selector}:visible`).first()
    if (selector === tickRow) await button.setChecked(true, patience)
    else if (by === 'pointer') await button.click(patience)
    else {
      // A list has the keyboard itself, and its arrow keys choose the row.
      if ((await button.getAttribute('role')) === 'grid') await button.press('ArrowDown', patience)
      await button.press('Enter', patience)
    }
  }
  await page.locator(`${overlay.ready}:visible`).first().waitFor(patience)
  await settled(page)
}

/** Closes it, and waits until it is gone. */
export async function closeOverlay(page: Page, overlay: Overlay): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.soft(page.locator(`${overlay.ready}:visible`), `${overlay.name}: Escape closes it`).toHaveCount(0)
}
