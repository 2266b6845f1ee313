import { say } from '@shared/texts/say'
import type { Standing } from './standing'

/** What Electron's `setProgressBar` is told: below 0 takes the bar away. The mode is shown on Windows only. */
export type Bar = { readonly share: number; readonly mode: 'none' | 'normal' | 'paused' }

/** The bar on the program's icon: how far the running rollouts are; yellow and full where all that is left waits for a decision. */
export function barOf({ running, done, total, held }: Standing): Bar {
  if (running > 0) return { share: total === 0 ? 0 : done / total, mode: 'normal' }
  return held > 0 ? { share: 1, mode: 'paused' } : { share: -1, mode: 'none' }
}

/** One line on how it stands: the tray's tooltip, and its menu's first line. */
export function standingText({ running, done, total, held }: Standing): string {
  if (running > 0) return say`${running} 个批量发布在进行：${done} / ${total}`
  if (held > 0) return say`${held} 个批量发布等你决定`
  return say`没有在进行的批量发布`
}

/** What the badge's number means, for a screen reader; on Windows it is a dot. */
export const badgeText = (waiting: number): string => (waiting > 0 ? say`${waiting} 件等你处理` : '')

/** A window, as far as its button in the taskbar goes. */
export interface TaskbarWindow<Picture> {
  setProgressBar(share: number, options: { mode: 'none' | 'normal' | 'paused' }): void
  setOverlayIcon(picture: Picture | null, text: string): void
  isDestroyed(): boolean
}

export type TaskbarParts<Picture> = {
  readonly window: TaskbarWindow<Picture>
  /** Windows has no numbers on its buttons, but small pictures. */
  readonly isWindows: boolean
  readonly dot: Picture
  readonly setBadgeCount: (count: number) => unknown
}

/** Shows the standing on the program's icon: the bar, and how much waits. */
export function showOnTaskbar<Picture>(parts: TaskbarParts<Picture>, standing: Standing): void {
  const { window, isWindows, dot, setBadgeCount } = parts
  if (window.isDestroyed()) return
  const { share, mode } = barOf(standing)
  window.setProgressBar(share, { mode })
  if (isWindows) window.setOverlayIcon(standing.waiting > 0 ? dot : null, badgeText(standing.waiting))
  else setBadgeCount(standing.waiting)
}
