import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultState, readWindowState, saveWindowState } from '../../../electron/shell/window-state'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const state = { x: 100, y: 50, width: 1300, height: 820, isMaximized: false, zoomLevel: 0 }

describe('the window’s size and place', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'window-'))
    file = join(folder, 'deep', 'window.json')
  })

  test('come back as they were, and leave no draft behind', () => {
    saveWindowState(file, state)
    expect(readWindowState(file, [screen])).toEqual(state)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['window.json'])
  })

  test('are the default where there is no file, or a damaged one', () => {
    expect(readWindowState(file, [screen])).toEqual(defaultState)
    saveWindowState(file, state)
    for (const text of [
      '',
      '{',
      '[]',
      '{"width":"1"}',
      JSON.stringify({ ...state, width: 3 }),
      JSON.stringify({ ...state, more: 1 })
    ]) {
      writeFileSync(file, text)
      expect(readWindowState(file, [screen])).toEqual(defaultState)
    }
  })

  test('forget the place where no screen shows enough of the window’s top', () => {
    const size = { width: 1300, height: 820, isMaximized: false, zoomLevel: 0 }
    for (const place of [
      { x: 5000, y: 50 },
      { x: -1250, y: 50 },
      { x: 100, y: -200 },
      { x: 100, y: 1060 }
    ]) {
      saveWindowState(file, { ...state, ...place })
      expect(readWindowState(file, [screen])).toEqual(size)
    }
  })

  test('keep the zoom, which files of older versions do not have', () => {
    saveWindowState(file, { ...state, zoomLevel: 1.5 })
    expect(readWindowState(file, [screen]).zoomLevel).toBe(1.5)
    writeFileSync(file, JSON.stringify({ ...state, zoomLevel: undefined }))
    expect(readWindowState(file, [screen])).toEqual(state)
  })

  test('keep a place on a second screen', () => {
    saveWindowState(file, { ...state, x: 2500 })
    expect(readWindowState(file, [screen, { ...screen, x: 1920 }])).toEqual({ ...state, x: 2500 })
  })
})
