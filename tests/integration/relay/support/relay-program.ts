import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { MessageKeys } from '../../../../electron/douyin/push-messages'
import { keys as sampleKeys } from './sealing'
import { post, send, type Reply } from './sending'

export const relayFile = join(import.meta.dirname, '../../../../resources/relay/relay.mjs')
export const secret = 'a-shared-secret-of-more-than-32-bytes'

const ready = z.object({ message: z.literal('ready'), port: z.number() })

export type RelaySetup = {
  limits?: Readonly<Record<string, number>>
  /** As the operator may leave it out. */
  hasMessageKey?: boolean
  /** The application it serves. */
  keys?: MessageKeys
  /** For Node itself. */
  nodeFlags?: readonly string[]
}

/** relay.mjs as a process of its own, on loopback, with its folder; it can be killed and started again. */
export class RelayProgram {
  readonly folder = mkdtempSync(join(tmpdir(), 'relay-'))
  readonly setup: RelaySetup
  port = 0
  /** All that it wrote. */
  output = ''
  private child: ChildProcess | null = null

  private constructor(setup: RelaySetup) {
    this.setup = setup
  }

  static async start(setup: RelaySetup = {}): Promise<RelayProgram> {
    const program = new RelayProgram(setup)
    await program.restart()
    return program
  }

  /** Starts it on the same port and folder as before. */
  async restart(): Promise<void> {
    const config = join(this.folder, 'config.json')
    writeFileSync(config, JSON.stringify(this.configuration()), { mode: 0o600 })
    const flags = [...(this.setup.nodeFlags ?? []), relayFile, '--config', config]
    const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()))
    for await (const line of createInterface({ input: child.stdout })) {
      const parsed = ready.safeParse(JSON.parse(line))
      if (!parsed.success) continue
      this.port = parsed.data.port
      // Readline stops the stream as it ends; the relay must not find its pipe full.
      child.stdout.resume()
      return
    }
    throw new Error(`the relay ended before it was ready: ${this.output}`)
  }

  private get keys(): MessageKeys {
    return this.setup.keys ?? sampleKeys
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.child?.pid ?? 0
  }

  /** What it keeps on the disk for its one application. */
  diskBytes(): number {
    const data = join(this.folder, 'data', this.keys.appId)
    return readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0)
  }

  pushUrl(address: 'authorization' | 'events' = 'events'): string {
    return `${this.url}/push/${this.keys.appId}/${address}`
  }

  push(message: unknown, address: 'authorization' | 'events' = 'events'): Promise<Reply> {
    return post(this.pushUrl(address), message)
  }

  /** A call of a desktop, with the answer parsed. */
  async call(method: string, pathAndQuery: string, body?: unknown): Promise<{ status: number; value: unknown }> {
    const joint = pathAndQuery.includes('?') ? '&' : '?'
    const reply = await send(`${this.url}${pathAndQuery}${joint}app=${this.keys.appId}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body)
    })
    const value: unknown = reply.body === '' ? null : JSON.parse(reply.body)
    return { status: reply.status, value }
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
  }

  async dispose(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child
    this.child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  private configuration(): unknown {
    const { appId, token, key } = this.keys
    const application = { appId, messageToken: token, ...(this.setup.hasMessageKey ? { messageKey: key } : {}) }
    return {
      listen: { port: this.port },
      data: join(this.folder, 'data'),
      secret,
      limits: { requestsPerSecond: 100_000, requestsPerSecondPerAddress: 100_000, ...this.setup.limits },
      applications: [application]
    }
  }
}
