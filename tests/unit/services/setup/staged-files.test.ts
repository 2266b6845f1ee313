import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { like } from '../../../integration/simulator/platform'
import { StagedFiles } from '../../../../electron/services/setup/staged-files'
import { silentLogger, temporaryFolder } from '../../store/support'
import { errorOf, png, stage } from './setup-bench'

const day = 24 * 3600_000

function filesIn(dir = join(temporaryFolder(), 'files'), time = { now: 0 }) {
  const needed = new Set<string>()
  const clock = { now: () => time.now, wait: () => Promise.resolve() }
  const files = new StagedFiles({ dir, clock, logger: silentLogger, needed: () => needed })
  files.start()
  return { files, dir, time, needed }
}

describe('a file that is handed over', () => {
  it('is whole once its last piece has come, and only the user may read it', () => {
    const { files, dir } = filesIn()
    const fileId = stage(files, png, '营业执照.png')
    const { file, path } = files.get(fileId)
    expect(file).toEqual({ fileId, name: '营业执照.png', contentType: 'image/png', bytes: png.length })
    expect(readFileSync(path).equals(png)).toBe(true)
    expect([statSync(path).mode & 0o777, statSync(dir).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('takes pieces in their order alone, and no more than was announced', async () => {
    const { files } = filesIn()
    const { fileId } = files.begin({ name: 'a.png', contentType: 'image/png', bytes: png.length })
    const piece = png.subarray(0, 100_000).toString('base64')
    expect(files.append(fileId, 0, piece)).toEqual({ receivedBytes: 100_000, file: null })
    for (const [offset, text] of [
      [0, piece],
      [200_000, piece],
      [100_000, ''],
      [100_000, Buffer.alloc(png.length).toString('base64')]
    ] as const) {
      expect(await errorOf(() => files.append(fileId, offset, text))).toMatchObject({ code: 'invalid_input' })
    }
    const again = { code: 'not_found', actor: 'operator', wayOut: 'retry' }
    expect(await errorOf(() => files.get(fileId))).toMatchObject(again)
    expect(files.append(fileId, 100_000, png.subarray(100_000).toString('base64')).file).toMatchObject({ fileId })
  })

  it('that is no picture of its kind is dropped', async () => {
    const { files, dir } = filesIn()
    const error = await errorOf(() => stage(files, Buffer.from('%PDF-1.7 not a picture'), '合同.png'))
    expect(error).toMatchObject({ code: 'invalid_input', fields: { fileId: '「合同.png」不是 PNG 图片' } })
    expect(readdirSync(dir)).toEqual([])
    const jpeg = files.begin({ name: 'b.jpg', contentType: 'image/jpeg', bytes: png.length })
    const piece = png.toString('base64')
    expect(await errorOf(() => files.append(jpeg.fileId, 0, piece))).toMatchObject({ code: 'invalid_input' })
  })

  it('goes when it is discarded, and whoever sends it hears of it', () => {
    const { files, dir } = filesIn()
    const fileId = stage(files)
    const signal = files.signalOf(fileId)
    expect(files.discard(fileId)).toEqual({ discarded: true })
    expect([signal.aborted, readdirSync(dir), files.discard(fileId)]).toEqual([true, [], { discarded: false }])
  })

  it('is refused where 5,000 are staged, or a gigabyte', async () => {
    const many = filesIn().files
    for (let count = 0; count < 5000; count += 1) many.begin({ name: 'a', contentType: 'image/png', bytes: 9 })
    const one = { name: 'a', contentType: 'image/png', bytes: 9 } as const
    expect(await errorOf(() => many.begin(one))).toMatchObject({ code: 'not_possible_now' })
    const large = filesIn().files
    large.begin({ ...one, bytes: 1024 ** 3 - 8 })
    expect(await errorOf(() => large.begin(one))).toMatchObject({ code: 'not_possible_now' })
  })

  it('that the disk does not take is told as such', async () => {
    const { files, dir } = filesIn()
    const { fileId } = files.begin({ name: 'a.png', contentType: 'image/png', bytes: png.length })
    const { rmSync } = await import('node:fs')
    rmSync(dir, { recursive: true })
    const error = await errorOf(() => files.append(fileId, 0, png.toString('base64')))
    expect(error).toMatchObject({ code: 'storage', reason: like(/ENOENT/), actor: 'operator', wayOut: 'data_folder' })
  })
})

describe('files of an earlier run', () => {
  it('are there again, but for those that had not come completely', async () => {
    const first = filesIn()
    const fileId = stage(first.files)
    const half = first.files.begin({ name: 'b.png', contentType: 'image/png', bytes: png.length })
    first.files.append(half.fileId, 0, png.subarray(0, 1000).toString('base64'))
    const { files } = filesIn(first.dir)
    expect(readFileSync(files.get(fileId).path).equals(png)).toBe(true)
    expect(await errorOf(() => files.get(half.fileId))).toMatchObject({ code: 'not_found' })
    expect(existsSync(join(first.dir, half.fileId))).toBe(false)
  })

  it('go after a day unless a batch needs them, at the start or when another file comes', async () => {
    const { files, time, needed, dir } = filesIn()
    const [kept, dropped] = [stage(files), stage(files)]
    needed.add(kept)
    time.now = day + 1
    const young = stage(files)
    expect(await errorOf(() => files.get(dropped))).toMatchObject({ code: 'not_found' })
    expect([files.get(kept).file.fileId, files.get(young).file.fileId]).toEqual([kept, young])
    const later = filesIn(dir, { now: 3 * day }).files
    for (const fileId of [kept, young])
      expect(await errorOf(() => later.get(fileId))).toMatchObject({ code: 'not_found' })
    expect(readdirSync(dir)).toEqual([])
  })
})
