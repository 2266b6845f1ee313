import { Document } from '@element-plus/icons-vue'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandOf, type EntryKind, type PaletteEntry } from '@/components/palette/palette-entry'
import { loadPinyin } from '@/components/palette/pinyin'
import { searchEntries, wordsOf } from '@/components/palette/search'

const entry = (title: string, change: Partial<PaletteEntry> = {}): PaletteEntry => ({
  ...commandOf('merchant', { id: title, title, icon: Document, deed: { run: () => {} } }),
  ...change
})
const command = (kind: EntryKind, title: string, words: readonly string[] = []): PaletteEntry =>
  entry(title, { kind, words })

const titles = (entries: readonly PaletteEntry[], query: string, recent: readonly string[] = []) =>
  searchEntries(entries, query, recent).map(({ kind, found }) => [kind, found.map((each) => each.entry.title)])

beforeAll(() => loadPinyin())

describe('a query', () => {
  it('is words that must all be found, the unfinished word of an input method among them', () => {
    expect(wordsOf("  Xiao'mian 重庆 ").map(({ text }) => text)).toEqual(['xiao', 'mian', '重庆'])
    const noodles = [entry('重庆小面'), entry('北京小面'), entry('重庆火锅')]
    expect(titles(noodles, "xiao'mian chong")).toEqual([['merchant', ['重庆小面']]])
  })

  it('finds merchants by name, tag and app id, and tells where', () => {
    const merchants = [entry('云间民宿', { appId: 'tt0a1b2c', words: ['华东', '重点客户'] }), entry('老街牛肉面')]
    const fields = (query: string) =>
      searchEntries(merchants, query, []).flatMap(({ found }) =>
        found.flatMap(({ marks }) => marks.map(({ field }) => field))
      )
    expect(fields('ms')).toEqual(['title'])
    expect(fields('zdkh')).toEqual([1])
    expect(fields('A1B2')).toEqual(['appId'])
    expect(fields('hd 云间')).toEqual([0, 'title'])
    expect(fields('tt')).toEqual([])
  })

  it('puts a name before a tag, and a tag before a part of an app id', () => {
    const merchants = [
      entry('一', { appId: 'ttaaa111' }),
      entry('二', { words: ['aaa'] }),
      entry('aaa 三', { appId: 'tt2' }),
      entry('aaa', { appId: 'tt3' })
    ]
    expect(titles(merchants, 'aaa')).toEqual([['merchant', ['aaa', 'aaa 三', '二', '一']]])
  })

  it('puts the group with the best answer first, and pages before merchants where they are as good', () => {
    const all = [command('page', '设置'), command('page', '事件'), entry('设置大师'), entry('事件'), entry('圣泽')]
    expect(titles(all, 'sz')).toEqual([
      ['page', ['设置']],
      ['merchant', ['圣泽', '设置大师']]
    ])
    expect(titles([command('page', '版本设置'), entry('设置大师')], '设置')).toEqual([
      ['merchant', ['设置大师']],
      ['page', ['版本设置']]
    ])
  })

  it('puts what was used last before what is as good', () => {
    const merchants = [entry('牛肉面 A'), entry('牛肉面 B'), entry('牛肉面 C')]
    expect(titles(merchants, 'nrm', ['牛肉面 C', '牛肉面 B'])).toEqual([
      ['merchant', ['牛肉面 C', '牛肉面 B', '牛肉面 A']]
    ])
  })

  it('puts what can not be done now behind what can', () => {
    const deeds = [command('action', '刷新 A'), command('action', '刷新 B')].map((each, place) => ({
      ...each,
      reason: place === 0 ? '正在刷新' : null
    }))
    expect(titles(deeds, '刷新', ['刷新 A'])).toEqual([['action', ['刷新 B', '刷新 A']]])
  })

  it('shows scattered letters only where nothing else is found', () => {
    const merchants = [entry('牛排肉'), entry('牛肉')]
    expect(titles(merchants, 'nr')).toEqual([['merchant', ['牛肉']]])
    expect(titles([entry('牛排肉')], 'nr')).toEqual([['merchant', ['牛排肉']]])
  })

  it('shows twenty merchants and says how many more there are', () => {
    const merchants = Array.from({ length: 1000 }, (_, place) => entry(`牛肉面 ${place}`))
    const [group] = searchEntries(merchants, 'nrm', [])
    expect(group).toMatchObject({ kind: 'merchant', more: 980 })
    expect(group?.found).toHaveLength(20)
  })

  it('finds by a single letter what begins with it, and no further word that has it somewhere', () => {
    const all = [
      entry('甲', { words: ['theme'] }),
      entry('乙', { words: ['merchants'] }),
      entry('丙', { words: ['体验码'] })
    ]
    expect(titles(all, 'm')).toEqual([['merchant', ['乙']]])
    expect(titles(all, '码')).toEqual([['merchant', ['丙']]])
  })

  it('finds pages by other names, and nothing by what nothing is called', () => {
    const pages = [command('page', '设置：外观', ['深色', 'theme']), command('page', '版本差距')]
    expect(titles(pages, 'theme')).toEqual([['page', ['设置：外观']]])
    expect(titles(pages, 'bbcj')).toEqual([['page', ['版本差距']]])
    expect(titles(pages, 'qqq')).toEqual([])
  })
})

describe('without a query', () => {
  it('there is what was used last, newest first and once, then all but the merchants', () => {
    const all = [
      command('here', '上传代码'),
      command('action', '新建批量发布'),
      command('page', '设置'),
      entry('云间民宿')
    ]
    expect(titles(all, '  ', ['云间民宿', '设置', '没有了'])).toEqual([
      ['recent', ['云间民宿', '设置']],
      ['here', ['上传代码']],
      ['action', ['新建批量发布']]
    ])
  })
})
