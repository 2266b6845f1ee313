import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { PendingRestore } from '@shared/domain/safety'
import { inspectDatabase, isSound } from './database'
import { pauseRollouts } from './restore-content'

const orderSchema = z.object({ at: z.number(), orderedAt: z.number(), paused: z.number() })

/** What is to take the database's place, and how many rollouts were paused in it. */
export type RestoreOrder = z.output<typeof orderSchema>

/**
 * The folder in which a database waits to take the present one's place when the program opens next: `incoming.sqlite`, and
 * `order.json` which makes it count. The order is written last and removed last, so that whatever ends the program in
 * between, the next opening finds either nothing to do or all it needs.
 */
export class RestoreFolder {
  readonly incoming: string
  private readonly folder: string
  private readonly order: string

  constructor(databaseFile: string) {
    this.folder = join(dirname(databaseFile), 'restore')
    this.incoming = join(this.folder, 'incoming.sqlite')
    this.order = join(this.folder, 'order.json')
  }

  /** Null where none is ordered; an order that can not be read is none. */
  read(): RestoreOrder | null {
    try {
      return orderSchema.parse(JSON.parse(readFileSync(this.order, 'utf8')))
    } catch {
      return null
    }
  }

  pending(): PendingRestore | null {
    const order = this.read()
    return order === null ? null : { at: order.at, orderedAt: order.orderedAt }
  }

  /** Orders that the database at `source`, which was checked, is restored; `line` goes into the log of what is paused. */
  stage(source: string, { at, orderedAt, line }: { at: number; orderedAt: number; line: string }): void {
    this.drop()
    mkdirSync(this.folder, { recursive: true })
    const unfinished = `${this.incoming}.part`
    copyFileSync(source, unfinished)
    const database = new Database(unfinished)
    let paused: number
    try {
      database.pragma('journal_mode = DELETE')
      paused = pauseRollouts(database, orderedAt, line)
    } finally {
      database.close()
    }
    toDisk(unfinished)
    renameSync(unfinished, this.incoming)
    const order: RestoreOrder = { at, orderedAt, paused }
    writeFileSync(`${this.order}.part`, JSON.stringify(order))
    toDisk(`${this.order}.part`)
    renameSync(`${this.order}.part`, this.order)
  }

  /** Whether what waits can still take the database's place: whole, ours, and of no newer version. */
  isUsable(knownVersion: number): boolean {
    if (!isSound(this.incoming)) return false
    const { version, isOurs } = inspectDatabase(this.incoming)
    return isOurs && version > 0 && version <= knownVersion
  }

  isSwapped(): boolean {
    return !existsSync(this.incoming)
  }

  /** Takes the order back, or ends it; the order goes first, as without it the rest is nothing. */
  drop(): void {
    rmSync(this.order, { force: true })
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function toDisk(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
