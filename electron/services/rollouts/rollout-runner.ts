import type { RolloutItem } from '@shared/domain/rollout'
import type { Clock } from '../../ports'
import type { AccountService } from '../account-service'
import type { EventHub } from '../event-hub'
import { AccountWeather } from './account-weather'
import type { Agenda } from './agenda'
import type { LiveRollout } from './live-rollout'
import type { RolloutBook } from './rollout-book'
import type { RolloutCourse } from './rollout-course'
import type { RolloutTending } from './rollout-tending'
import type { RolloutWorker } from './rollout-worker'
import type { SetupTending } from './setup-tending'

export type RolloutRunnerParts = {
  readonly accounts: Pick<AccountService, 'ids' | 'get'>
  readonly events: EventHub
  readonly book: RolloutBook
  readonly course: RolloutCourse
  readonly worker: RolloutWorker
  readonly tending: RolloutTending
  readonly setupTending: Pick<SetupTending, 'takeUp'>
  readonly agenda: Agenda
  readonly clock: Clock
}

/** Merchants of an account that are at work together: enough for 100 calls a second where each takes 200 ms. */
const merchantsAtOnce = 24

/** Calls of an account work again when none has failed for so long. */
const worksAgainMs = 5_000

/** How long `stop` waits for what is being sent; what became of it is found out at the next start. */
const stopPatienceMs = 5_000

type Lane = {
  readonly accountId: string
  readonly weather: AccountWeather
  /** The rollout that had its turn last. */
  lastId: string
  readonly atWork: Map<string, Promise<void>>
  isWoken: boolean
}

/**
 * Says whose turn it is. Each account has a lane in which its rollouts take turns, many merchants at work at once; a merchant that
 * has its turn goes on until it has to wait. Nothing is asked of an account before it is ready.
 */
export class RolloutRunner {
  private readonly parts: RolloutRunnerParts
  private readonly lanes = new Map<string, Lane>()
  private readonly ready = new Set<string>()
  private isStopping = false

  constructor(parts: RolloutRunnerParts) {
    this.parts = parts
    parts.book.onItem((live, item) => this.schedule(live, item))
    parts.events.onEvent((event) => {
      if (event.name !== 'account.changed') return
      const { id, connection } = event.payload.account
      if (connection.state === 'working') this.accountWorks(id)
    })
  }

  /** Brings a rollout to work that has come to memory. */
  adopt(live: LiveRollout): void {
    for (const item of live.all()) this.schedule(live, item)
    this.parts.tending.takeUp(live)
    this.parts.setupTending.takeUp(live)
    this.parts.course.attend(live)
    this.wake(live.accountId)
  }

  /** The account can be asked now: what waited for it goes on, what it had paused too. */
  goOn(accountId: string): void {
    this.ready.add(accountId)
    this.lane(accountId).weather.worked('read')
    this.resumeHeld(accountId)
    this.parts.tending.wake(accountId)
    this.wake(accountId)
  }

  canAsk(accountId: string): boolean {
    return !this.isStopping && this.ready.has(accountId) && this.parts.accounts.ids().includes(accountId)
  }

  /** There may be something to begin. */
  wake(accountId: string): void {
    const lane = this.lane(accountId)
    if (lane.isWoken || this.isStopping) return
    lane.isWoken = true
    setImmediate(() => {
      lane.isWoken = false
      this.fill(lane)
    })
  }

  /** Tried again although an allowance was used up. */
  forgetQuota(accountId: string): void {
    this.lane(accountId).weather.forgetQuota()
  }

  /** How many merchants are at work. */
  runningCount(): number {
    return [...this.lanes.values()].reduce((sum, { atWork }) => sum + atWork.size, 0)
  }

  /** Begins nothing more, and waits a while for what is being sent. Rollouts go on by themselves at the next start. */
  async stop(): Promise<void> {
    this.isStopping = true
    const patience = new AbortController()
    const ended = Promise.all([...this.lanes.values()].flatMap(({ atWork }) => [...atWork.values()]))
    const waited = this.parts.clock.wait(stopPatienceMs, patience.signal).catch(() => undefined)
    await Promise.race([ended, waited])
    patience.abort()
  }

  private lane(accountId: string): Lane {
    const known = this.lanes.get(accountId)
    if (known) return known
    const lane: Lane = { accountId, weather: new AccountWeather(), lastId: '', atWork: new Map(), isWoken: false }
    this.lanes.set(accountId, lane)
    return lane
  }

  /** One whose turn has come may begin; one that waits for a time comes back at it. */
  private schedule(live: LiveRollout, { appId, state, notBefore }: RolloutItem): void {
    const { agenda, clock } = this.parts
    if (state !== 'waiting') return
    if (notBefore === null || notBefore <= clock.now()) return this.wake(live.accountId)
    agenda.at(notBefore, () => {
      const item = live.item(appId)
      if (item?.state !== 'waiting') return
      live.place(item, clock.now())
      this.wake(live.accountId)
    })
  }

  private fill(lane: Lane): void {
    const { clock, agenda } = this.parts
    const { accountId, weather, atWork } = lane
    if (!this.canAsk(accountId)) return
    while (atWork.size < merchantsAtOnce && weather.mayBegin(clock.now(), atWork.size)) {
      const turn = this.nextTurn(lane)
      if (!turn) return
      this.take(lane, ...turn)
    }
    if (weather.isDown() && atWork.size === 0) agenda.at(weather.probeAt(), () => this.wake(accountId))
  }

  /** The rollouts of an account take turns, beginning behind the one that had the last. */
  private nextTurn(lane: Lane): readonly [LiveRollout, RolloutItem] | null {
    const lives = this.parts.book.of(lane.accountId).filter((live) => live.isGoing())
    const start = lives.findIndex(({ id }) => id === lane.lastId) + 1
    for (const live of [...lives.slice(start), ...lives.slice(0, start)]) {
      const item = live.next((appId) => !lane.atWork.has(appId))
      if (!item) continue
      lane.lastId = live.id
      return [live, item]
    }
    return null
  }

  private take({ accountId, weather, atWork }: Lane, live: LiveRollout, item: RolloutItem): void {
    const work = this.parts.worker.work(live, item, weather).finally(() => {
      atWork.delete(item.appId)
      this.wake(accountId)
    })
    atWork.set(item.appId, work)
  }

  /** Calls of the account work again. Some that were on their way when it was held back may still: it is given a moment. */
  private accountWorks(accountId: string): void {
    if (!this.parts.book.of(accountId).some(isHeldByAccount)) return
    const { agenda, clock } = this.parts
    agenda.at(clock.now() + worksAgainMs, () => {
      const isWorking = this.canAsk(accountId) && this.parts.accounts.get(accountId).connection.state === 'working'
      if (isWorking) this.resumeHeld(accountId)
    })
  }

  private resumeHeld(accountId: string): void {
    for (const live of this.parts.book.of(accountId).filter(isHeldByAccount)) this.parts.course.resume(live, null)
  }
}

const isHeldByAccount = (live: LiveRollout): boolean =>
  live.state === 'paused' && live.snapshot().hold?.by === 'account'
