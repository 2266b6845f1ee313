import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process works on the same data folder. */
export class InstanceRunningError extends Error {
  override readonly name = 'InstanceRunningError'
  readonly pid: number

  constructor(pid: number, dataDir: string) {
    super(`another instance (pid ${pid}) works on ${dataDir}`)
    this.pid = pid
  }
}

export type DataFolderLock = {
  /** False where nothing can be written: then the data may only be read, as somebody else may do the same. */
  readonly isHeld: boolean
  readonly release: () => void
}

type Owner = { readonly pid: number; readonly startedAt: string | null }

const fileName = 'instance.lock'
const attempts = 5

/** The disk is full, read-only or not ours. */
const unwritable: ReadonlySet<unknown> = new Set(['EACCES', 'EDQUOT', 'ENOSPC', 'EROFS'])

/**
 * Takes the data folder for this process, making the folder where it is missing.
 *
 * The lock is a file with the owner's pid and, on Linux, the time that process started at, because pids are used again. A
 * lock whose owner is gone (power loss, kill -9) is stale and taken over. Both hosts take it before they touch anything
 * else in the folder.
 *
 * @throws {InstanceRunningError} where the owner is alive.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, fileName)
  const own = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) } satisfies Owner)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = create(file, own)
    if (outcome === 'taken') return { isHeld: true, release: () => release(file, own) }
    if (outcome === 'unwritable') return { isHeld: false, release: () => undefined }
    const found = read(file)
    const owner = found === null ? null : parse(found)
    if (owner && isAlive(owner)) throw new InstanceRunningError(owner.pid, dataDir)
    if (found !== null) removeStale(file, found)
  }
  throw new Error(`the lock ${file} cannot be taken`)
}

/** Writes the file if there is none; the operating system lets one of several processes win. */
function create(file: string, text: string): 'taken' | 'exists' | 'unwritable' {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return 'taken'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return 'exists'
    if (!unwritable.has(code)) throw error
    removeEmpty(file)
    return 'unwritable'
  }
}

/** A full disk may still take the file's name, but not what belongs into it. */
function removeEmpty(file: string): void {
  if (read(file) === '') rmSync(file, { force: true })
}

function release(file: string, own: string): void {
  if (read(file) === own) rmSync(file, { force: true })
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string): Owner | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value)) return null
    const { pid } = value
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null
    return { pid, startedAt: 'startedAt' in value && typeof value.startedAt === 'string' ? value.startedAt : null }
  } catch {
    return null
  }
}

function isAlive({ pid, startedAt }: Owner): boolean {
  if (startedAt !== null && startOf(pid) !== startedAt) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Clock ticks since boot at which the process started (field 22 of /proc/PID/stat); null where there is no /proc. */
function startOf(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`)
  // The second field is the program's name in parentheses and may hold spaces.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

/** Moves the stale file away first: of two processes that found it, one then sees that it took a fresh lock and puts it back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) === stale) rmSync(aside, { force: true })
  else renameSync(aside, file)
}
