import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Counters, OpenCall } from '../control/counters'
import type { FaultBook, Strike } from '../control/faults'
import { Refusal } from '../world/refusal'
import type { Merchant } from '../world/state'
import type { World } from '../world/world'
import { componentTokenName } from './authorization-endpoints'
import type { CallRate } from './call-rate'
import { checkAddress, checkCredential, holderOf, type Presented } from './credentials'
import { cut, deliver } from './delivery'
import type { Call, Endpoint } from './endpoint'
import { HttpFailure } from './http-failure'
import { mintLogId } from './log-id'
import { answerOf, codeIn, jsonAnswer, refusalAnswer, type Reply, type WireAnswer } from './reply'
import { formOf, jsonOf, readBody } from './request'
import { type Route, routeOf } from './routes'
import { strikeEarly, systemError } from './strike'

export type ExchangeParts = {
  readonly world: World
  readonly faults: FaultBook
  readonly counters: Counters
  readonly picture: Call['picture']
  readonly callRate: CallRate
  /** Aborted when the server closes. */
  readonly signal: AbortSignal
}

/** One request on its way: what was asked, by whom, and under which number. */
type Exchange = {
  readonly parts: ExchangeParts
  readonly endpoint: Endpoint
  readonly call: Call
  readonly presented: Presented
  readonly holder: Merchant | undefined
  readonly logId: string
  readonly counted: OpenCall
}

/** Answers one request to the platform: routing, credentials, faults, the world's rules, and the envelope. */
export async function answerPlatform(
  parts: ExchangeParts,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const target = new URL(request.url ?? '/', baseUrl)
  const logId = mintLogId(parts.world)
  response.setHeader('x-tt-logid', logId)
  const route = routeOf(request.method ?? '', target.pathname)
  if (route === null) {
    await readBody(request)
    const unknown = refusalAnswer(new Refusal(28001017), 'v2', logId, false)
    return deliver(response, { ...unknown, status: 404 }, null, parts.signal)
  }
  const header = request.headers['access-token']
  const presented = {
    header: typeof header === 'string' ? header : '',
    query: target.searchParams,
    address: request.socket.remoteAddress ?? ''
  }
  const arrival = begin(parts, route, presented, { path: target.pathname, logId })
  const strike = parts.faults.strike({ endpoint: route.endpoint.name, appId: arrival.holder?.appId ?? null })
  const received = await receive(arrival, request, strike.fault)
  await wait(strike.delayMs, undefined, { signal: parts.signal })
  const { world, picture } = parts
  const call = { world, baseUrl, query: presented.query, rest: route.rest, picture, ...received }
  await run({ ...arrival, call }, strike.fault, response)
}

/** A request whose body is still to come. */
type Arrival = Omit<Exchange, 'call'>

function begin(
  parts: ExchangeParts,
  { endpoint }: Route,
  presented: Presented,
  { path, logId }: { readonly path: string; readonly logId: string }
): Arrival {
  const { world } = parts
  const holder = holderOf(world, endpoint, presented)
  const { name, generation, method } = endpoint
  const appId = holder?.appId ?? null
  const counted = parts.counters.received({ at: world.now(), endpoint: name, generation, method, path, appId, logId })
  return { parts, endpoint, presented, holder, logId, counted }
}

/** Takes the body in, as slowly as the fault says. A sender that gives up leaves a call that was cut off. */
async function receive(
  { parts, counted }: Arrival,
  request: IncomingMessage,
  fault: Strike['fault']
): Promise<Pick<Call, 'body' | 'form'>> {
  const pace = fault?.kind === 'slow-receive' ? { ...fault, signal: parts.signal } : undefined
  try {
    const bytes = await readBody(request, pace)
    return { body: jsonOf(bytes), form: () => formOf(bytes, request.headers['content-type']) }
  } catch (error) {
    if (fault !== null) counted.struckBy(fault.kind)
    counted.cutOff()
    throw error
  }
}

async function run(exchange: Exchange, fault: Strike['fault'], response: ServerResponse): Promise<void> {
  const { endpoint, counted, parts } = exchange
  if (fault !== null) counted.struckBy(fault.kind)
  const early = strikeEarly(fault, endpoint)
  switch (early.kind) {
    case 'cut':
      counted.cutOff()
      return cut(response)
    case 'hang':
      return counted.cutOff()
    case 'answer':
      counted.cutOff()
      return deliver(response, early.answer, null, parts.signal)
    case 'code':
      return deliver(response, refuse(exchange, new Refusal(early.code)), fault, parts.signal)
    case 'nothing':
      return deliver(response, await work(exchange, fault), fault, parts.signal)
  }
}

/** Does the work and makes the answer. */
async function work(exchange: Exchange, fault: Strike['fault']): Promise<WireAnswer> {
  const { endpoint, counted, logId } = exchange
  try {
    const reply = await carryOut(exchange)
    counted.carriedOut()
    if (fault?.kind === 'system-error') return envelope(exchange, new Refusal(systemError(endpoint, fault.own)))
    return answerOf(reply, endpoint.generation, logId)
  } catch (error) {
    if (error instanceof Refusal) return refuse(exchange, error)
    if (!(error instanceof HttpFailure)) throw error
    counted.refused(error.status)
    return jsonAnswer(error.status, { message: error.message })
  }
}

async function carryOut({ parts, endpoint, call, presented, holder }: Exchange): Promise<Reply> {
  checkGatewayRate(parts, endpoint)
  checkAddress(parts.world, endpoint, presented.address)
  checkCredential(parts.world, endpoint, presented, holder)
  checkRate(parts, endpoint)
  if (endpoint.credential !== 'authorizer') return endpoint.handle(call)
  if (holder === undefined) throw new Refusal(40020)
  return endpoint.handle({ ...call, merchant: parts.world.merchant(holder.appId) })
}

/** The application's calls all together, whatever they are and whoever they are for; pictures come from elsewhere. */
function checkGatewayRate({ world, callRate }: ExchangeParts, { name }: Endpoint): void {
  const { callsPerSecond } = world.state
  if (callsPerSecond === null || name === 'picture') return
  if (!callRate.admits('gateway', callsPerSecond)) throw new Refusal(28003018)
}

function checkRate({ world, callRate }: ExchangeParts, { name, callsPerSecond }: Endpoint): void {
  const limit = callsPerSecond?.(world.state) ?? null
  if (limit !== null && !callRate.admits(name, limit)) throw new Refusal(28003018)
}

function refuse(exchange: Exchange, refusal: Refusal): WireAnswer {
  exchange.counted.refused(codeIn(exchange.endpoint.generation, refusal.code))
  return envelope(exchange, refusal)
}

function envelope({ endpoint, logId }: Exchange, refusal: Refusal): WireAnswer {
  return refusalAnswer(refusal, endpoint.generation, logId, endpoint.name === componentTokenName)
}
