import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FuseV1Options } from '@electron/fuses'
import { contentSecurityPolicy, securityHeaders } from '@shared/csp'
import { isOwnAddress, startAddress } from '../../electron/shell/addresses'
import { isTrustedSender } from '../../electron/shell/bridge'
import { safeExternalUrl } from '../../electron/shell/links'
import { isAllowedRequest } from '../../electron/shell/navigation'
import { isPermitted } from '../../electron/shell/permissions'
import { windowOptions } from '../../electron/shell/window-options'
import { fuses } from '../../resources/packaging/fuses'

const root = join(import.meta.dirname, '../..')
const shellFolder = join(root, 'electron/shell')
const readShell = (name: string) => readFileSync(join(shellFolder, name), 'utf8')
const wholeShell = () => readdirSync(shellFolder).map(readShell).join('\n')

/** The oldest of the three majors that Electron's makers mended when this was last looked at (August 2026). */
const oldestMendedMajor = 43

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

  test('2 to 4, 6, 8 to 11: the window’s options are exactly these; a change needs a reason here', () => {
    expect(options(true)).toEqual({
      preload: '/p.cjs',
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
      devTools: false
    })
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

  test('7: the policy is exactly this one, and goes with every answer', () => {
    const policy = contentSecurityPolicy(null)
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'"
    ])
    expect(securityHeaders(policy)['content-security-policy']).toBe(policy)
    expect(readShell('protocol.ts')).toContain('securityHeaders(contentSecurityPolicy(')
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

  test('16: Electron’s version is pinned exactly, and one that its makers still mend', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    const version = devDependencies['electron'] ?? ''
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    // The three newest majors are mended. Raised with each upgrade, see docs/release.md.
    expect(Number.parseInt(version)).toBeGreaterThanOrEqual(oldestMendedMajor)
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

  test('19: every fuse is decided, and exactly so; a change needs a decision record in docs/decisions', () => {
    const { strictlyRequireAllFuses } = fuses
    const decided = Object.entries(fuses).filter(([key]) => /^\d+$/.test(key))
    const names = decided.map(([index, isOn]) => [FuseV1Options[Number(index)], isOn] as const)
    expect(Object.fromEntries(names)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true
    })
    // What the library knows is what was decided, and one that Electron has beyond it fails the packaging.
    expect(names).toHaveLength(Object.values(FuseV1Options).filter((value) => typeof value === 'number').length)
    expect(strictlyRequireAllFuses).toBe(true)
    expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain(
      'afterPack: ./resources/packaging/after-pack.ts'
    )
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
