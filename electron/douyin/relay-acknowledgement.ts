import type { Logger } from '../ports'
import { acknowledgedAnswer } from './relay-answers'
import { RelayError } from './relay-error'
import type { RelayHttp } from './relay-http'

type Parts = { readonly http: RelayHttp; readonly holder: string; readonly logger: Logger }

/** The newest message that is stored here and not yet acknowledged there. One covers all before it. */
export class RelayAcknowledgement {
  private readonly parts: Parts
  private storedId: string | null = null

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Says that a message, and all before it, is on this computer's disk. */
  note(id: string): void {
    this.storedId = id
  }

  /** Throws a `RelayError`; the id is then still to be acknowledged. */
  async send(signal?: AbortSignal): Promise<void> {
    const { http, holder } = this.parts
    const id = this.storedId
    if (id === null) return
    try {
      await http.send({ method: 'POST', path: '/v1/ack', body: { id, holder }, answer: acknowledgedAnswer, signal })
    } catch (error) {
      // An id the relay does not know: its folder was emptied, and there is nothing for it to delete.
      if (!(error instanceof RelayError) || error.reason !== 'other') throw error
    }
    this.storedId = null
  }

  /** As a batch ends or the loop is left: what fails here goes with the next round, or the message comes again. */
  async tryToSend(): Promise<void> {
    try {
      await this.send()
    } catch (error) {
      this.parts.logger.debug('an acknowledgement did not reach the relay', { error })
    }
  }
}
