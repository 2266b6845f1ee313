import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type WorldState, worldStateSchema } from './world/state'
import { upgraded } from './world/upgrade'

/** Saves follow a change after this pause, or after several times as long as the last save took. */
const pauseMs = 200

/** The saved world, or null when there is none or it does not fit this version: then it is set aside as `….unreadable`. */
export async function readStateFile(file: string): Promise<WorldState | null> {
  const text = await readFile(file, 'utf8').catch(absent)
  if (text === null) return null
  const result = worldStateSchema.safeParse(upgraded(valueOf(text)))
  if (result.success) return result.data
  await rename(file, `${file}.unreadable`)
  return null
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Writes a world after its changes: into a second file that then takes the first one's place, so that it is whole always. */
export class StateSaver {
  readonly #file: string
  readonly #state: () => WorldState
  #changed = false
  #failed = false
  #saving: Promise<void> | null = null
  readonly #closing = new AbortController()

  constructor(file: string, state: () => WorldState) {
    this.#file = file
    this.#state = state
  }

  /** Notes a change; it is written a moment later. A failed write is tried again with the next change. */
  changed(): void {
    this.#changed = true
    if (this.#closing.signal.aborted) return
    this.#saving ??= this.#saveUntilDone().finally(() => {
      this.#saving = null
      if (this.#changed && !this.#failed) this.changed()
    })
  }

  /** Writes what is not written yet; rejects when that fails. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#saving
    await this.#save()
  }

  async #saveUntilDone(): Promise<void> {
    let pause = pauseMs
    this.#failed = false
    while (this.#changed && !this.#failed && !this.#closing.signal.aborted) {
      await wait(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      const startedAt = performance.now()
      await this.#save().catch(() => (this.#failed = true))
      pause = Math.max(pauseMs, 5 * (performance.now() - startedAt))
    }
  }

  async #save(): Promise<void> {
    if (!this.#changed) return
    this.#changed = false
    try {
      await replaceFile(this.#file, JSON.stringify(this.#state()))
    } catch (error) {
      this.#changed = true
      throw error
    }
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const temporary = `${file}.new`
  const handle = await open(temporary, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
