import { unzipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pictureBlob } from '@/components/code/code-picture'
import { gatherEntries } from '@/pages/codes/export/export-entries'
import { fileNames, type NameFacts } from '@/pages/codes/export/file-names'
import { pdfFile } from '@/pages/codes/export/pdf-file'
import { pickFolder, writeToFolder, zipOf } from '@/pages/codes/export/picture-files'
import { pagePt, sheetLayout } from '@/pages/codes/export/sheet-layout'
import { trialItems, type CardState, type WallItem } from '@/pages/codes/wall/wall-items'
import { row } from '../list/rows'
import { refused } from '../merchant/fake-desk'
import { png } from './samples'

afterEach(() => vi.restoreAllMocks())

const facts = (change: Partial<NameFacts> = {}): NameFacts => ({
  name: '茶事',
  appId: 'tt01',
  version: '1.0.0',
  stage: '测试版',
  label: '',
  number: '001',
  ...change
})
const quiet = (): void => {}
const entry = (key: string) => ({ key, title: '茶事', lines: ['测试版 1.0.0'], image: png, facts: facts() })

describe('the names of picture files', () => {
  it('say what the pattern asks for, and keep words that nobody knows', () => {
    expect(fileNames('{序号}-{名称}-{阶段}{版本} {店}', [facts()])).toEqual(['001-茶事-测试版1.0.0 {店}'])
  })

  it('understand a pattern that was kept in the other language', () => {
    expect(fileNames('{number}-{name}-{stage}{appid}', [facts()])).toEqual(['001-茶事-测试版tt01'])
  })

  it('hold nothing that a file system refuses', () => {
    expect(fileNames('{名称}', [facts({ name: 'a/b:c*?"<>|\u0001' })])).toEqual(['a_b_c_______'])
    expect(fileNames('{名称}', [facts({ name: '../..' })])).toEqual(['_'])
    expect(fileNames('{名称}', [facts({ name: 'CON' })])).toEqual(['_CON'])
    expect(fileNames('{标签}', [facts()])).toEqual(['001'])
    const [long = ''] = fileNames('{名称}', [facts({ name: '茶'.repeat(300) })])
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(200)
  })

  it('are all different, whatever the case of their letters', () => {
    const names = ['Tea', 'tea', 'tea (2)', 'TEA'].map((name) => facts({ name }))
    expect(fileNames('{名称}', names)).toEqual(['Tea', 'tea (2)', 'tea (2) (2)', 'TEA (3)'])
  })
})

describe('the sheet', () => {
  it('keeps every code and its words on the paper', () => {
    for (const columns of [2, 3, 4, 5, 6]) {
      const { cellWidth, captionGap, captionHeight, perPage, place } = sheetLayout(columns)
      const last = place(perPage - 1)
      expect(last.page).toBe(0)
      expect(last.x + cellWidth).toBeLessThanOrEqual(pagePt.width)
      expect(last.y + cellWidth + captionGap + captionHeight).toBeLessThanOrEqual(pagePt.height)
      expect(place(perPage)).toEqual({ ...place(0), page: 1 })
    }
  })
})

describe('gathering the codes', () => {
  const merchants = [
    row({ appId: 'a', name: '甲', test: { version: '1', submitted: false } }),
    row({ appId: 'b', name: '乙' }),
    row({ appId: 'c', name: '丙', test: { version: '1', submitted: false } })
  ]
  const items = trialItems(merchants, 'latest', 'pages/a')
  const code = { image: png, text: null, version: '1.2.0', readAt: 1, expiresAt: null }
  const get = (item: WallItem): Promise<CardState> => {
    const answer = refused({ message: '平台忙' })
    const error = answer.ok ? expect.fail() : answer.error
    return Promise.resolve(item.merchant.appId === 'c' ? { kind: 'problem', error } : { kind: 'ready', code })
  }

  it('names those that have none and why, and numbers the others', async () => {
    const told: number[] = []
    const { entries, skipped } = await gatherEntries(
      items,
      get,
      (done) => told.push(done),
      new AbortController().signal
    )
    expect(entries.map(({ title, lines, facts: { number } }) => [title, ...lines, number])).toEqual([
      ['甲', '测试版 1.2.0', 'pages/a', '001']
    ])
    expect(skipped.map(({ name, why }) => [name, why])).toEqual([
      ['乙 测试版', '还没有测试版本'],
      ['丙 测试版 1', '平台忙']
    ])
    expect(told).toEqual([1, 2])
  })

  it('ends at once when it is stopped', async () => {
    const control = new AbortController()
    control.abort()
    await expect(gatherEntries(items, get, quiet, control.signal)).rejects.toThrow('abort')
  })
})

describe('the files', () => {
  const files = [
    { name: '001-茶事.png', image: png },
    { name: '002-茶事.png', image: png }
  ]
  const { signal } = new AbortController()

  it('come as a zip with every picture as it was', async () => {
    const zip = unzipSync(new Uint8Array(await (await zipOf(files, quiet, signal)).arrayBuffer()))
    expect(Object.keys(zip)).toEqual(files.map(({ name }) => name))
    expect(zip['002-茶事.png']).toEqual(new Uint8Array(await pictureBlob(png).arrayBuffer()))
  })

  it('are written into a folder where the window may, and tell where it may not', async () => {
    const written = new Map<string, unknown>()
    const folder = {
      getFileHandle: (name: string) =>
        Promise.resolve({
          createWritable: () =>
            Promise.resolve({ write: (blob: Blob) => void written.set(name, blob.size), close: () => {} })
        })
    }
    expect(await writeToFolder(folder as never, files, quiet, signal)).toBe(true)
    expect([...written.keys()]).toEqual(files.map(({ name }) => name))
    const refusing = { getFileHandle: () => Promise.reject(new DOMException('', 'NotAllowedError')) }
    expect(await writeToFolder(refusing as never, files, quiet, signal)).toBe(false)
    const full = { getFileHandle: () => Promise.reject(new DOMException('', 'QuotaExceededError')) }
    await expect(writeToFolder(full as never, files, quiet, signal)).rejects.toThrow()
  })

  it('need no folder where there is no chooser', async () => {
    expect(await pickFolder()).toBe('none')
  })

  it('come as a PDF with so many codes a sheet', async () => {
    const context = { measureText: (text: string) => ({ width: text.length * 20 }), fillText: vi.fn() }
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((give) => give(pictureBlob(png)))
    const { perPage } = sheetLayout(3)
    const entries = Array.from({ length: perPage + 1 }, (_, place) => entry(String(place)))
    const told: number[] = []
    const blob = await pdfFile(entries, 3, (done) => told.push(done), signal)
    const pdf = await PDFDocument.load(await blob.arrayBuffer())
    expect(pdf.getPageCount()).toBe(2)
    expect(pdf.getPage(0).getSize()).toEqual({ width: pagePt.width, height: pagePt.height })
    expect(told.at(-1)).toBe(perPage + 1)
    expect(context.fillText.mock.calls[0]?.[0]).toBe('茶事')
  })
})
