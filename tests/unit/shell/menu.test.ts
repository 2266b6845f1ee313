import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, test } from 'vitest'
import type { ShellCommand } from '@shared/domain/shell-command'
import { speak } from '@shared/texts/say'
import { menuTemplate } from '../../../electron/shell/menu'
import { deskTexts } from '../../../electron/texts/en'

type Item = MenuItemConstructorOptions

const asked: ShellCommand[] = []
const template = (isMac: boolean, isPackaged = true): Item[] =>
  menuTemplate({
    isMac,
    isPackaged,
    command: (command) => void asked.push(command),
    openLogs: () => undefined,
    openData: () => undefined
  })
const itemsOf = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
const rolesOf = (items: readonly Item[]) => itemsOf(items).flatMap(({ role }) => (role ? [role] : []))

afterEach(() => {
  speak(null)
  asked.splice(0)
})

describe('the menu', () => {
  test('can copy, paste, zoom and quit on every system', () => {
    for (const isMac of [true, false]) {
      const needed = [
        'undo',
        'copy',
        'paste',
        'selectAll',
        'zoomIn',
        'zoomOut',
        'resetZoom',
        'togglefullscreen',
        'quit'
      ]
      expect(rolesOf(template(isMac))).toEqual(expect.arrayContaining(needed))
    }
  })

  test('begins with the program’s own menu on macOS, and with 文件 elsewhere', () => {
    expect(template(true).map(({ label }) => label)).toEqual(['代管台', '文件', '编辑', '显示', '窗口', '帮助'])
    expect(template(false).map(({ label }) => label)).toEqual(['文件', '编辑', '显示', '窗口', '帮助'])
  })

  test('reloads and opens developer tools while developing only', () => {
    expect(rolesOf(template(false, false))).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
    expect(rolesOf(template(false)).join()).not.toMatch(/reload|DevTools/i)
  })

  test('asks the page for everything that the page does, by a key of its own each', () => {
    const commanding = itemsOf(template(false)).filter(({ accelerator }) => accelerator !== undefined)
    const keys = commanding.map(({ accelerator }) => accelerator)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { click } of commanding) (click as (() => void) | undefined)?.()
    expect(asked.map(({ name }) => name).filter((name) => name !== 'page')).toEqual([
      'new_rollout',
      'palette',
      'search',
      'print',
      'settings',
      'refresh',
      'help'
    ])
    expect(asked.filter(({ name }) => name === 'page')).toHaveLength(9)
  })

  test('speaks the operator’s language', () => {
    speak(deskTexts)
    const labels = itemsOf(template(true)).flatMap(({ label }) => (label ? [label] : []))
    expect(labels).toContain('New rollout…')
    expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([])
  })
})
