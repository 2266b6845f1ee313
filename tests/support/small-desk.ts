import type { AssignedError, CallResult } from '@shared/errors'
import type { Desk, DeskEvent, Media } from '../../electron/desk'
import type { Logger } from '../../electron/ports'

/** A desk of a few calls, for the hosts' tests: it answers, sends events, holds calls open, and fails on order. */
export class SmallDesk implements Desk {
  readonly received: { name: string; input: unknown }[] = []
  readonly pictures = new Map<string, Media>()
  isClosed = false
  wakings = 0
  private readonly listeners = new Set<(event: DeskEvent) => void>()
  private readonly held: (() => void)[] = []

  async call(name: string, input: unknown): Promise<CallResult<unknown, AssignedError>> {
    this.received.push({ name, input })
    if (name === 'test.hold') await new Promise<void>((resolve) => this.held.push(resolve))
    if (name === 'test.throw') throw new Error('secret-token-in-a-stack')
    if (name === 'test.large') return { ok: true, value: 'x'.repeat(1024 * 1024) }
    return { ok: true, value: { echo: input ?? null } }
  }

  onEvent(listener: (event: DeskEvent) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  media(path: string): Promise<Media | null> {
    return Promise.resolve(this.pictures.get(path) ?? null)
  }

  woke(): void {
    this.wakings += 1
  }

  close(): Promise<void> {
    this.isClosed = true
    return Promise.resolve()
  }

  send(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  releaseHeld(): void {
    for (const release of this.held.splice(0)) release()
  }
}

/** Keeps the lines, so that a test can look for what must not be in them. */
export function recordingLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = []
  const write = (message: string, facts?: Record<string, unknown>) =>
    void lines.push(`${message} ${JSON.stringify(facts)}`)
  return { lines, debug: write, info: write, warn: write, error: write }
}
