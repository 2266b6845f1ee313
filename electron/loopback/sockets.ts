import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Desk } from '../desk'
import type { Logger } from '../ports'
import { carryCalls, type Connection } from './connection'
import { judgeAddress } from './guard'
import type { Credentials } from './credentials'
import type { LoopbackLimits } from './limits'
import { eventText } from './messages'
import { pathOf, queryOf } from './request-target'

/** Where the WebSocket is. */
export const socketPath = '/desk'

export interface Sockets {
  /** Answers a request to upgrade: with the connection, or with a status and an end. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  count(): number
  close(): void
}

export type SocketOptions = {
  readonly desk: Desk
  readonly port: number
  readonly credentials: Credentials
  readonly logger: Logger
  readonly limits: LoopbackLimits
}

/** All WebSockets of one server: lets them in, sends every event of the desk to each, and finds the dead ones. */
export function createSockets({ desk, port, credentials, logger, limits }: SocketOptions): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.maxMessageBytes, perMessageDeflate: false })
  const connections = new Set<Connection>()

  const stopEvents = desk.onEvent(({ name, payload }) => {
    if (connections.size === 0) return
    const text = eventText(name, payload)
    for (const connection of connections) connection.send(text)
  })
  const heartbeat = setInterval(() => connections.forEach((each) => each.beat()), limits.heartbeatMs)
  heartbeat.unref()

  return {
    upgrade(request, stream, head) {
      stream.on('error', () => stream.destroy())
      const status = refusalStatus(request, port, credentials, server.clients.size >= limits.maxConnections)
      if (status !== null) return endWith(stream, status)
      server.handleUpgrade(request, stream, head, (socket) => {
        const connection = carryCalls(socket, desk, logger, limits)
        connections.add(connection)
        socket.on('close', () => connections.delete(connection))
      })
    },
    count: () => connections.size,
    close() {
      clearInterval(heartbeat)
      stopEvents()
      for (const socket of server.clients) socket.close(1001)
      server.close()
    }
  }
}

function refusalStatus(request: IncomingMessage, port: number, credentials: Credentials, isFull: boolean) {
  if (judgeAddress(request.headers, port) !== 'pass') return 403
  if (pathOf(request) !== socketPath) return 404
  if (!credentials.admits(request.headers) && !credentials.isToken(queryOf(request).get('token'))) return 401
  return isFull ? 503 : null
}

function endWith(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
