import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { say } from '@shared/texts/say'

/** The page's own background in both themes, so that the window does not flash before the page has drawn. */
const background = { light: '#ffffff', dark: '#141414' } as const

export type WindowFacts = {
  readonly preload: string
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number }
  readonly isDark: boolean
  /** A packaged application has no developer tools. */
  readonly isPackaged: boolean
}

/** The options of the one window. What Electron's security checklist asks for is said outright, defaults included. */
export function windowOptions({ preload, bounds, isDark, isPackaged }: WindowFacts): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: say`代管台`,
    backgroundColor: isDark ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged
    }
  }
}
