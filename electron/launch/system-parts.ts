/** What starting and testing need from the operating system, and how to get it. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser, isLinuxRoot, thisSystem } from './browser.ts'
import { inProject, run, runNode, say } from './project.ts'

const browserPackages = ['chromium', 'fonts-noto-cjk']
/** libsecret, D-Bus and gnome-keyring: the keychain's tests talk to a real Secret Service. */
const testPackages = [...browserPackages, 'libsecret-1-0', 'dbus', 'gnome-keyring']

/** A browser's path: an installed one, or one that is installed now; null where neither works, and one line says what to run. */
export async function ensureBrowser(): Promise<string | null> {
  const installed = findBrowser() ?? (await playwrightBrowser())
  if (installed) return installed
  if (canInstall()) await installPackages(browserPackages)
  return findBrowser() ?? (await installPlaywrightBrowser()) ?? sayWhatToRun()
}

/** Installs what the tests need and this machine lacks. Returns the browser's path, or null. */
export async function ensureTestParts(): Promise<string | null> {
  const missing = missingPackages(testPackages)
  if (missing.length > 0 && canInstall()) await installPackages(missing)
  return ensureBrowser()
}

/** Debian's packages among these that are not installed; none on a system without dpkg. */
export function missingPackages(names: readonly string[]): string[] {
  if (!existsSync('/usr/bin/dpkg-query')) return []
  return names.filter((name) => !isInstalled(name))
}

function isInstalled(name: string): boolean {
  try {
    const status = execFileSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    })
    return status === 'installed'
  } catch {
    return false
  }
}

const canInstall = () => isLinuxRoot() && existsSync('/usr/bin/apt-get')

async function installPackages(names: readonly string[]): Promise<void> {
  say(`正在安装 / installing: ${names.join(' ')}`)
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-o', 'DPkg::Lock::Timeout=120', '-q']
  await run('apt-get', [...options, 'update'], { environment })
  const code = await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...names], { environment })
  if (code !== 0) say(`安装失败 / could not install: ${names.join(' ')}`)
}

/** The browser that Playwright keeps for itself, if it has been downloaded; Playwright is a development tool and may be missing. */
async function playwrightBrowser(): Promise<string | null> {
  try {
    const { chromium } = await import('@playwright/test')
    return thisSystem.isExecutable(chromium.executablePath()) ? chromium.executablePath() : null
  } catch {
    return null
  }
}

async function installPlaywrightBrowser(): Promise<string | null> {
  const tool = inProject('node_modules/@playwright/test/cli.js')
  if (!existsSync(tool)) return null
  say('正在下载 Chromium… / downloading Chromium…')
  await runNode(tool, ['install', 'chromium'])
  return playwrightBrowser()
}

function sayWhatToRun(): null {
  const line =
    process.platform === 'linux'
      ? `sudo apt-get install -y ${browserPackages.join(' ')}`
      : 'npx playwright install chromium'
  say(`没有可用的浏览器，请运行 / no browser was found; run: ${line}`)
  return null
}
