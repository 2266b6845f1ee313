import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Control } from '../control/control'
import { answerControl } from '../control/http'
import { cut } from './delivery'
import { answerConsole, consolePrefix } from './console'
import { answerPlatform, type ExchangeParts } from './exchange'
import { isForLocalName, jsonOf, readBody } from './request'

export type RunningServer = { readonly url: string; close(): Promise<void> }

const loopback = '127.0.0.1'
const controlPrefix = '/control'

/** Serves the platform and its control on a loopback port (0: any free one). Rejects when the port is taken. */
export async function serve(
  port: number,
  parts: Omit<ExchangeParts, 'signal'>,
  control: Control
): Promise<RunningServer> {
  const closing = new AbortController()
  const server = createServer((request, response) => {
    const baseUrl = addressOf(server)
    answer(request, baseUrl, response).catch(() => cut(response))
  })
  const answer = (request: IncomingMessage, baseUrl: string, response: ServerResponse): Promise<void> => {
    if (request.url?.startsWith(`${controlPrefix}/`)) return answerControlRequest(control, baseUrl, request, response)
    if (request.url?.startsWith(consolePrefix)) return answerConsole(parts.world, baseUrl, request, response)
    return answerPlatform({ ...parts, signal: closing.signal }, baseUrl, request, response)
  }
  await listen(server, port)
  return { url: addressOf(server), close: () => close(server, closing) }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, loopback, () => resolve())
  })
}

function addressOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the simulator does not listen')
  return `http://${loopback}:${address.port}`
}

async function close(server: Server, closing: AbortController): Promise<void> {
  if (closing.signal.aborted) return
  closing.abort()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answerControlRequest(
  control: Control,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  if (!isLocal(request)) return sendJson(response, 403, { error: 'control answers local programs only' })
  const target = new URL(request.url ?? '/', baseUrl)
  const reply = answerControl(control, {
    method: request.method ?? '',
    path: target.pathname.slice(controlPrefix.length),
    query: target.searchParams,
    body: jsonOf(await readBody(request))
  })
  sendJson(response, reply.status, reply.body)
}

/** A page in a browser could reach a loopback port: it is told by its Origin, or by a name that it made point here. */
function isLocal(request: IncomingMessage): boolean {
  return request.headers.origin === undefined && isForLocalName(request)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}
