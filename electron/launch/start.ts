/**
 * `npm start`: the application in Electron, and where its runtime cannot be had, in the installed browser.
 *
 * `--browser` skips Electron; all other arguments go to the host that is started (`--data DIR`, for the browser also
 * `--port N`).
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hasDisplay, isLinuxRoot } from './browser.ts'
import { ensureElectron } from './electron-runtime.ts'
import { ensureBuild } from './ensure-build.ts'
import { inProject, root, say } from './project.ts'
import { ensureBrowser } from './system-parts.ts'

/** What a program answers that lacks a library of the system. */
const cannotRun = 127

async function start(args: readonly string[]): Promise<number> {
  await ensureBuild()
  const hostArgs = args.filter((arg) => arg !== '--browser')
  if (!hasDisplay()) {
    say('没有图形界面，请在浏览器里打开下面的地址 / no display: open the address below in a browser')
    return serve(['--no-open', ...hostArgs])
  }
  const electron = args.includes('--browser') ? null : await ensureElectron()
  if (electron) {
    const code = await runElectron(electron, hostArgs)
    if (code !== cannotRun) return code
    say(
      'Electron 在这台机器上无法运行，改用本机浏览器。 / Electron cannot run here; using the installed browser instead.'
    )
  }
  const browser = await ensureBrowser()
  return browser ? serve(hostArgs, { CHROMIUM_PATH: browser }) : serve(['--no-open', ...hostArgs])
}

function runElectron(program: string, args: readonly string[]): Promise<number> {
  const flags = isLinuxRoot() ? ['--no-sandbox'] : []
  return ended(spawn(program, [...flags, '.', ...args], { cwd: root, stdio: 'inherit' }))
}

function serve(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, [inProject('out/main/serve.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment }
  })
  createInterface(child.stdout).once('line', (line) => process.stdout.write(`代管台: ${addressIn(line)}\n`))
  return ended(child)
}

/** The host's one line is JSON for scripts; a person wants the address. */
function addressIn(line: string): string {
  const value: unknown = JSON.parse(line)
  return typeof value === 'object' && value !== null && 'url' in value ? String(value.url) : line
}

/** The terminal sends Ctrl+C to the child as well, which then closes cleanly; a plain kill is passed on. */
function ended(child: ChildProcess): Promise<number> {
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((done) => {
    child.once('error', () => done(cannotRun))
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)))
  })
}

await start(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
)
