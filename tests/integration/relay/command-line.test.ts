import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { relayFile } from './support/relay-program'

const folder = mkdtempSync(join(tmpdir(), 'relay-check-'))
const file = join(folder, 'config.json')
afterAll(() => rmSync(folder, { recursive: true }))

const application = { appId: 'tt01', messageToken: 'the-message-token', messageKey: 'k'.repeat(43) }
const good = { data: join(folder, 'data'), secret: 's'.repeat(32), applications: [application] }

function run(flags: string[], environment: Record<string, string> = {}) {
  const options = {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    encoding: 'utf8',
    timeout: 10_000
  } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [relayFile, ...flags], options)
  return { status, stdout, stderr }
}

function write(configuration: unknown): void {
  writeFileSync(file, typeof configuration === 'string' ? configuration : JSON.stringify(configuration))
  chmodSync(file, 0o600)
}

function check(configuration: unknown) {
  write(configuration)
  return run(['--config', file, '--check'])
}

describe('relay.mjs --check', () => {
  it('accepts a good configuration and names both push addresses, but no secret', () => {
    const { status, stdout, stderr } = check(good)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('/push/tt01/authorization')
    expect(stdout).toContain('/push/tt01/events')
    expect(stdout).not.toMatch(/s{32}|k{43}|the-message-token/)
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'is not JSON'],
    ['no folder', { ...good, data: '' }, 'data'],
    ['a folder that can not be made', { ...good, data: '/dev/null/data' }, 'can not be written to'],
    ['no application', { ...good, applications: [] }, 'applications'],
    ['two of one id', { ...good, applications: [application, application] }, 'two have the same appId'],
    ['a short secret', { ...good, secret: 'short-secret' }, 'at least 32 bytes'],
    ['no message token', { ...good, applications: [{ ...application, messageToken: '' }] }, 'messageToken'],
    ['a key of 42', { ...good, applications: [{ ...application, messageKey: 'k'.repeat(42) }] }, '43 characters'],
    ['an id with a slash', { ...good, applications: [{ ...application, appId: '../x' }] }, 'appId'],
    ['a port too high', { ...good, listen: { port: 70_000 } }, 'port'],
    ['a limit it does not know', { ...good, limits: { maxMessage: 1 } }, 'limits.maxMessage is not known'],
    ['a limit of nothing', { ...good, limits: { maxMessages: 0 } }, 'above 0']
  ])('refuses a configuration with %s, and repeats no value', (_name, configuration, problem) => {
    const { status, stdout, stderr } = check(configuration)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(problem)
    expect(stderr).not.toMatch(/short-secret|k{42}|the-message-token|s{32}/)
  })

  it('reads one application from the environment', () => {
    const environment = {
      RELAY_APP_ID: 'tt01',
      RELAY_MESSAGE_TOKEN: 'token',
      RELAY_SECRET: 's'.repeat(32),
      RELAY_DATA: join(folder, 'other')
    }
    expect(run(['--check'], environment)).toMatchObject({ status: 0 })
    expect(run(['--check'], { ...environment, RELAY_SECRET: 'short' })).toMatchObject({ status: 1 })
  })

  it('warns of a file that everyone can read, and of an address that others can reach', () => {
    check({ ...good, listen: { host: '0.0.0.0' } })
    chmodSync(file, 0o644)
    const { status, stderr } = run(['--config', file, '--check'])
    expect(status).toBe(0)
    expect(stderr).toContain('chmod 640')
    expect(stderr).toContain('not loopback')
  })
})

describe('relay.mjs', () => {
  it('explains itself, and refuses flags it does not know', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(run(['--chekc'])).toMatchObject({ status: 2, stdout: '' })
    expect(run(['--config'])).toMatchObject({ status: 2 })
  })

  it('ends with one line where its port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    write({ ...good, listen: { port } })
    const { status, stderr } = run(['--config', file])
    expect(status).toBe(1)
    expect(stderr).toBe(`can not listen on 127.0.0.1:${port} (EADDRINUSE)\n`)
    other.close()
  })
})
