import type { UpdateState } from '@shared/domain/update'
import { DeskFailure, type WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Updates } from '../ports'
import type { Store } from '../store/repositories'
import type { EventHub } from './event-hub'

export type UpdateServiceParts = {
  /** Null where the host has none: it runs from a checkout, and new versions come with that. */
  readonly updates: Updates | null
  readonly store: Pick<Store, 'rollouts'>
  readonly events: Pick<EventHub, 'send'>
}

const checkout: UpdateState = { kind: 'off', why: 'checkout' }

/** New versions of the program: how it stands with them, and the two things that the operator may ask for. */
export class UpdateService {
  private readonly parts: UpdateServiceParts

  constructor(parts: UpdateServiceParts) {
    this.parts = parts
    parts.updates?.onChange((state) => parts.events.send('app.updates.changed', { state }))
  }

  state(): UpdateState {
    return this.parts.updates?.state() ?? checkout
  }

  check(): Promise<UpdateState> {
    return this.parts.updates?.check() ?? Promise.resolve(checkout)
  }

  /** Throws `DeskFailure` `not_possible_now` where nothing is ready, or a rollout runs. */
  install(): null {
    const { updates, store } = this.parts
    if (updates?.state().kind !== 'ready') {
      throw refusal(say`没有可以安装的新版本`, say`请先检查更新`, 'update')
    }
    const running = store.rollouts.inState(['running']).length
    if (running > 0) {
      throw refusal(
        say`${running} 个批量发布还在进行，现在不安装`,
        say`请等它们结束，或先暂停；新版本也会在退出时安装`,
        'rollouts'
      )
    }
    updates.install()
    return null
  }
}

const refusal = (reason: string, nextStep: string, wayOut: WayOut): DeskFailure =>
  new DeskFailure({
    code: 'not_possible_now',
    message: say`新版本没有安装`,
    reason,
    nextStep,
    retryable: false,
    actor: 'operator',
    wayOut
  })
