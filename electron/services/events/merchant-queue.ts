import type { MerchantRef } from '@shared/domain/merchant'
import PQueue from 'p-queue'

/** Merchants that are worked for at the same time. */
const concurrency = 4

type Job = { readonly run: () => Promise<void>; readonly ended: () => void }

/** Does one thing at a time for each merchant, in the order in which it was asked, and for four merchants at once. */
export class MerchantQueue {
  private readonly queue = new PQueue({ concurrency })
  private readonly jobs = new Map<string, Job[]>()
  private stopped = false

  /** Resolves when it was done, or dropped by `stop`. `run` must not reject. */
  add({ accountId, appId }: MerchantRef, run: () => Promise<void>): Promise<void> {
    if (this.stopped) return Promise.resolve()
    const key = JSON.stringify([accountId, appId])
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const job: Job = { run, ended: () => resolve(undefined) }
    const waiting = this.jobs.get(key)
    if (waiting) waiting.push(job)
    else {
      this.jobs.set(key, [job])
      void this.queue.add(() => this.drain(key))
    }
    return promise
  }

  /** Drops what waits, and resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true
    this.queue.clear()
    await this.queue.onIdle()
    for (const { ended } of [...this.jobs.values()].flat()) ended()
    this.jobs.clear()
  }

  private async drain(key: string): Promise<void> {
    const waiting = this.jobs.get(key) ?? []
    while (!this.stopped) {
      const job = waiting.shift()
      if (!job) break
      await job.run()
      job.ended()
    }
    if (waiting.length === 0) this.jobs.delete(key)
  }
}
