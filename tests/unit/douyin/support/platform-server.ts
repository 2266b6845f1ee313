import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  createServer as createSocketServer,
  type AddressInfo,
  type Server as SocketServer,
  type Socket
} from 'node:net'

export type Received = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Reply = (response: ServerResponse, request: Received) => void | Promise<void>

export const versionsPath = '/api/apps/v1/package_version/versions/'
export const releasePath = '/api/apps/v1/package_version/release/'
export const uploadPath = '/api/apps/v1/package_version/upload/'
export const submitPath = '/api/apps/v2/package_version/audit/'
export const componentPath = '/openapi/v2/auth/tp/token/'
export const tokenPath = '/api/tpapp/v2/auth/get_auth_token/'
export const retrievePath = '/api/tpapp/v2/auth/retrieve_auth_code/'
export const appListPath = '/api/tpapp/v2/auth/get_auth_app_list/'
export const qrPath = '/api/apps/v2/basic_info/get_qr_code/'
export const linkPath = '/api/tpapp/v3/auth/gen_link/'
export const uploadMaterialPath = '/api/tpapp/v2/file/upload_material/'

/** A reply that is given at once, whatever the request is. */
export type Fixed = (response: ServerResponse) => void

/** Answers with a text as JSON, byte for byte. */
export const text =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Fixed =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

export const ok = (data?: unknown, logId = 'LOG-OK'): Fixed =>
  text(JSON.stringify({ err_no: 0, err_msg: 'success', log_id: logId, ...(data === undefined ? {} : { data }) }))

export const refusal = (code: number, message = '不行', logId = 'LOG-NO'): Fixed =>
  text(JSON.stringify({ err_no: code, err_msg: message, log_id: logId }))

/** Answers the first request with the first reply and so on; the last one is given to all that follow. */
export function inTurn(...replies: Reply[]): Reply {
  let turn = 0
  return (response, request) => replies[Math.min(turn++, replies.length - 1)]?.(response, request)
}

/**
 * A server on loopback that stands in for the platform: it issues tokens (`clt.1`, `isvact.1`, …), and answers other paths
 * as the test says. It keeps what it received, and judges nothing.
 */
export class PlatformServer {
  readonly received: Received[] = []
  expiresInSeconds = 7200
  private readonly server: Server
  private readonly replies = new Map<string, Reply>()
  private issued = 0

  constructor() {
    this.server = createServer((request, response) => void this.take(request, response))
    this.on(componentPath, (response) => {
      text(`{"component_access_token":"clt.${++this.issued}","expires_in":${this.expiresInSeconds}}`)(response)
    })
    this.on(retrievePath, (response) => ok({ authorization_code: `code.${++this.issued}`, expires_in: 3600 })(response))
    this.on(tokenPath, (response) => ok(this.tokens())(response))
  }

  async listen(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  on(path: string, reply: Reply): this {
    this.replies.set(path, reply)
    return this
  }

  count(path: string): number {
    return this.at(path).length
  }

  at(path: string): Received[] {
    return this.received.filter((each) => each.path === path)
  }

  /** `data` of a fresh pair of tokens. */
  tokens(appId = 'tt01'): Record<string, unknown> {
    const number = ++this.issued
    return {
      authorizer_access_token: `isvact.${number}`,
      expires_in: this.expiresInSeconds,
      authorizer_refresh_token: `isvrft.${number}`,
      refresh_expires_in: 2_592_000,
      authorizer_appid: appId,
      authorize_permission: [{ id: 1, category: '开发管理权限', description: '说明' }]
    }
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url)
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
    const received = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body
    }
    this.received.push(received)
    await (this.replies.get(url.pathname) ?? text('nothing here', 404))(response, received)
  }
}

/** A server below HTTP: does to every connection what the test says, once it has sent something. */
export async function socketServer(answer: (socket: Socket) => void): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>()
  const server: SocketServer = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    }
  }
}
