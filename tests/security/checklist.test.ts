import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '@shared/csp'
import { isOwnAddress, startAddress } from '../../electron/shell/addresses'
import { isTrustedSender } from '../../electron/shell/bridge'
import { safeExternalUrl } from '../../electron/shell/links'
import { isAllowedRequest } from '../../electron/shell/navigation'
import { isPermitted } from '../../electron/shell/permissions'
import { windowOptions } from '../../electron/shell/window-options'

const root = join(import.meta.dirname, '../..')
const shellFolder = join(root, 'electron/shell')
const readShell = (name: string) => readFileSync(join(shellFolder, name), 'utf8')
const wholeShell = () => readdirSync(shellFolder).map(readShell).join('\n')

const options = (isPackaged: boolean) =>
  windowOptions({ preload: '/p.cjs', bounds: { width: 1280, height: 800 }, isDark: false, isPackaged })
    .webPreferences ?? {}

/** https://www.electronjs.org/docs/latest/tutorial/security, item by item. */
describe('Electron’s security checklist', () => {
  test('1: only our own page is loaded, and no request goes to the network', () => {
    expect(isOwnAddress(startAddress)).toBe(true)
    expect(isAllowedRequest('http://example.com/', null)).toBe(false)
    expect(isAllowedRequest('https://example.com/', null)).toBe(false)
  })

  test('2: the page has no Node', () => {
    expect(options(true)).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false
    })
  })

  test('3: the page and the preload have separate worlds', () => {
    expect(options(true).contextIsolation).toBe(true)
  })

  test('4: every page process is sandboxed, by option and before the application is ready', () => {
    expect(options(true).sandbox).toBe(true)
    const main = readShell('main.ts')
    expect(main.indexOf('app.enableSandbox()')).toBeGreaterThan(0)
    expect(main.indexOf('app.enableSandbox()')).toBeLessThan(main.indexOf('whenReady'))
  })

  test('5: permissions are refused by both handlers', () => {
    expect(isPermitted('geolocation', startAddress)).toBe(false)
    for (const permission of ['fullscreen', 'fileSystem']) expect(isPermitted(permission, 'app://other/')).toBe(false)
    const source = readShell('permissions.ts')
    expect(source).toContain('setPermissionCheckHandler')
    expect(source).toContain('setPermissionRequestHandler')
  })

  test('6: web security is on', () => {
    expect(options(true).webSecurity).toBe(true)
  })

  test('7: the policy begins with nothing and lets no inline script run', () => {
    const policy = contentSecurityPolicy(null)
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('8, 9: no insecure content and no experimental features', () => {
    expect(options(true)).toMatchObject({ allowRunningInsecureContent: false, experimentalFeatures: false })
  })

  test('10: no Blink features are switched on, by option or by command line', () => {
    expect(options(true)).not.toHaveProperty('enableBlinkFeatures')
    expect(wholeShell()).not.toContain('appendSwitch')
  })

  test('11, 12: there is no <webview>', () => {
    expect(options(true).webviewTag).toBe(false)
    expect(readShell('navigation.ts')).toContain("'will-attach-webview'")
  })

  test('13, 14: the window that is opened is guarded against leaving and against further windows', () => {
    expect(readShell('main-window.ts')).toMatch(/keepOnPage\(window\.webContents/)
  })

  test('15: links are opened at one place, checked', () => {
    expect(safeExternalUrl('file:///x')).toBeNull()
    const callers = readdirSync(shellFolder).filter((name) => /\.openExternal\(/.test(readShell(name)))
    expect(callers).toEqual(['links.ts'])
  })

  test('16: Electron’s version is pinned exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('17: the sender of every call is checked, at the only handler there is', () => {
    expect(isTrustedSender({ contentsId: 1, frame: null }, 1)).toBe(false)
    expect(wholeShell().match(/\bipc(Main)?\.(handle|on|once)\(/g)).toEqual(['ipc.handle('])
    expect(readShell('bridge.ts').indexOf('isTrustedSender(senderOf')).toBeLessThan(
      readShell('bridge.ts').indexOf('.call(String(name)')
    )
  })

  test('18: the page comes from a scheme of its own, registered once', () => {
    expect(startAddress).toBe('app://desk/')
    expect(wholeShell().match(/registerSchemesAsPrivileged\(/g)).toHaveLength(1)
    expect(wholeShell()).not.toMatch(/loadFile\(|file:\/\//)
  })

  test('19: the fuses are exactly these; a change needs a decision record in docs/decisions', () => {
    expect(fuses()).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false'
    })
  })

  test('20: the preload hands the page two closures, and nothing of Electron’s', () => {
    const source = readShell('preload.ts')
    const exposed = source.slice(source.indexOf('exposeInMainWorld'))
    expect([...exposed.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key)).toEqual(['call', 'on'])
    expect(source.match(/exposeInMainWorld\(/g)).toHaveLength(1)
    expect(exposed).not.toMatch(/ipcRenderer[,}\s]/)
  })

  test('developer tools are for development only', () => {
    expect(options(true).devTools).toBe(false)
    expect(options(false).devTools).toBe(true)
  })
})

/** The block `electronFuses` of electron-builder.yml: flat `key: value` lines. */
function fuses(): Record<string, string> {
  const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n')
  const block = lines.slice(lines.indexOf('electronFuses:') + 1)
  const end = block.findIndex((line) => !line.startsWith('  '))
  return Object.fromEntries(block.slice(0, end).map((line) => line.trim().split(': ') as [string, string]))
}
