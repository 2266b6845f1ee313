import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { like, resourcesDir } from './platform'

const root = resolve(import.meta.dirname, '../../..')
const outDir = join(root, 'node_modules/.cache/simulator-program')

/** The program as the packages carry it: bundled, its dependencies outside. */
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(root, 'electron/simulator/main.ts'), outDir, emptyOutDir: true }
  })
}, 60_000)

type Run = { child: ChildProcess; stdout: string[]; stderr: string[] }

function start(...flags: string[]): Run {
  const child = spawn(process.execPath, [join(outDir, 'main.js'), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [stdout, stderr]: [string[], string[]] = [[], []]
  createInterface({ input: child.stdout }).on('line', (line) => stdout.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => stderr.push(line))
  return { child, stdout, stderr }
}

it('prints one line of JSON, serves, and ends on SIGTERM', async () => {
  const { child, stdout, stderr } = start('--merchants', '30', '--resources', resourcesDir, '--time-factor', '60')
  await expect.poll(() => stdout.length, { timeout: 10_000 }).toBe(1)
  const started: unknown = JSON.parse(stdout[0] ?? '')
  expect(started).toEqual({
    url: like(/^http:\/\/127\.0\.0\.1:\d+$/),
    controlUrl: like(/\/control$/),
    appId: like(/^tt[0-9a-f]{16}$/),
    secret: like(/./),
    ticket: like(/./),
    merchants: 30,
    seed: 1,
    timeFactor: 60
  })
  const { controlUrl } = started as { controlUrl: string }
  expect((await fetch(`${controlUrl}/ticket`)).status).toBe(200)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  expect({ code, stdout: stdout.length, stderr }).toEqual({ code: 0, stdout: 1, stderr: [] })
}, 20_000)

it.each([
  [['--merchants', 'many'], 2, 'simulator: --merchants takes a number from 1 to 20000, not "many"'],
  [['--resources', '/nowhere'], 1, 'simulator: could not start: ENOENT']
])(
  'with %o it says so in one line and ends',
  async (flags, exitCode, message) => {
    const { child, stdout, stderr } = start(...flags)
    const [code] = (await once(child, 'close')) as [number | null]
    expect({ code, stdout, lines: stderr.length }).toEqual({ code: exitCode, stdout: [], lines: 1 })
    expect(stderr[0]).toContain(message)
  },
  20_000
)
