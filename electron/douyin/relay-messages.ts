import type { Clock, Logger, Random } from '../ports'
import { PushError, type MessageKeys, type PushEnvelope, type PushRefusal } from './push-messages'
import { receivePush, type ReceivedPush } from './push-received'
import { RelayAcknowledgement } from './relay-acknowledgement'
import { messagesAnswer, type RelayMessage } from './relay-answers'
import { RelayError } from './relay-error'
import type { RelayHttp } from './relay-http'

/** A message from the relay: opened, or with the reason why it can not be opened, and then as it came. */
export type RelayedPush =
  | { readonly id: string; readonly push: ReceivedPush }
  | {
      readonly id: string
      readonly refusal: PushRefusal | 'no_keys'
      readonly envelope: PushEnvelope
      readonly receivedAt: number
    }

/** How the connection to the relay is doing. `dropped`: messages the relay gave up unread since it was set up. */
export type RelayState =
  | { readonly state: 'connected'; readonly dropped: number }
  | { readonly state: 'failing'; readonly error: RelayError; readonly retryAt: number }

export type RelayMessagesParts = {
  readonly http: RelayHttp
  readonly holder: string
  readonly keys: () => MessageKeys | null
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly onState: (state: RelayState) => void
}

const waitSeconds = 25
const batch = 50
const backoff = { baseMs: 1000, capMs: 60_000 }

/**
 * The messages as they come, until the signal is aborted (the loop then ends without an error); while the relay is out of
 * reach, with growing pauses.
 *
 * **Asking for the next message says that the one before is on the disk**: it is then acknowledged, and the relay deletes
 * it. Leaving the loop, or throwing in it, leaves the present one at the relay, and it comes again. The same message may
 * come twice where an acknowledgement was lost: `ReceivedPush.digest` tells.
 */
export async function* relayMessages(parts: RelayMessagesParts, signal: AbortSignal): AsyncGenerator<RelayedPush> {
  const acknowledgement = new RelayAcknowledgement(parts)
  let failures = 0
  while (!signal.aborted) {
    try {
      await acknowledgement.send(signal)
      const { messages, dropped } = await fetchMessages(parts, signal)
      failures = 0
      parts.onState({ state: 'connected', dropped })
      yield* stored(messages, { keys: parts.keys, acknowledgement, signal })
    } catch (error) {
      if (signal.aborted) break
      if (!(error instanceof RelayError)) throw error
      failures += 1
      await pause(parts, error, failures, signal)
    }
  }
}

/** Opens what a relay kept: its age does not matter, the relay checked it when it came. */
export function openRelayed({ id, envelope, receivedAt }: RelayMessage, keys: MessageKeys | null): RelayedPush {
  if (!keys) return { id, refusal: 'no_keys', envelope, receivedAt }
  try {
    return { id, push: receivePush(envelope, keys, receivedAt, null) }
  } catch (error) {
    if (error instanceof PushError) return { id, refusal: error.refusal, envelope, receivedAt }
    throw error
  }
}

/** Yields message by message and notes each one as stored when the next is asked for. */
async function* stored(
  messages: readonly RelayMessage[],
  parts: { keys: () => MessageKeys | null; acknowledgement: RelayAcknowledgement; signal: AbortSignal }
): AsyncGenerator<RelayedPush> {
  const { keys, acknowledgement, signal } = parts
  try {
    for (const message of messages) {
      if (signal.aborted) return
      yield openRelayed(message, keys())
      acknowledgement.note(message.id)
    }
  } finally {
    await acknowledgement.tryToSend()
  }
}

function fetchMessages({ http, holder }: RelayMessagesParts, signal: AbortSignal) {
  return http.send({
    method: 'GET',
    path: '/v1/messages',
    query: { holder, limit: String(batch), wait: String(waitSeconds) },
    answer: messagesAnswer,
    waitMs: waitSeconds * 1000,
    signal
  })
}

async function pause(parts: RelayMessagesParts, error: RelayError, failures: number, signal: AbortSignal) {
  const { clock, random, logger, onState } = parts
  const step = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(failures - 1, 16))
  const pauseMs = step * (0.5 + random() / 2)
  if (failures === 1) logger.warn('the relay can not be asked for messages', { error })
  onState({ state: 'failing', error, retryAt: clock.now() + pauseMs })
  await clock.wait(pauseMs, signal).catch(() => undefined)
}
