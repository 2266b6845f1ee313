import { isDeepStrictEqual } from 'node:util'
import type { Events, RolloutDetail } from '@shared/contract'
import type { Rollout, RolloutItem, RolloutLogEntry } from '@shared/domain/rollout'
import { DeskFailure } from '@shared/errors'
import type { RolloutFlags } from './flags'
import { GivenUp, type CommandGround } from './ground'
import type { Ended } from './lines'
import { nextMove } from './next-move'

export type Decisions = Pick<RolloutFlags, 'opensGates' | 'releasesTrain'>

/** Follows one rollout: writes a line for whatever happens to it, and makes the decisions that the flags allow. */
export class Follower {
  private readonly ground: CommandGround
  private readonly items = new Map<string, RolloutItem>()
  private readonly logged = new Set<string>()
  private readonly early: Events['rollout.progress'][] = []
  private readonly stopListening: () => void
  private present: Rollout | null = null
  private news = Promise.withResolvers<void>()

  /** Listens from now on, so that nothing is missed between the beginning and `follow`. */
  constructor(ground: CommandGround) {
    this.ground = ground
    this.stopListening = ground.desk.onEvent((event) => {
      if (event.name === 'rollout.progress') this.hear(event.payload)
    })
  }

  /** Knows the rollout from here. Not written is what an earlier run wrote already (`isResumed`), and that all of them wait. */
  begin({ rollout, items, log }: RolloutDetail, isResumed: boolean): void {
    for (const item of items) if (isResumed || item.state === 'waiting') this.items.set(item.appId, item)
    if (isResumed) for (const { id } of log) this.logged.add(id)
    this.take({ rollout, items, log })
    for (const progress of this.early.splice(0)) this.hear(progress)
  }

  /** Resolves when the rollout is over, waits for somebody, or the command is to end. */
  async follow(decisions: Decisions): Promise<Ended> {
    const { signal } = this.ground
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    for (;;) {
      if (signal.aborted) return signal.reason instanceof GivenUp ? signal.reason.ended : 'interrupted'
      this.news = Promise.withResolvers()
      const move = nextMove(this.rollout(), decisions)
      if (move.kind === 'end') return move.ended
      if (move.kind === 'wait') await Promise.race([this.news.promise, aborted])
      else await this.decide(move.call)
    }
  }

  /** Reads how it stands, so that the last lines are the last state. */
  async catchUp(): Promise<void> {
    this.take(await this.ground.client.call('rollouts.get', this.name()))
  }

  rollout(): Rollout {
    if (!this.present) throw new Error('the rollout was not begun')
    return this.present
  }

  allItems(): readonly RolloutItem[] {
    return [...this.items.values()]
  }

  end(): void {
    this.stopListening()
  }

  /** Somebody else may have decided in the meantime: then how it stands is read again. */
  private async decide(call: 'rollouts.openWave' | 'rollouts.releaseTogether'): Promise<void> {
    const { client } = this.ground
    try {
      this.take(await client.call(call, this.name()))
    } catch (error) {
      if (!(error instanceof DeskFailure) || error.error.code !== 'not_possible_now') throw error
      const before = this.rollout()
      await this.catchUp()
      const { state, wave } = this.rollout()
      if (state === before.state && wave === before.wave) throw error
    }
  }

  private name() {
    const { id: rolloutId, accountId } = this.rollout()
    return { accountId, rolloutId }
  }

  private hear(progress: Events['rollout.progress']): void {
    if (!this.present) this.early.push(progress)
    else if (progress.rollout.id === this.present.id) this.take(progress)
  }

  private take({ rollout, items, log }: Events['rollout.progress']): void {
    const before = this.present
    this.present = rollout
    for (const entry of log) this.takeEntry(entry)
    for (const item of items) this.takeItem(item)
    if (before?.state !== rollout.state || !isDeepStrictEqual(before.hold, rollout.hold)) this.writeState(rollout)
    this.news.resolve()
  }

  private takeEntry({ id, at, tone, text }: RolloutLogEntry): void {
    if (this.logged.has(id)) return
    this.logged.add(id)
    this.ground.output.write({ at, event: 'log', tone, text })
  }

  private takeItem(item: RolloutItem): void {
    const before = this.items.get(item.appId)
    if (before && (before.changedAt > item.changedAt || isSame(before, item))) return
    this.items.set(item.appId, item)
    const { appId, name, wave, step, state, fromVersion, toVersion, cause, error, changedAt: at } = item
    this.ground.output.write({
      ...{ at, event: 'item' as const, appId, name, wave, step, state, fromVersion, toVersion, cause, error }
    })
  }

  private writeState({ state, hold }: Rollout): void {
    const { output, clock } = this.ground
    if (hold) output.write({ at: clock.now(), event: 'hold', state, hold })
    if (state === 'finished' || state === 'stopped') output.write({ at: clock.now(), event: 'finished', state })
  }
}

const isSame = (a: RolloutItem, b: RolloutItem): boolean =>
  a.step === b.step && a.state === b.state && a.attempts === b.attempts
