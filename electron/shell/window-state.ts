import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Where the window was when it was closed, in device-independent pixels. */
const windowState = z.strictObject({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  isMaximized: z.boolean(),
  // Files of versions before it had none.
  zoomLevel: z.number().min(-5).max(5).default(0)
})

export type WindowState = {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
  /** Chromium's: 0 is the actual size, each step a fifth more. */
  readonly zoomLevel: number
}

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const defaultState: WindowState = { width: 1280, height: 800, isMaximized: false, zoomLevel: 0 }

/** Enough of the title bar must be on a screen to take hold of it. */
const graspable = { width: 120, height: 40 }

/** Reads the file; a missing or damaged one is the default. The place is forgotten where no screen shows it any more. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  const state = parse(file)
  if (!state) return defaultState
  const { x, y, width, height, isMaximized, zoomLevel } = state
  const size = { width, height, isMaximized, zoomLevel }
  if (x === undefined || y === undefined) return size
  const isVisible = screens.some((screen) => isGraspable({ x, y, width, height }, screen))
  return isVisible ? { x, y, ...size } : size
}

/** Writes beside and renames, so that a power loss leaves the old file or the new one. */
export function saveWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.new`
  const descriptor = openSync(draft, 'w')
  try {
    writeSync(descriptor, JSON.stringify(state))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
}

function parse(file: string): z.output<typeof windowState> | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Whether the window's top edge is on the screen, wide enough. */
function isGraspable(window: Area, screen: Area): boolean {
  const overlap = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const isTopOnScreen = window.y >= screen.y && window.y + graspable.height <= screen.y + screen.height
  return overlap >= graspable.width && isTopOnScreen
}
