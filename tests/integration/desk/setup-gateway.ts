import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Simulator } from '../../../electron/simulator'

/** What a changed request is answered with in the platform's place. */
export type Answer = { readonly err_no: number; readonly err_msg: string; readonly log_id: string } & Record<
  string,
  unknown
>

/**
 * What happens to a request on its way: it is altered (a body, for a GET its query), answered, or goes on as it is. What is
 * done besides happens behind the application's back: after it looked, and before its request is there. `send` sends a
 * request of the same kind first, as another program would.
 */
export type Meddling = (sent: Buffer, send: (sent: Buffer) => Promise<unknown>) => Meddled | Promise<Meddled>
type Meddled = Buffer | Answer | undefined

/** A change, or what is asked for one or made of it, as a mini-program code is, and what came back. */
export type Passed = { readonly endpoint: string; readonly sent: Buffer; readonly answer: unknown }

/** Stands between the application and the simulated platform, and meddles with what it is told to. */
export type Gateway = {
  readonly url: string
  /** Oldest first. */
  readonly passed: readonly Passed[]
  /** Meddles with every request of an endpoint from now on; `null` ends it. Reading and changing of domains are two. */
  meddle(endpoint: string, meddling: Meddling | null): void
}

const changes = new Set([
  ...['check_app_name', 'modify_app_name', 'modify_app_intro', 'modify_app_icon', 'upload_material'],
  ...['add_categories', 'supply_categories', 'del_categories', 'publish_category', 'pre_set_main_category'],
  ...['modify_server_domain', 'modify_webview_domain'],
  ...['apply_capacity', 'apply_permission', 'create', 'add_tpl', 'del_tpl']
])

/** The last part of the path; `…:get` for the domains' readings, which have the same path as their changes. */
function endpointOf(path: string, body: Buffer): string {
  const name = path.split('/').findLast((part) => part !== '') ?? ''
  return name.endsWith('_domain') && body.includes('"action":"get"') ? `${name}:get` : name
}

/** `beforePassing` is called when a change was meddled with and goes on. */
export async function startGateway(
  simulator: Pick<Simulator, 'url'>,
  beforePassing: () => void = () => undefined
): Promise<Gateway> {
  const passed: Passed[] = []
  const meddlings = new Map<string, Meddling>()
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = new URL(request.url ?? '/', simulator.url)
    const isGet = request.method === 'GET'
    const body = await buffer(request)
    const [endpoint, sent] = [endpointOf(target.pathname, body), isGet ? Buffer.from(target.search) : body]
    const meddled = await meddlings.get(endpoint)?.(sent, (other) => forwarded(target, request, other))
    const isChange = changes.has(endpoint)
    if (isChange) beforePassing()
    const answer = isAnswer(meddled) ? inJson(meddled) : await forwarded(target, request, meddled ?? sent)
    if (isChange) passed.push({ endpoint, sent, answer: parsed(answer) })
    response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.bytes.length })
    response.end(answer.bytes)
  }
  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gateway does not listen')
  return {
    url: `http://127.0.0.1:${address.port}`,
    passed,
    meddle: (endpoint, meddling) => void (meddling ? meddlings.set(endpoint, meddling) : meddlings.delete(endpoint))
  }
}

const isAnswer = (meddled: Meddled): meddled is Answer => meddled !== undefined && !Buffer.isBuffer(meddled)

const inJson = (answer: Answer): Forwarded => ({
  status: 200,
  type: 'application/json',
  bytes: Buffer.from(JSON.stringify(answer))
})

type Forwarded = { readonly status: number; readonly type: string; readonly bytes: Buffer }

async function forwarded(target: URL, { method = 'GET', headers }: IncomingMessage, sent: Buffer): Promise<Forwarded> {
  const kept = ['access-token', 'content-type'].flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  if (method === 'GET') target.search = sent.toString()
  const body = method === 'GET' ? {} : { body: new Uint8Array(sent) }
  const response = await fetch(target, { method, headers: Object.fromEntries(kept), ...body })
  const type = response.headers.get('content-type') ?? 'application/octet-stream'
  return { status: response.status, type, bytes: Buffer.from(await response.arrayBuffer()) }
}

function parsed({ type, bytes }: Forwarded): unknown {
  return type.startsWith('application/json') ? JSON.parse(bytes.toString()) : null
}
