import type { MenuItemConstructorOptions } from 'electron'

export type MenuFacts = { readonly isMac: boolean; readonly isPackaged: boolean; readonly openLogs: () => void }

/** The application's menu. Reload and developer tools are for development; a packaged application has neither. */
export function menuTemplate({ isMac, isPackaged, openLogs }: MenuFacts): MenuItemConstructorOptions[] {
  return [
    isMac ? macApplicationMenu : { label: '文件', submenu: [{ role: 'quit', label: '退出' }] },
    editMenu,
    { label: '显示', submenu: [...(isPackaged ? [] : developmentItems), ...viewItems] },
    {
      label: '窗口',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'close', label: '关闭窗口' }
      ]
    },
    { label: '帮助', submenu: [{ label: '打开日志文件夹', click: openLogs }] }
  ]
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

const macApplicationMenu: MenuItemConstructorOptions = {
  label: '代管台',
  submenu: [
    { role: 'about', label: '关于代管台' },
    separator,
    { role: 'hide', label: '隐藏代管台' },
    { role: 'hideOthers', label: '隐藏其他' },
    { role: 'unhide', label: '全部显示' },
    separator,
    { role: 'quit', label: '退出代管台' }
  ]
}

/** Without these roles, macOS has no copy and paste in text fields. */
const editMenu: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    separator,
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' }
  ]
}

const viewItems: MenuItemConstructorOptions[] = [
  { role: 'resetZoom', label: '实际大小' },
  { role: 'zoomIn', label: '放大' },
  { role: 'zoomOut', label: '缩小' },
  separator,
  { role: 'togglefullscreen', label: '全屏' }
]

const developmentItems: MenuItemConstructorOptions[] = [
  { role: 'reload', label: '重新载入' },
  { role: 'toggleDevTools', label: '开发者工具' },
  separator
]
