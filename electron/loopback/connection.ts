import type { WebSocket } from 'ws'
import type { Desk } from '../desk'
import type { Logger } from '../ports'
import type { LoopbackLimits } from './limits'
import { answerText, brokenCall, readCall, tooManyCalls, unreadable, type CallRequest } from './messages'

/** One page or script at the other end of a WebSocket. */
export interface Connection {
  /** Sends one message, or cuts the other end off when it does not read what it was sent. */
  send(text: string): void
  /** Called once per heartbeat: cuts off who did not answer the last ping, pings the others. */
  beat(): void
}

/**
 * Carries the calls of one socket to the desk. A call goes on when its socket breaks: what it did to the platform is in the
 * journal, and the page reads it there.
 */
export function carryCalls(socket: WebSocket, desk: Desk, logger: Logger, limits: LoopbackLimits): Connection {
  let callsInFlight = 0
  let isAlive = true

  const send = (text: string) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.maxBufferedBytes) {
      logger.warn('a page does not read what it is sent; its connection is cut', { bytes: socket.bufferedAmount })
      return socket.terminate()
    }
    socket.send(text)
  }

  const answer = async (request: CallRequest) => {
    callsInFlight += 1
    try {
      send(answerText(request.id, await desk.call(request.call, request.input)))
    } catch (error) {
      logger.error('a call was not answered', { call: request.call, error: String(error) })
      send(answerText(request.id, { ok: false, error: brokenCall() }))
    } finally {
      callsInFlight -= 1
    }
  }

  socket.on('pong', () => (isAlive = true))
  socket.on('error', (error) => logger.warn('a page broke the connection', { error: error.message }))
  socket.on('message', (data, isBinary) => {
    const request = isBinary ? null : readCall(textOf(data))
    if (!request) return send(answerText(null, { ok: false, error: unreadable() }))
    if (callsInFlight >= limits.maxCallsInFlight) {
      return send(answerText(request.id, { ok: false, error: tooManyCalls() }))
    }
    void answer(request)
  })

  return {
    send,
    beat: () => {
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
    }
  }
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8')
}
