import type { Page } from '@playwright/test'
import { scenes, visit } from './every-route'
import type { World } from './practice-world'

/** What opens over a page: where, by which buttons one after the other, and what is in it. Escape closes it. */
export type Overlay = {
  readonly name: string
  readonly scene: string
  readonly buttons: readonly string[]
  readonly ready: string
  /** A menu or a popover lets the Tab key out. */
  readonly keepsFocus: boolean
}

/** Dialogs, drawers, menus and popovers: at least one of each kind that there is. */
export const overlays: readonly Overlay[] = [
  dialog('upload', 'merchant', ['action-upload'], 'upload-description'),
  dialog('submit', 'merchant', ['action-submit'], 'submit-note'),
  dialog('trial-code', 'merchant', ['action-code-latest'], 'code-image'),
  dialog('name', 'merchant-profile', ['profile-name-change'], 'name-input'),
  dialog('introduction', 'merchant-profile', ['profile-introduction-change'], 'introduction-input'),
  dialog('mini-code', 'merchant-codes', ['codes-new'], 'mini-page'),
  dialog('mini-codes', 'merchant-codes', ['codes-bulk'], 'bulk-numbers'),
  dialog('paste', 'merchants', ['paste-list'], 'paste-text'),
  dialog('list-export', 'merchants', ['export-list'], 'export-save'),
  dialog('palette', 'merchants', ['open-palette'], 'palette-query'),
  dialog('help', 'merchants', ['open-help'], 'help-codes'),
  dialog('variable', 'templates-ext', ['part-variables', 'variable-add'], 'variable-name'),
  dialog('add-account', 'accounts', ['accounts-add'], 'account-save'),
  dialog('assign', 'baselines', ['assign-merchants'], 'picker-row'),
  menu('note', 'merchant', 'head-note', 'note-text'),
  menu('columns', 'merchants', 'column-menu', 'column-choice'),
  menu('account-menu', 'merchants', 'account-switcher', 'account-add')
]

function dialog(name: string, scene: string, buttons: readonly string[], ready: string): Overlay {
  return { name, scene, buttons, ready, keepsFocus: true }
}

function menu(name: string, scene: string, button: string, ready: string): Overlay {
  return { name, scene, buttons: [button], ready, keepsFocus: false }
}

/** Goes to its page and presses its buttons, with the keyboard or the pointer. */
export async function openOverlay(
  page: Page,
  world: World,
  overlay: Overlay,
  by: 'keyboard' | 'pointer'
): Promise<void> {
  const scene = scenes.find(({ name }) => name === overlay.scene)
  if (!scene) throw new Error(`no scene is called ${overlay.scene}`)
  await visit(page, scene, world)
  for (const testId of overlay.buttons) {
    const button = page.getByTestId(testId).first()
    if (by === 'keyboard') await button.press('Enter')
    else await button.click()
  }
  await page.getByTestId(overlay.ready).first().waitFor({ timeout: 20_000 })
}
