import { once } from 'node:events'
import WebSocket from 'ws'
import { z } from 'zod'
import type { SimulatedPlatform } from '../../support/simulated-platform.ts'
import { startProgram, type Program } from '../../support/program.ts'

const serveLine = z.object({ url: z.url(), token: z.string(), webSocket: z.string() })
const answer = z.object({
  id: z.string(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: z.object({ code: z.string(), reason: z.string().optional() }) })
  ])
})
const appInfo = z.object({
  currentAccountId: z.string(),
  accounts: z.array(z.object({ id: z.string(), connection: z.object({ state: z.string() }) }))
})
const progress = z.object({ done: z.number(), total: z.number(), running: z.boolean() })

/** The built application in the loopback host, and the contract over its WebSocket. */
export class DeskProcess {
  readonly url: string
  readonly pid: number
  readonly readyAfterMs: number
  private readonly program: Program
  private readonly socket: WebSocket
  private readonly waiting = new Map<string, (result: z.infer<typeof answer>['result']) => void>()
  private calls = 0

  private constructor(program: Program, url: string, socket: WebSocket) {
    this.program = program
    this.url = url
    this.pid = program.pid
    this.readyAfterMs = program.readyAfterMs
    this.socket = socket
    socket.on('message', (data: Buffer) => this.take(data.toString('utf8')))
  }

  /** `environment`: what the process is told besides of where the platform is. */
  static async start(
    dataDir: string,
    platform: SimulatedPlatform,
    environment: Readonly<Record<string, string>> = {}
  ): Promise<DeskProcess> {
    const args = ['--port', '0', '--data', dataDir, '--no-open']
    const program = await startProgram('serve.js', args, { ...platform.environment(), ...environment })
    const { url, token, webSocket } = serveLine.parse(program.line)
    const socket = new WebSocket(`${webSocket}?token=${token}`)
    await once(socket, 'open')
    return new DeskProcess(program, url, socket)
  }

  /** The value of one call. Rejects with the code and the reason where the application answers with an error. */
  async call<Value>(name: string, input: unknown, value: z.ZodType<Value>): Promise<Value> {
    const id = String(++this.calls)
    const { promise, resolve } = Promise.withResolvers<z.infer<typeof answer>['result']>()
    this.waiting.set(id, resolve)
    this.socket.send(JSON.stringify({ id, call: name, input }))
    const result = await promise
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.reason ?? ''}`)
    return value.parse(result.value)
  }

  /** The address of the merchant list. */
  get listUrl(): string {
    return new URL('#/merchants', this.url).href
  }

  async accountId(): Promise<string> {
    return (await this.call('app.info', {}, appInfo)).currentAccountId
  }

  /** Waits until the platform's list was read at start, and every merchant that was new with it. */
  async settled(): Promise<void> {
    for (;;) {
      const { accounts, currentAccountId } = await this.call('app.info', {}, appInfo)
      const tried = accounts.every(({ connection }) => connection.state === 'working')
      const { running } = await this.call('merchants.refreshStatus', { accountId: currentAccountId }, progress)
      if (tried && !running) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    this.socket.terminate()
    await this.program.kill()
  }

  async stop(): Promise<void> {
    this.socket.close()
    await this.program.stop()
  }

  private take(text: string): void {
    const message = answer.safeParse(JSON.parse(text))
    if (!message.success) return // an event
    this.waiting.get(message.data.id)?.(message.data.result)
    this.waiting.delete(message.data.id)
  }
}
