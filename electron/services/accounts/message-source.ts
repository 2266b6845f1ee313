import type { SourceState } from '@shared/domain/account'
import type { MessageKeys, PushRefusal } from '../../douyin/push-messages'
import type { ReceivedPush } from '../../douyin/push-received'
import type { Clock, Logger } from '../../ports'

/** Where an account's pushed messages come from, as long as the account is open. */
export interface MessageSource {
  state(): SourceState
  close(): Promise<void>
}

/** What a source hands on. */
export type MessageSink = {
  /** Has the message on the disk when it returns. */
  readonly onMessage: (push: ReceivedPush) => void
  readonly onRefused: (refusal: PushRefusal) => void
  /** The state changed. */
  readonly onChange: () => void
}

export type SourceParts = MessageSink & {
  readonly keys: MessageKeys
  readonly clock: Clock
  readonly logger: Logger
}

/** Tickets are pasted: there is nothing to listen to. */
export function pasteSource(): MessageSource {
  return { state: () => ({ state: 'waiting' }), close: () => Promise.resolve() }
}
