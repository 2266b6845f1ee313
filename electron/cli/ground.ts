import type { Desk } from '../desk'
import type { DeskClient } from '../desk-client'
import type { Clock } from '../ports'
import type { Output } from './output'

/** What every part of the command works with. */
export type CommandGround = {
  readonly desk: Pick<Desk, 'onEvent' | 'close'>
  readonly client: DeskClient
  readonly clock: Clock
  readonly output: Output
  /** Aborted with a `GivenUp` when the command is to end. */
  readonly signal: AbortSignal
}

/** Why the command ends before the rollout does; the rollout goes on at the next start. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
  readonly ended: 'timeout' | 'interrupted'

  constructor(ended: GivenUp['ended']) {
    super(ended)
    this.ended = ended
  }
}
