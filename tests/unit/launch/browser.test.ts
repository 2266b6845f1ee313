import { describe, expect, test } from 'vitest'
import { findBrowser, hasDisplay, windowArguments, type System } from '../../../electron/launch/browser'

const system = (
  platform: NodeJS.Platform,
  environment: System['environment'],
  installed: readonly string[]
): System => ({
  platform,
  environment,
  isExecutable: (path) => installed.includes(path)
})

describe('the installed browser', () => {
  test('is found on Linux by its name on the PATH, Chromium first', () => {
    const both = ['/opt/google-chrome', '/usr/local/bin/chromium']
    expect(findBrowser(system('linux', { PATH: '/opt:/usr/local/bin' }, both))).toBe('/usr/local/bin/chromium')
    expect(findBrowser(system('linux', {}, ['/usr/bin/chromium']))).toBe('/usr/bin/chromium')
  })

  test('is found on macOS and Windows where it is installed', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(findBrowser(system('darwin', {}, [edge]))).toBe(edge)
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    expect(findBrowser(system('win32', { ProgramFiles: 'C:\\Program Files' }, [chrome]))).toBe(chrome)
  })

  test('is the one that CHROMIUM_PATH names, where it exists', () => {
    const installed = ['/own/chromium', '/usr/bin/chromium']
    expect(findBrowser(system('linux', { CHROMIUM_PATH: '/own/chromium' }, installed))).toBe('/own/chromium')
    expect(findBrowser(system('linux', { CHROMIUM_PATH: '/gone' }, installed))).toBe('/usr/bin/chromium')
  })

  test('may be missing', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(findBrowser(system(platform, {}, []))).toBeNull()
  })

  test('shows the address as a window with a profile of its own, and keeps its sandbox unless root runs it', () => {
    const options = { url: 'http://127.0.0.1:1/?token=x', profileDir: '/data/profile' }
    const args = windowArguments({ ...options, isRoot: false })
    expect(args).toContain('--app=http://127.0.0.1:1/?token=x')
    expect(args).toContain('--user-data-dir=/data/profile')
    expect(args).toContain('--disable-background-networking')
    expect(args).not.toContain('--no-sandbox')
    expect(windowArguments({ ...options, isRoot: true })).toContain('--no-sandbox')
  })

  test('needs a display on Linux only', () => {
    expect(hasDisplay(system('linux', {}, []))).toBe(false)
    expect(hasDisplay(system('linux', { DISPLAY: ':0' }, []))).toBe(true)
    expect(hasDisplay(system('linux', { WAYLAND_DISPLAY: 'wayland-0' }, []))).toBe(true)
    expect(hasDisplay(system('darwin', {}, []))).toBe(true)
  })
})
