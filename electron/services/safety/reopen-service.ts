import { DeskFailure, type WayOut } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Reopen } from '../../ports'
import type { Store } from '../../store/repositories'

export type ReopenServiceParts = {
  /** Null where the host can not: a page in a browser ends nothing. */
  readonly reopen: Reopen | null
  readonly store: Pick<Store, 'rollouts'>
}

/** Ends the program and opens it again, which is when a restore that was ordered is carried out. */
export class ReopenService {
  private readonly parts: ReopenServiceParts

  constructor(parts: ReopenServiceParts) {
    this.parts = parts
  }

  /** Throws `DeskFailure` `not_possible_now` where the host can not, or a rollout runs: as a new version is installed. */
  reopen(): null {
    const { reopen, store } = this.parts
    if (reopen === null) {
      throw refusal(say`这样启动的程序不能自己重新打开`, say`请关闭程序，再打开一次`)
    }
    const running = store.rollouts.inState(['running']).length
    if (running > 0) {
      throw refusal(say`${running} 个批量发布还在进行，现在不重新打开`, say`请等它们结束，或先暂停`, 'rollouts')
    }
    reopen()
    return null
  }
}

const refusal = (reason: string, nextStep: string, wayOut?: WayOut): DeskFailure =>
  new DeskFailure({
    code: 'not_possible_now',
    message: say`程序没有重新打开`,
    reason,
    nextStep,
    retryable: false,
    actor: 'operator',
    ...(wayOut === undefined ? {} : { wayOut })
  })
