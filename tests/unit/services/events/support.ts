import { onTestFinished } from 'vitest'
import { defaultAccountSettings } from '@shared/domain/account'
import type { PlatformEvent } from '@shared/domain/platform-event'
import { pushDigest, type ReceivedPush } from '../../../../electron/douyin/push-received'
import type { Clock } from '../../../../electron/ports'
import { openStore } from '../../../../electron/store'
import type { Store } from '../../../../electron/store/repositories'
import { storeOptions, temporaryFolder } from '../../store/support'
import { january } from '../../support'

/** A store on a file of its own, with the accounts `a` and `b`. */
export function storeWithAccounts(folder = temporaryFolder()): Store {
  const store = openStore(storeOptions(folder))
  onTestFinished(() => store.close())
  for (const id of ['a', 'b']) {
    const componentAppId = `ttcomponent${id}`
    const colour = '#2563eb'
    const settings = defaultAccountSettings
    store.accounts.save({ id, kind: 'platform', name: `账号${id}`, colour, componentAppId, settings })
  }
  return store
}

/** A message as the receiver hands it on. */
export function pushOf(content: Readonly<Record<string, unknown>>, receivedAt = january): ReceivedPush {
  const envelope = { Nonce: '1', TimeStamp: '1', Encrypt: 'x', MsgSignature: 'a'.repeat(40) }
  return { envelope, content, receivedAt, digest: pushDigest(content) }
}

/** The fields that all messages about a merchant have. */
export function about(appId: string, Event: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { AppId: appId, TpAppId: 'ttcomponenta', EventTime: '2026-01-14 12:45:10', Event, ...more }
}

export function eventLike(more: Partial<PlatformEvent> = {}): PlatformEvent {
  return {
    id: '1',
    accountId: 'a',
    merchant: { appId: 'tt01', name: '湘里人家' },
    kind: 'audit',
    event: 'PACKAGE_AUDIT',
    title: '审核通过：抖音',
    detail: '',
    tone: 'good',
    happenedAt: january,
    receivedAt: january,
    source: 'receiver',
    copies: 1,
    handling: 'nothing',
    trouble: null,
    seen: false,
    raw: '{}',
    ...more
  }
}

/** Lets all that is ready to run do so. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

type Timer = { readonly at: number; readonly fire: () => void }

/** Time that passes when a test says so. */
export class ManualClock implements Clock {
  private time: number
  private timers: Timer[] = []

  constructor(start: number) {
    this.time = start
  }

  now(): number {
    return this.time
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = { at: this.time + ms, fire: resolve }
      this.timers.push(timer)
      signal?.addEventListener('abort', () => {
        this.timers = this.timers.filter((each) => each !== timer)
        reject(new Error('aborted'))
      })
    })
  }

  /** How many wait. */
  waiting(): number {
    return this.timers.length
  }

  async advance(ms: number): Promise<void> {
    const until = this.time + ms
    for (let next = this.due(until); next; next = this.due(until)) {
      this.time = next.at
      next.fire()
      await settled()
    }
    this.time = until
  }

  private due(until: number): Timer | undefined {
    const next = this.timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= until)
    this.timers = this.timers.filter((each) => each !== next)
    return next
  }
}
