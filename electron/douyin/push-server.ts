import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { maxHeaderBytes, type PushLimits } from './push-limits'
import type { ReceiverRefusal } from './push-refusals'

/** Loopback and nothing else: what reaches it from outside comes through the agency's own tunnel or proxy. */
const bindAddress = '127.0.0.1'

/** How often Node looks for requests that are too slow. */
const slowCheckMs = 1000
const closeTimeoutMs = 1000

/** A server on loopback with the limits set; `onRefused` hears of what never became a request. */
export function createPushServer(limits: PushLimits, onRefused: (refusal: ReceiverRefusal) => void): Server {
  const server = createServer({
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.idleTimeoutMs,
    connectionsCheckingInterval: Math.min(slowCheckMs, limits.headersTimeoutMs)
  })
  server.maxConnections = limits.maxConnections
  server.maxRequestsPerSocket = limits.maxRequestsPerConnection
  server.on('drop', () => onRefused('connections'))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    onRefused('protocol')
    refuseRaw(socket, error.code)
  })
  return server
}

/** Resolves with the port; rejects where it is taken (`EADDRINUSE`). 0 takes any free one. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, bindAddress, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Lets requests under way end for a second. */
export async function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), closeTimeoutMs)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(cut)
}

function refuseRaw(socket: Duplex, code: string | undefined): void {
  if (!socket.writable) return void socket.destroy()
  const line = statusLines.get(code ?? '') ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${line}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy())
}

const statusLines: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout']
])
