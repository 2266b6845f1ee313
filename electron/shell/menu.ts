import type { MenuItemConstructorOptions } from 'electron'
import type { ShellCommand } from '@shared/domain/shell-command'
import { say } from '@shared/texts/say'

export type MenuFacts = {
  readonly isMac: boolean
  readonly isPackaged: boolean
  /** Asks the page. */
  readonly command: (command: ShellCommand) => void
  readonly openLogs: () => void
  readonly openData: () => void
}

type Item = MenuItemConstructorOptions

/**
 * The application's menu, in the language that is spoken now. Reload and developer tools are for development; a packaged
 * application has neither. The page has the same keys for itself: it hears them first, and what it takes never gets here.
 */
export function menuTemplate(facts: MenuFacts): Item[] {
  return [
    ...(facts.isMac ? [applicationMenu(facts)] : []),
    { label: say`文件`, submenu: fileItems(facts) },
    { label: say`编辑`, submenu: editItems() },
    { label: say`显示`, submenu: viewItems(facts) },
    { label: say`窗口`, role: 'window', submenu: windowItems(facts) },
    { label: say`帮助`, role: 'help', submenu: helpItems(facts) }
  ]
}

const separator: Item = { type: 'separator' }

function applicationMenu(facts: MenuFacts): Item {
  return {
    label: say`代管台`,
    submenu: [
      { role: 'about', label: say`关于代管台` },
      separator,
      settingsItem(facts),
      separator,
      { role: 'services', label: say`服务` },
      separator,
      { role: 'hide', label: say`隐藏代管台` },
      { role: 'hideOthers', label: say`隐藏其他` },
      { role: 'unhide', label: say`全部显示` },
      separator,
      { role: 'quit', label: say`退出代管台` }
    ]
  }
}

const settingsItem = ({ command }: MenuFacts): Item => ({
  label: say`设置…`,
  accelerator: 'CmdOrCtrl+,',
  click: () => command({ name: 'settings' })
})

function fileItems(facts: MenuFacts): Item[] {
  const { isMac, command } = facts
  return [
    { label: say`新建批量发布…`, accelerator: 'CmdOrCtrl+Shift+N', click: () => command({ name: 'new_rollout' }) },
    { label: say`查找和执行…`, accelerator: 'CmdOrCtrl+K', click: () => command({ name: 'palette' }) },
    { label: say`搜索商家`, accelerator: 'CmdOrCtrl+F', click: () => command({ name: 'search' }) },
    separator,
    { label: say`打印…`, accelerator: 'CmdOrCtrl+P', click: () => command({ name: 'print' }) },
    ...(isMac ? [] : [separator, settingsItem(facts), separator, { role: 'quit', label: say`退出` } satisfies Item])
  ]
}

/** Without these roles, macOS has no copy and paste in text fields. */
const editItems = (): Item[] => [
  { role: 'undo', label: say`撤销` },
  { role: 'redo', label: say`重做` },
  separator,
  { role: 'cut', label: say`剪切` },
  { role: 'copy', label: say`复制` },
  { role: 'paste', label: say`粘贴` },
  { role: 'selectAll', label: say`全选` }
]

const viewItems = ({ isPackaged, command }: MenuFacts): Item[] => [
  ...(isPackaged ? [] : developmentItems()),
  // Not Ctrl+R: it stands for reading the merchants anew, not for loading the page.
  { label: say`刷新商家`, accelerator: 'F5', click: () => command({ name: 'refresh' }) },
  separator,
  { role: 'resetZoom', label: say`实际大小` },
  { role: 'zoomIn', label: say`放大` },
  { role: 'zoomOut', label: say`缩小` },
  separator,
  { role: 'togglefullscreen', label: say`全屏` }
]

const developmentItems = (): Item[] => [
  { role: 'reload', label: say`重新载入` },
  { role: 'toggleDevTools', label: say`开发者工具` },
  separator
]

function windowItems({ isMac, command }: MenuFacts): Item[] {
  const pages = Array.from({ length: 9 }, (_, index): Item => {
    const number = index + 1
    return {
      label: say`第 ${number} 个页面`,
      accelerator: `CmdOrCtrl+${number}`,
      click: () => command({ name: 'page', number })
    }
  })
  return [
    { role: 'minimize', label: say`最小化` },
    ...(isMac ? [{ role: 'zoom', label: say`缩放` } satisfies Item] : []),
    { role: 'close', label: say`关闭窗口` },
    separator,
    ...pages,
    ...(isMac ? [separator, { role: 'front', label: say`前置全部窗口` } satisfies Item] : [])
  ]
}

const helpItems = ({ command, openLogs, openData }: MenuFacts): Item[] => [
  { label: say`帮助`, accelerator: 'F1', click: () => command({ name: 'help' }) },
  separator,
  { label: say`打开日志文件夹`, click: openLogs },
  { label: say`打开数据文件夹`, click: openData }
]
