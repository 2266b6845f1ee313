import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Unzip, UnzipInflate } from 'fflate'
import {
  archiveParts,
  archiveVersion,
  manifestHead,
  manifestSchema,
  partMaxBytes,
  type ArchivePart,
  type Manifest
} from './archive-format'
import { hashOf } from './archive-writer'
import { notRestored } from './safety-failures'

/** A backup file that was unpacked and fits its own hashes. */
export type Unpacked = {
  readonly manifest: Manifest
  readonly databaseFile: string
  /** Sealed; null where there are none. */
  readonly secrets: string | null
}

/**
 * Unpacks a backup file into `folder`, which must be there. Reads little at a time, and gives up as soon as a part is larger
 * than it may be, so that a small file that unpacks to a huge one does no harm.
 * Throws `DeskFailure` for what is no backup, for one of a newer version, and for one that does not fit its hashes; nothing
 * of it is left then.
 */
export async function readArchive(file: string, folder: string): Promise<Unpacked> {
  const paths = new Map<ArchivePart, string>()
  try {
    await unpack(file, folder, paths)
    return await checked(paths)
  } catch (error) {
    for (const path of paths.values()) rmSync(path, { force: true })
    throw error
  }
}

async function checked(paths: ReadonlyMap<ArchivePart, string>): Promise<Unpacked> {
  const manifest = manifestOf(paths.get('manifest.json'))
  const databaseFile = await fitting(paths.get('merchant-desk.sqlite'), manifest.parts['merchant-desk.sqlite'])
  const announced = manifest.parts['secrets.json']
  if (!announced) return { manifest, databaseFile, secrets: null }
  const secretsFile = paths.get('secrets.json')
  if (secretsFile === undefined) throw notRestored.damaged()
  const secrets = readFileSync(secretsFile, 'utf8')
  if (createHash('sha256').update(secrets).digest('hex') !== announced.sha256) throw notRestored.damaged()
  rmSync(secretsFile)
  return { manifest, databaseFile, secrets }
}

function manifestOf(path: string | undefined): Manifest {
  if (path === undefined) throw notRestored.notArchive()
  const said = jsonOf(readFileSync(path, 'utf8'))
  rmSync(path)
  const head = manifestHead.safeParse(said)
  if (!head.success) throw notRestored.notArchive()
  if (head.data.formatVersion > archiveVersion) throw notRestored.newer()
  const manifest = manifestSchema.safeParse(said)
  if (!manifest.success) throw notRestored.damaged()
  return manifest.data
}

async function fitting(path: string | undefined, announced: { readonly sha256: string }): Promise<string> {
  if (path === undefined || (await hashOf(path)) !== announced.sha256) throw notRestored.damaged()
  return path
}

async function unpack(file: string, folder: string, paths: Map<ArchivePart, string>): Promise<void> {
  const found: { trouble: Error | null } = { trouble: null }
  const open = new Set<number>()
  const unzip = new Unzip((entry) => {
    const name = archiveParts.find((each) => each === entry.name)
    if (name === undefined || paths.has(name)) {
      found.trouble ??= notRestored.notArchive()
      return
    }
    const path = join(folder, name)
    paths.set(name, path)
    const descriptor = openSync(path, 'w', 0o600)
    open.add(descriptor)
    let bytes = 0
    entry.ondata = (error, piece, isLast) => {
      if (found.trouble) return
      bytes += error ? 0 : piece.length
      if (error ?? bytes > partMaxBytes[name]) {
        found.trouble = notRestored.damaged()
        return
      }
      writeSync(descriptor, piece)
      if (!isLast) return
      closeSync(descriptor)
      open.delete(descriptor)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    // A piece of this size unpacks to 33 MB at most.
    for await (const piece of createReadStream(file, { highWaterMark: 32 * 1024 })) {
      pushInto(unzip, Buffer.from(piece), false)
      if (found.trouble) throw found.trouble
    }
    pushInto(unzip, new Uint8Array(), true)
    if (found.trouble) throw found.trouble
    if (open.size > 0) throw notRestored.damaged()
  } finally {
    for (const descriptor of open) closeSync(descriptor)
  }
}

/** fflate throws for some damage, and reports other damage. */
function pushInto(unzip: Unzip, piece: Uint8Array, isLast: boolean): void {
  try {
    unzip.push(piece, isLast)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
    throw typeof code === 'string' ? error : notRestored.damaged()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
