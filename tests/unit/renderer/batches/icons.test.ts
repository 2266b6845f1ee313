import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fitIcon } from '@/pages/batches/icon/fit-icon'
import { matchIcons, pictureFiles } from '@/pages/batches/icon/match-icons'
import { row } from '../list/rows'
import { stubPictures } from '../upload/canvas'
import { followObjectAddresses, pngFile } from '../upload/files'

enableAutoUnmount(afterEach)
afterEach(() => vi.restoreAllMocks())

const merchants = [
  row({ appId: 'tt01', name: '甲' }),
  row({ appId: 'tt02', name: '乙 店' }),
  row({ appId: 'tt03', name: '丙', authorization: 'lost' })
]

describe('pictures', () => {
  it('find their merchant by app id or by name', () => {
    const icons = matchIcons([pngFile(9, 'tt01.png'), pngFile(9, '乙 店.PNG')], merchants)
    expect(icons.map(({ merchant, problem }) => [merchant?.appId, problem])).toEqual([
      ['tt01', null],
      ['tt02', null]
    ])
  })

  it('say why they can not be used', () => {
    const gif = new File(['x'], '乙 店.gif', { type: 'image/gif' })
    const files = [pngFile(9, '谁.png'), gif, pngFile(9, 'tt03.png'), pngFile(9, 'tt01.png'), pngFile(9, '甲.png')]
    expect(matchIcons(files, merchants).map(({ problem }) => problem)).toEqual([
      '没有这个商家',
      '要 png 或 jpeg 图片',
      '商家的授权已失效',
      '同一个商家有多张图片',
      '同一个商家有多张图片'
    ])
  })

  it('are picked out of what else a folder has', () => {
    const files = [
      pngFile(9, 'tt01.png'),
      pngFile(9, '.hidden.png'),
      new File(['x'], 'note.txt', { type: 'text/plain' })
    ]
    expect(pictureFiles(files).map(({ name }) => name)).toEqual(['tt01.png'])
  })
})

describe('fitting', () => {
  it('leaves a square one as it is', async () => {
    stubPictures(300, 300)
    const file = pngFile()
    expect(await fitIcon(file)).toEqual({ kind: 'fitted', blob: file, mark: null })
  })

  it('cuts the centre out of one that is not square, at the size that the platform advises', async () => {
    const drawn = stubPictures(600, 400)
    const open = followObjectAddresses()
    const fitted = await fitIcon(pngFile())
    expect(fitted).toMatchObject({ kind: 'fitted', mark: '已裁切' })
    expect(drawn).toEqual([[100, 0, 400, 400, 0, 0, 200, 200]])
    expect(fitted.kind === 'fitted' && (await fitted.blob.text())).toBe('200x200')
    expect(open.size).toBe(0)
  })

  it('makes a square one smaller that has too many bytes', async () => {
    stubPictures(3_000, 3_000)
    expect(await fitIcon(pngFile(3 * 1024 * 1024))).toMatchObject({ kind: 'fitted', mark: '已缩小' })
  })

  it('refuses what is no picture', async () => {
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('no picture'))
    expect(await fitIcon(pngFile())).toEqual({ kind: 'problem', text: '这个文件不是能打开的图片' })
  })
})
