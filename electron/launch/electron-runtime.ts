import type { StdioOptions } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, runNode, say } from './project.ts'

const packageFolder = inProject('node_modules/electron')
/** A download that takes longer than this is given up, in milliseconds. */
const downloadTimeoutMs = 15 * 60_000

/** The path of Electron's program in `node_modules/electron/dist`, or null where it has not been downloaded. */
export function installedElectron(packageDir: string = packageFolder): string | null {
  try {
    const program = join(packageDir, 'dist', readFileSync(join(packageDir, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/**
 * Electron's program, downloaded where it is missing (once; `ELECTRON_MIRROR` is respected), or null where that fails; then
 * exactly one line says so.
 */
export async function ensureElectron(): Promise<string | null> {
  const installed = installedElectron()
  if (installed) return installed
  say('正在下载 Electron（约 100 MB，仅第一次）… / downloading Electron (about 100 MB, the first time only)…')
  // The installer's stack trace tells nobody anything: the one line below does.
  const stdio: StdioOptions = ['ignore', process.stderr.isTTY ? 2 : 'ignore', 'ignore']
  await runNode(join(packageFolder, 'install.js'), [], { stdio, timeoutMs: downloadTimeoutMs })
  const downloaded = installedElectron()
  if (!downloaded) {
    say(
      'Electron 运行时没有下载成功，改用本机浏览器。 / The Electron runtime is not available; using the installed browser instead.'
    )
  }
  return downloaded
}
