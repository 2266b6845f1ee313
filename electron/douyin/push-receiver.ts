import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock, Logger } from '../ports'
import { defaultPushLimits, type PushLimits } from './push-limits'
import { PushError, type MessageKeys } from './push-messages'
import { PushRates } from './push-rates'
import { receivePush, type ReceivedPush } from './push-received'
import {
  PushCounters,
  PushRejection,
  refusalStatus,
  type PushReceiverStats,
  type ReceiverRefusal
} from './push-refusals'
import { ReplayMemory } from './push-replays'
import { checkHead, readBody, remoteOf } from './push-request'
import { closeServer, createPushServer, listen } from './push-server'

export type PushReceiverOptions = {
  /** 0 takes any free port; a tunnel needs a fixed one. */
  readonly port: number
  /** The secret part of the path, see {@link newPushSegment}; without it a new one is made. */
  readonly segment?: string
  /** The application's keys at this moment; null answers 503, and the platform tries again. */
  readonly keys: () => MessageKeys | null
  /**
   * Takes a message. Must have it on the disk before it resolves: only then the platform hears `success` and never sends it
   * again. A rejection answers 500.
   */
  readonly onMessage: (message: ReceivedPush) => void | Promise<void>
  /** Hears of every message that was not accepted, and why; it must be quick, as strangers can make it happen. */
  readonly onRefused?: (refusal: ReceiverRefusal) => void
  readonly clock: Clock
  readonly logger: Logger
  readonly limits?: Partial<PushLimits>
}

export interface PushReceiver {
  /** `http://127.0.0.1:<port>/push/<segment>`: where the tunnel or proxy sends both push addresses to. */
  readonly url: string
  readonly port: number
  readonly segment: string
  stats(): PushReceiverStats
  /** Stops listening; messages under way have a second to end. */
  close(): Promise<void>
}

const segmentPattern = /^[\w-]{16,128}$/
/** A message is refused by its time alone after this; as in `openPush`. */
const replayWindowMs = 5 * 60_000

/** A new secret part of the path: 128 random bits. It is kept, as it stands in the platform's console. */
export function newPushSegment(): string {
  return randomBytes(16).toString('hex')
}

/**
 * Receives the platform's pushed messages on 127.0.0.1 (page "消息推送及加解密说明"), for an agency whose own tunnel or
 * reverse proxy leads 授权事件接收 URL and 消息与事件接收 URL here.
 *
 * Every message is verified, decrypted, handed on once, and answered with `success` after it was kept. All else gets an
 * empty answer. Size, time, rate and connections are bounded by `PushLimits`.
 *
 * @throws where the port is taken (`EADDRINUSE`); a `TypeError` for a segment that can not be one.
 */
export async function startPushReceiver(options: PushReceiverOptions): Promise<PushReceiver> {
  const { segment = newPushSegment() } = options
  if (!segmentPattern.test(segment)) throw new TypeError('the path segment must be 16 to 128 letters and digits')
  const path = `/push/${segment}`
  const limits = { ...defaultPushLimits, ...options.limits }
  const counters = new PushCounters()
  const server = createPushServer(limits, (refusal) => counters.refuse(refusal))
  const receiving = new Receiving({ ...options, limits }, path, counters)
  server.on('request', (request, response) => void receiving.answer(request, response))
  const port = await listen(server, options.port)
  return {
    url: `http://127.0.0.1:${port}${path}`,
    port,
    segment,
    stats: () => counters.read(),
    close: () => closeServer(server)
  }
}

class Receiving {
  private readonly options: PushReceiverOptions & { readonly limits: PushLimits }
  private readonly path: string
  private readonly counters: PushCounters
  private readonly rates: PushRates
  private readonly replays: ReplayMemory

  constructor(options: PushReceiverOptions & { limits: PushLimits }, path: string, counters: PushCounters) {
    this.options = options
    this.path = path
    this.counters = counters
    this.rates = new PushRates(options.clock, options.limits)
    this.replays = new ReplayMemory(options.clock, options.limits.maxSignatures)
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const remote = remoteOf(request)
      if (!this.rates.admits(remote)) throw new PushRejection('rate')
      const outcome = await this.take(request)
      // A repetition proves nothing: who listened in could send it from anywhere, and crowd the platform out.
      if (outcome === 'new') this.rates.vouchFor(remote)
      this.counters.accept(outcome, this.options.clock.now())
      send(request, response, 200, 'success')
    } catch (error) {
      send(request, response, this.statusOf(error), '')
    }
  }

  private async take(request: IncomingMessage): Promise<'new' | 'repeated'> {
    const { clock, keys, limits, onMessage } = this.options
    checkHead(request, this.path, limits.maxBodyBytes)
    const present = keys()
    if (!present) throw new PushRejection('no_keys')
    const body = await readBody(request, limits.maxBodyBytes)
    const now = clock.now()
    const message = receivePush(body, present, now, now)
    const { MsgSignature, TimeStamp } = message.envelope
    const until = Number(TimeStamp) * 1000 + replayWindowMs
    return this.replays.once(MsgSignature.toLowerCase(), until, async () => onMessage(message))
  }

  private statusOf(error: unknown): number {
    const refusal = refusalOf(error)
    if (refusal) {
      this.counters.refuse(refusal)
      this.options.onRefused?.(refusal)
      return refusalStatus[refusal]
    }
    this.counters.fail()
    this.options.logger.error('a pushed message could not be kept', { error })
    return 500
  }
}

function refusalOf(error: unknown): ReceiverRefusal | null {
  return error instanceof PushError || error instanceof PushRejection ? error.refusal : null
}

/** The rest of a body that is refused is not waited for: the connection ends. */
function send(request: IncomingMessage, response: ServerResponse, status: number, body: string): void {
  if (!request.complete) response.setHeader('connection', 'close')
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) }).end(body)
}
