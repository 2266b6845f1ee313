import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Manifest } from './archive-format'

export type ArchiveOrder = {
  readonly target: string
  readonly databaseFile: string
  /** Sealed already; null for none. */
  readonly secrets: string | null
  readonly about: Omit<Manifest, 'parts'>
}

/** Writes one zip file, piece by piece: the manifest with the other parts' hashes comes first. */
export async function writeArchive({ target, databaseFile, secrets, about }: ArchiveOrder): Promise<void> {
  const parts: Manifest['parts'] = {
    'merchant-desk.sqlite': { bytes: statSync(databaseFile).size, sha256: await hashOf(databaseFile) },
    ...(secrets === null
      ? {}
      : {
          'secrets.json': {
            bytes: Buffer.byteLength(secrets),
            sha256: createHash('sha256').update(secrets).digest('hex')
          }
        })
  }
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600 })
  const done = finished(output)
  done.catch(() => undefined) // awaited below
  const zip = new Zip((error, piece) => {
    if (error) output.destroy(error)
    else output.write(piece)
  })
  addWhole(zip, 'manifest.json', JSON.stringify({ ...about, parts } satisfies Manifest, null, 2))
  await addFile(zip, databaseFile, () => (output.writableNeedDrain ? once(output, 'drain') : null))
  if (secrets !== null) addWhole(zip, 'secrets.json', secrets)
  zip.end()
  output.end()
  await done
}

function addWhole(zip: Zip, name: string, text: string): void {
  const entry = new ZipPassThrough(name)
  zip.add(entry)
  entry.push(Buffer.from(text), true)
}

/** Each piece is packed in one go, so that other work gets its turn in between. */
async function addFile(zip: Zip, file: string, drained: () => Promise<unknown> | null): Promise<void> {
  const entry = new ZipDeflate('merchant-desk.sqlite', { level: 6 })
  zip.add(entry)
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    entry.push(Buffer.from(piece))
    await drained()
  }
  entry.push(new Uint8Array(), true)
}

/** SHA-256 of a file in lower-case hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(Buffer.from(piece))
  return hash.digest('hex')
}
