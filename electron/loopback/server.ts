import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { contentSecurityPolicy, securityHeaders } from '@shared/csp'
import { mediaPrefix } from '@shared/media'
import type { Desk } from '../desk'
import type { Logger } from '../ports'
import { createCredentials, type Credentials } from './credentials'
import { judgeAddress } from './guard'
import { defaultLimits, type LoopbackLimits } from './limits'
import { serveMedia } from './media'
import { refuse } from './refusal-page'
import { pathOf, queryOf } from './request-target'
import { createSockets, socketPath } from './sockets'
import { createStaticFiles, type StaticFiles } from './static-files'

/** Loopback and nothing else: the application must not be reachable from the network. */
const bindAddress = '127.0.0.1'

/** Milliseconds for a request's head to arrive, and for the server's connections to end at close. */
const headersTimeoutMs = 10_000
const closeTimeoutMs = 1000

export type LoopbackOptions = {
  readonly desk: Desk
  /** The built page (`out/renderer`). */
  readonly rendererDir: string
  /** 0 takes any free port. */
  readonly port: number
  readonly logger: Logger
  readonly limits?: Partial<LoopbackLimits>
}

export interface Loopback {
  /** The address that opens the page, with the token. */
  readonly url: string
  /** The same without the token. */
  readonly address: string
  readonly token: string
  readonly webSocketUrl: string
  /** An address that opens the page once, for a browser's command line. */
  issueUrl(): string
  /** How many pages and scripts are connected. */
  connections(): number
  /** Ends all connections; the desk stays open. */
  close(): Promise<void>
}

/**
 * Serves the page on 127.0.0.1 and carries the contract's calls over one WebSocket.
 *
 * Every request needs the right Host and Origin, and the cookie that `/?token=…` is exchanged for (scripts: the token as
 * `Authorization: Bearer`, for the WebSocket also as `?token=`).
 *
 * @throws where the port is taken (`EADDRINUSE`) or the page has not been built.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { desk, rendererDir, logger } = options
  const files = createStaticFiles(rendererDir)
  const server = createServer({ headersTimeout: headersTimeoutMs })
  const port = await listen(server, options.port)
  const credentials = createCredentials(port)
  const limits = { ...defaultLimits, ...options.limits }
  const sockets = createSockets({ desk, port, credentials, logger, limits })
  const answer = createAnswer({ desk, port, credentials, files, logger })
  server.on('request', answer)
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))
  const address = `http://${bindAddress}:${port}`
  return {
    url: `${address}/?token=${credentials.token}`,
    address,
    token: credentials.token,
    webSocketUrl: `ws://${bindAddress}:${port}${socketPath}`,
    issueUrl: () => `${address}/?token=${credentials.issueTicket()}`,
    connections: () => sockets.count(),
    close: async () => {
      sockets.close()
      await closeServer(server)
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, bindAddress, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

type Parts = {
  readonly desk: Desk
  readonly port: number
  readonly credentials: Credentials
  readonly files: StaticFiles
  readonly logger: Logger
}

function createAnswer({ desk, port, credentials, files, logger }: Parts) {
  const headersFor = new Map(
    ['127.0.0.1', 'localhost'].map((name) => [`${name}:${port}`, headersOf(`ws://${name}:${port}`)])
  )
  const unknownHost = headersOf(null)
  const route = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeaders(headersFor.get(request.headers.host ?? '') ?? unknownHost)
    if (judgeAddress(request.headers, port) !== 'pass') return refuse(response, 403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    const path = pathOf(request)
    if (path === '/' && credentials.opensPage(queryOf(request).get('token'))) return exchange(response, credentials)
    if (!credentials.admits(request.headers)) return refuse(response, 401)
    return path.startsWith(mediaPrefix) ? serveMedia(desk, request, response) : files(request, response)
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      logger.error('a request was not answered', { error: String(error) })
      refuse(response, 500)
    })
  }
}

const headersOf = (webSocket: string | null) =>
  new Map(Object.entries(securityHeaders(contentSecurityPolicy(webSocket))))

/** The token leaves the address bar at once: it is exchanged for a cookie that no script can read. */
function exchange(response: ServerResponse, credentials: Credentials): void {
  response.writeHead(303, { location: '/', 'set-cookie': credentials.setCookie, 'cache-control': 'no-store' }).end()
}

async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), closeTimeoutMs)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
}
