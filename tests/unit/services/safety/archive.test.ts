import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DeskFailure } from '@shared/errors'
import { archiveFormat, partMaxBytes } from '../../../../electron/services/safety/archive-format'
import { readArchive } from '../../../../electron/services/safety/archive-reader'
import { writeArchive } from '../../../../electron/services/safety/archive-writer'
import { january } from '../../support'
import { temporaryFolder } from '../../store/support'

const content = Buffer.alloc(3 * 1024 * 1024, 'a database, as far as an archive cares. ')

/** A folder with a written archive. */
async function written(secrets: string | null = null): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'source.sqlite'), content)
  const file = join(folder, 'a.mdbackup')
  const about = {
    format: archiveFormat,
    formatVersion: 1,
    appVersion: '1.2.3',
    createdAt: january,
    computer: 'office',
    counts: { accounts: 1, merchants: 2, rollouts: 3 }
  }
  await writeArchive({ target: file, databaseFile: join(folder, 'source.sqlite'), secrets, about })
  return { folder, file }
}

/** The reason for which an archive with other parts is refused; what of it was unpacked is gone. */
async function refusal(change: (parts: Zippable) => Zippable): Promise<string> {
  const { file } = await written()
  writeFileSync(file, zipSync(change({ ...unzipSync(readFileSync(file)) })))
  return refused(file)
}

async function refused(file: string): Promise<string> {
  const target = temporaryFolder()
  try {
    await readArchive(file, target)
  } catch (error) {
    expect(readdirSync(target)).toEqual([])
    if (error instanceof DeskFailure) return error.error.reason ?? ''
    throw error
  }
  return 'nothing was thrown'
}

function withManifest(parts: Zippable, change: object): Zippable {
  const manifest: unknown = JSON.parse(Buffer.from(parts['manifest.json'] as Uint8Array).toString())
  return { ...parts, 'manifest.json': Buffer.from(JSON.stringify({ ...(manifest as object), ...change })) }
}

describe('a backup file', () => {
  it('comes back as it was written, with what it says of itself', async () => {
    const { file } = await written('sealed')
    const { manifest, databaseFile, secrets } = await readArchive(file, temporaryFolder())
    expect(readFileSync(databaseFile).equals(content)).toBe(true)
    expect(secrets).toBe('sealed')
    expect(manifest).toMatchObject({ appVersion: '1.2.3', computer: 'office', counts: { merchants: 2 } })
    expect(statSync(file).size).toBeLessThan(content.length / 10)
  })

  it('can be opened by any zip program, and names its parts', async () => {
    const { file } = await written('sealed')
    expect(Object.keys(unzipSync(readFileSync(file)))).toEqual([
      'manifest.json',
      'merchant-desk.sqlite',
      'secrets.json'
    ])
  })

  it.each(['../../evil.sqlite', '/etc/evil', 'C:\\evil', 'other.txt'])(
    'with a part named %s is refused, and nothing is written',
    async (name) => {
      expect(await refusal((parts) => ({ ...parts, [name]: Buffer.from('x') }))).toContain('不是代管台的备份文件')
    }
  )

  it('with a manifest that unpacks to more than it may be is refused', async () => {
    const huge = Buffer.alloc(partMaxBytes['manifest.json'] + 1, ' ')
    expect(await refusal((parts) => ({ ...parts, 'manifest.json': huge }))).toContain('已损坏')
  })

  it('whose database is another than its hash says is refused', async () => {
    expect(await refusal((parts) => ({ ...parts, 'merchant-desk.sqlite': Buffer.from('other') }))).toContain('已损坏')
  })

  it('whose secrets are missing is refused', async () => {
    const { file } = await written('sealed')
    const parts = unzipSync(readFileSync(file))
    delete parts['secrets.json']
    writeFileSync(file, zipSync(parts))
    expect(await refused(file)).toContain('已损坏')
  })

  it('of a newer version is refused as such', async () => {
    expect(await refusal((parts) => withManifest(parts, { formatVersion: 2 }))).toContain('更新版本')
  })

  it('of another program is refused as such', async () => {
    expect(await refusal((parts) => withManifest(parts, { format: 'other' }))).toContain('不是代管台的备份文件')
  })

  it('that was cut off anywhere is refused', async () => {
    const { file } = await written()
    const whole = readFileSync(file)
    for (const share of [0.1, 0.5, 0.9]) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)))
      expect(await refused(file)).not.toBe('nothing was thrown')
    }
  })

  it('that is no zip at all is refused', async () => {
    const file = join(temporaryFolder(), 'a.mdbackup')
    writeFileSync(file, 'no zip at all, whatever its name says'.repeat(100))
    expect(await refused(file)).toContain('不是代管台的备份文件')
  })
})
