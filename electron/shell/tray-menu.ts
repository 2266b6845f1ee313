import type { MenuItemConstructorOptions } from 'electron'
import { say } from '@shared/texts/say'
import type { Standing } from './standing'
import { standingText } from './taskbar'

export type TrayActions = {
  readonly open: () => void
  readonly openToday: () => void
  readonly pauseAll: () => void
  readonly quit: () => void
}

/** The tray's menu: how it stands, and the main actions. Its first line says why 全部暂停 can not be chosen. */
export function trayMenu(standing: Standing, { open, openToday, pauseAll, quit }: TrayActions) {
  const { running, waiting } = standing
  const items: MenuItemConstructorOptions[] = [
    { label: standingText(standing), enabled: false },
    { type: 'separator' },
    { label: say`打开代管台`, click: open },
    { label: waiting > 0 ? say`今日（${waiting} 件等你处理）` : say`今日`, click: openToday },
    { label: say`全部暂停`, enabled: running > 0, click: pauseAll },
    { type: 'separator' },
    { label: say`退出代管台`, click: quit }
  ]
  return items
}
