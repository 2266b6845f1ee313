import type { Hunt } from '../hunt'

const passphrase = 'MARKED-PASSPHRASE-5d1e'

/** `safety.…`: a backup with secrets goes out and comes in again; the restore is ordered, and taken back. */
export async function visitSafety({ value, ask, mark }: Hunt): Promise<void> {
  mark(passphrase)
  await value('safety.state', {})
  const { backups } = await value('safety.backUp', {})
  const bytes = await readWhole({ value }, (await value('safety.makeArchive', { passphrase })).fileId)
  const source = { kind: 'file' as const, fileId: await hand({ value }, 'desk.mdbackup', bytes) }
  const { counts } = await value('safety.examine', { source })
  await value('safety.examine', { source: { kind: 'backup', name: backups[0]?.name ?? '' } })
  await ask('safety.restore', { source, confirmed: counts.merchants, passphrase: `${passphrase}!` })
  await value('safety.restore', { source, confirmed: counts.merchants, passphrase })
  await value('safety.reopen', {})
  await value('safety.cancelRestore', {})
  await value('safety.discard', { fileId: source.fileId })
  const settings = await readWhole({ value }, (await value('safety.export', {})).fileId)
  const fileId = await hand({ value }, 'settings.json', settings)
  await value('safety.previewImport', { fileId })
  await value('safety.import', { fileId, kinds: ['tags', 'notes'] })
}

/** A ready file, as the page reads it. */
export async function readWhole({ value }: Pick<Hunt, 'value'>, fileId: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const read: { piece: string; next: number | null } = await value('safety.read', { fileId, offset })
    pieces.push(Buffer.from(read.piece, 'base64'))
    offset = read.next
  }
  return Buffer.concat(pieces)
}

/** A chosen file, as the page hands it over; answers with its id. */
export async function hand({ value }: Pick<Hunt, 'value'>, name: string, bytes: Buffer): Promise<string> {
  const { fileId } = await value('safety.begin', { name, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += 400_000) {
    const piece = bytes.subarray(offset, offset + 400_000).toString('base64')
    await value('safety.append', { fileId, offset, piece })
  }
  return fileId
}
