/** What a desktop program does around its window: menu, tray, taskbar, notifications, links from elsewhere, the system's colours. */
import { join } from 'node:path'
import { app, Menu, nativeImage, nativeTheme, Notification, shell, Tray, type BrowserWindow } from 'electron'
import type { ShellCommand } from '@shared/domain/shell-command'
import type { Desk } from '../desk'
import type { Logger } from '../ports'
import { followSettings } from './appearance'
import { sendEvent } from './bridge'
import type { LinkArrivals } from './link-arrivals'
import { menuTemplate } from './menu'
import { createNotifier } from './notify'
import { quiet, type Standing } from './standing'
import { watchStanding } from './standing-watch'
import { showOnTaskbar, standingText } from './taskbar'
import { trayMenu } from './tray-menu'

export type MannersParts = {
  readonly window: BrowserWindow
  readonly desk: Promise<Desk>
  readonly links: LinkArrivals
  readonly dataDir: string
  /** The folder of the tray's pictures. */
  readonly iconsDir: string
  readonly logger: Logger
}

const isMac = process.platform === 'darwin'
const isWindows = process.platform === 'win32'

/** Installs all of it; returns how it stands with the rollouts at any moment. */
export function installManners(parts: MannersParts): () => Standing {
  const { window, desk, links } = parts
  let standing = (): Standing => quiet
  const open = (path: string): void => {
    bringForward(window)
    command(window, { name: 'open', path })
  }
  links.deliverTo(open)
  showMenu(parts)
  desk.then(
    async (opened) => {
      tellNotifications(opened, window, open)
      const show = await showStanding(parts, opened, open)
      standing = show.now
      await followSettings(opened, ({ theme }) => {
        nativeTheme.themeSource = theme
        showMenu(parts)
        show.again()
      })
    },
    () => undefined // told where it failed to open
  )
  return () => standing()
}

/** Brings the window before the operator's eyes, wherever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function command(window: BrowserWindow, asked: ShellCommand): void {
  sendEvent(window.webContents, 'shell.command', { command: asked })
}

function showMenu({ window, dataDir }: MannersParts): void {
  const template = menuTemplate({
    isMac,
    isPackaged: app.isPackaged,
    command: (asked) => command(window, asked),
    openLogs: () => void shell.openPath(join(dataDir, 'logs')),
    openData: () => void shell.openPath(dataDir)
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function tellNotifications(desk: Desk, window: BrowserWindow, open: (path: string) => void): void {
  if (!Notification.isSupported()) return
  const show = createNotifier({
    make: (texts) => new Notification(texts),
    isLookedAt: () => window.isVisible() && window.isFocused(),
    open
  })
  desk.onEvent(({ name, payload }) => {
    if (name === 'desktop.notification') show(payload)
  })
}

/** Tray and taskbar follow the standing; `again` shows it anew, after the language has changed. */
async function showStanding(parts: MannersParts, desk: Desk, open: (path: string) => void) {
  const { window, iconsDir } = parts
  const tray = openTray(parts)
  const dot = nativeImage.createFromPath(join(iconsDir, 'badge.png'))
  const setBadgeCount = (count: number) => app.setBadgeCount(count)
  const show = (standing: Standing): void => {
    showOnTaskbar({ window, isWindows, dot, setBadgeCount }, standing)
    if (!tray || tray.isDestroyed()) return
    tray.setToolTip(standingText(standing))
    const actions = {
      open: () => bringForward(window),
      openToday: () => open('/today'),
      pauseAll: () => void watch.pauseAll(),
      quit: () => app.quit()
    }
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(standing, actions)))
  }
  const watch = await watchStanding({ desk, onChange: show })
  app.once('will-quit', () => {
    watch.stop()
    tray?.destroy()
  })
  return { now: watch.now, again: () => show(watch.now()) }
}

/** Null where the desktop has no place for it. */
function openTray({ window, iconsDir, logger }: MannersParts): Tray | null {
  try {
    // A template picture takes the menu bar's own colour; `@2x` beside it is found by its name.
    const tray = new Tray(join(iconsDir, isMac ? 'trayTemplate.png' : 'tray.png'))
    if (!isMac) tray.on('click', () => bringForward(window))
    return tray
  } catch (error) {
    logger.warn('there is no tray', { error: String(error) })
    return null
  }
}
