import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const program = join(import.meta.dirname, '../../out/main/serve.js')

/** The program as it is started by a script, with all that it printed. */
class Serve {
  readonly child: ChildProcessWithoutNullStreams
  readonly exit: Promise<number | null>
  stdout = ''
  stderr = ''

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [program, ...args])
    this.exit = once(this.child, 'close').then(() => this.child.exitCode)
    this.child.stdout.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()))
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()))
  }

  async started(): Promise<Record<string, unknown>> {
    const ended = this.exit.then((code) => Promise.reject(new Error(`exit code ${code}: ${this.stderr}`)))
    const printed = expect.poll(() => this.stdout, { timeout: 20_000 }).toContain('\n')
    await Promise.race([printed, ended])
    return JSON.parse(this.stdout) as Record<string, unknown>
  }
}

let dataDir: string
const running: Serve[] = []
const serve = (...args: string[]) => {
  const started = new Serve(['--no-open', '--data', dataDir, ...args])
  running.push(started)
  return started
}

test.beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'serve-'))
})
test.afterEach(async () => {
  for (const each of running.splice(0)) {
    each.child.kill('SIGKILL')
    await each.exit
  }
  rmSync(dataDir, { recursive: true, force: true })
})

test('the host prints one line of JSON, answers, logs beside its data, and ends cleanly on SIGTERM', async () => {
  const host = serve()
  const line = await host.started()
  const address = String(line['address'])
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(line['token']).toMatch(/^[0-9a-f]{64}$/)
  expect(line).toEqual({
    url: `${address}/?token=${String(line['token'])}`,
    address,
    token: line['token'],
    webSocket: `${address.replace('http', 'ws')}/desk`,
    pid: host.child.pid
  })
  const page = await fetch(address, { headers: { authorization: `Bearer ${String(line['token'])}` } })
  expect(page.status).toBe(200)
  host.child.kill('SIGTERM')
  expect(await host.exit).toBe(0)
  expect(host.stdout.trim().split('\n')).toHaveLength(1)
  expect(existsSync(join(dataDir, 'instance.lock'))).toBe(false)
  expect(readFileSync(join(dataDir, 'logs', 'merchant-desk.log'), 'utf8')).not.toContain(String(line['token']))
})

test('wrong flags are told in one line, exit code 2', async () => {
  const host = serve('--prot', '1')
  expect(await host.exit).toBe(2)
  expect(host.stdout).toBe('')
  expect(host.stderr.trim().split('\n')).toHaveLength(1)
})

test('a second instance on the same data is refused in one line, exit code 3, and the first goes on', async () => {
  const first = serve()
  const { address } = await first.started()
  const second = serve()
  expect(await second.exit).toBe(3)
  expect(second.stderr.trim().split('\n')).toHaveLength(1)
  expect(second.stderr).toContain(String(first.child.pid))
  expect((await fetch(String(address))).status).toBe(401)
})

test('an instance that was killed does not stand in the way of the next', async () => {
  const first = serve()
  await first.started()
  first.child.kill('SIGKILL')
  await first.exit
  expect(existsSync(join(dataDir, 'instance.lock'))).toBe(true)
  await serve().started()
})

test('a taken port is told in one line, exit code 1, and the data folder is given back', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const host = serve('--port', String((other.address() as AddressInfo).port))
  expect(await host.exit).toBe(1)
  expect(host.stderr.trim().split('\n').at(-1)).toContain('端口已被占用')
  expect(existsSync(join(dataDir, 'instance.lock'))).toBe(false)
  other.close()
})
