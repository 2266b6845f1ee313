import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, type ClientOptions } from 'ws'
import { startLoopback, type Loopback, type LoopbackOptions } from '../../electron/loopback/server'
import { recordingLogger, SmallDesk } from './small-desk'

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** A running loopback server with a small page, and the means to talk to it as a browser, a script or a stranger. */
export type Site = {
  readonly desk: SmallDesk
  readonly loopback: Loopback
  readonly port: number
  readonly logger: ReturnType<typeof recordingLogger>
  /** Sends exactly this path and these headers; nothing is normalised on the way. */
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Reply>
  /** The cookie that a browser gets for the token, as a `Cookie` header's value. */
  cookie(): Promise<string>
  close(): Promise<void>
}

/** `prepare` may add files to the page's folder before the server starts. */
export async function startSite(
  limits: LoopbackOptions['limits'] = {},
  prepare: (rendererDir: string) => void = () => undefined
): Promise<Site> {
  const folder = makePage()
  prepare(join(folder, 'renderer'))
  const desk = new SmallDesk()
  const logger = recordingLogger()
  const loopback = await startLoopback({ desk, rendererDir: join(folder, 'renderer'), port: 0, logger, limits })
  const port = Number(new URL(loopback.address).port)
  const get: Site['get'] = (path, headers = {}, method = 'GET') => send(port, path, headers, method)
  return {
    desk,
    loopback,
    port,
    logger,
    get,
    cookie: async () => {
      const { headers } = await get(`/?token=${loopback.token}`)
      return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    close: async () => {
      await loopback.close()
      rmSync(folder, { recursive: true })
    }
  }
}

/** The page's folder, a file and a folder beside it that must stay unreachable, and links that lead there. */
export function makePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'))
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-private'))
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'renderer-private', 'secret.txt'), 'outside')
  writeFileSync(join(renderer, '.env'), 'outside')
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><head><script type="module" src="./assets/index-1a2b3c4d.js"></script></head><body></body>'
  )
  writeFileSync(join(renderer, 'assets', 'index-1a2b3c4d.js'), 'export {}\n')
  writeFileSync(join(renderer, 'assets', 'style-1a2b3c4d.css'), 'body { margin: 0 }\n')
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
  symlinkSync(join(folder, 'renderer-private'), join(renderer, 'linked'))
  return folder
}

function send(port: number, path: string, headers: Record<string, string>, method: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A script's end of the WebSocket. */
export class SocketClient {
  readonly messages: unknown[] = []
  readonly socket: WebSocket
  private readonly waiting: ((message: unknown) => void)[] = []
  private unread: unknown[] = []

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => {
      const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '')
      this.messages.push(message)
      const next = this.waiting.shift()
      if (next) next(message)
      else this.unread.push(message)
    })
  }

  /** Resolves with the client, or with the HTTP status that the server refused it with. */
  static open(url: string, options: ClientOptions = {}): Promise<SocketClient | number> {
    const socket = new WebSocket(url, options)
    const client = new SocketClient(socket)
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(client))
      socket.once('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        response.destroy()
      })
      socket.once('error', reject)
    })
  }

  /** As {@link open}, for the right token. */
  static async join(site: Site): Promise<SocketClient> {
    const client = await SocketClient.open(`${site.loopback.webSocketUrl}?token=${site.loopback.token}`)
    if (typeof client === 'number') throw new Error(`refused with ${client}`)
    return client
  }

  next(): Promise<unknown> {
    const message = this.unread.shift()
    return message === undefined ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve(message)
  }

  call(id: string, name: string, input?: unknown): Promise<unknown> {
    this.socket.send(JSON.stringify({ id, call: name, input }))
    return this.next()
  }

  closed(): Promise<number> {
    return new Promise((resolve) => this.socket.once('close', resolve))
  }

  close(): void {
    this.socket.terminate()
  }
}
