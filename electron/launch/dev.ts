/**
 * `npm run dev`: hot reload. In Electron where its runtime is, else in the installed browser: then Vite serves the page and
 * passes calls on to the loopback host, which is built again and restarted whenever its sources change.
 *
 * While developing in the browser, Vite's own port hands the host's token to every page that it serves: it listens on
 * loopback, and belongs on a developer's machine only.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser, hasDisplay, isLinuxRoot, openWindow } from './browser.ts'
import { defaultDataFolder } from './data-folder.ts'
import { createDevHost, type DevHost } from './dev-host.ts'
import { startPageServer } from './dev-page-server.ts'
import { installedElectron } from './electron-runtime.ts'
import { ensureBuild } from './ensure-build.ts'
import { inProject, root, say } from './project.ts'

function developInElectron(): void {
  const tool = inProject('node_modules/electron-vite/bin/electron-vite.js')
  const flags = isLinuxRoot() ? ['--noSandbox'] : []
  const child = spawn(process.execPath, [tool, 'dev', '--watch', ...flags], { cwd: root, stdio: 'inherit' })
  child.once('exit', (code) => process.exit(code ?? 1))
}

async function developInBrowser(): Promise<void> {
  await ensureBuild() // the host wants a built page, although Vite's is the one that is shown
  const host: DevHost = await createDevHost()
  const url = await startPageServer(host)
  say(`开发地址 / development address: ${url}`)
  const browser = findBrowser()
  if (browser && hasDisplay()) {
    openWindow(browser, { url, profileDir: join(defaultDataFolder(), 'browser-dev'), isRoot: isLinuxRoot() })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.stop().then(() => process.exit(0)))
}

if (installedElectron() && !process.argv.includes('--browser')) developInElectron()
else await developInBrowser()
