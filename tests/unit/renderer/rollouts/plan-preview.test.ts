import { describe, expect, it } from 'vitest'
import { merchantIndex } from '@/pages/batches/merchant-index'
import { pastedMerchants } from '@/pages/rollouts/plan/pasted-merchants'
import { emptyFields, planOf } from '@/pages/rollouts/plan/plan-form'
import { oldestReading, shownItems, staleAppIds, sumText, versionChanges } from '@/pages/rollouts/plan/preview-sum'
import { startEffects } from '@/pages/rollouts/plan/start-effects'
import { row } from '../list/rows'
import { previewItem, previewOf } from './plan-samples'

const hourMs = 3600_000

describe('a preview', () => {
  const items = [
    previewItem('tt01'),
    previewItem('tt02', { fromVersion: null }),
    previewItem('tt03'),
    previewItem('tt04', { fate: 'blocked', why: '授权已失效', fix: 'authorization' }),
    previewItem('tt05', { fate: 'unchanged', fromVersion: '1.6.0' })
  ]

  it('is summed up with what is done first and what is not last', () => {
    expect(sumText(previewOf(items))).toBe('3 个将上传，1 个现在做不了，1 个已经是这样')
  })

  it('shows from which version to which, without those that nothing is done to', () => {
    expect(versionChanges(previewOf(items))).toEqual([
      { from: '1.5.0', to: '1.6.0', count: 2 },
      { from: '未上线', to: '1.6.0', count: 1 }
    ])
  })

  it('is filtered by what happens and by name or app id', () => {
    const ids = (...asked: Parameters<typeof shownItems>) => shownItems(...asked).map(({ appId }) => appId)
    expect(ids(items, new Set(), '')).toHaveLength(5)
    expect(ids(items, new Set(['blocked', 'unchanged']), '')).toEqual(['tt04', 'tt05'])
    expect(ids(items, new Set(), 'TT02')).toEqual(['tt02'])
    expect(ids(items, new Set(['blocked']), 'tt02')).toEqual([])
  })

  it('is as old as its oldest reading, and names those that are worth reading again', () => {
    const now = 10 * hourMs
    const read = [
      previewItem('tt01', { readAt: now }),
      previewItem('tt02', { readAt: now - 2 * hourMs }),
      previewItem('tt03', { readAt: now - hourMs })
    ]
    expect(oldestReading({ items: read })).toBe(now - 2 * hourMs)
    expect(staleAppIds({ items: read }, now)).toEqual(['tt02'])
    const unread = [...read, previewItem('tt04', { readAt: null })]
    expect(oldestReading({ items: unread })).toBeNull()
    expect(staleAppIds({ items: unread }, now)).toEqual(['tt02', 'tt04'])
  })

  it('tells before the start what happens to those that nothing can be done for, the waves and the time', () => {
    const fields = {
      ...emptyFields(),
      templateId: '1',
      version: '1.6.0',
      description: '节日',
      until: 'release' as const
    }
    const plan = planOf({ ...fields, release: 'together' }, '上传')
    const waves = [
      { name: '第 1 波', total: 2 },
      { name: '其余', total: 3 }
    ]
    const text = plan ? startEffects(plan, { ...previewOf(items), waves }).join('') : ''
    expect(text).toContain('现在做不了的 1 个轮到时会再看一次')
    expect(text).toContain('分 2 波：第 1 波 2 个，其余 3 个；下一波由你放行。')
    expect(text).toContain('立刻开始。')
    expect(text).toContain('审核通过后等你一起发布。')
  })
})

describe('a pasted list', () => {
  const merchants = [
    row({ appId: 'tt01', name: '云间民宿' }),
    row({ appId: 'tt02', name: '木子，花艺' }),
    row({ appId: 'tt03', name: '同名' }),
    row({ appId: 'tt04', name: '同名' })
  ]
  const paste = (text: string) => {
    const { merchants: found, unknown, repeated } = pastedMerchants(text, merchantIndex(merchants))
    return { ids: found.map(({ appId }) => appId), unknown, repeated }
  }

  it('is read by line, comma or tab, in its own order, each once', () => {
    expect(paste('tt04\n云间民宿, tt03\ttt01\r\n\n')).toEqual({
      ids: ['tt04', 'tt01', 'tt03'],
      unknown: [],
      repeated: 1
    })
  })

  it('keeps a name with a comma in one piece', () => {
    expect(paste('木子，花艺').ids).toEqual(['tt02'])
  })

  it('names what is no merchant, and names that several have', () => {
    expect(paste('tt99、同名').unknown).toEqual([
      { text: 'tt99', problem: '没有这个商家' },
      { text: '同名', problem: '有多个商家叫「同名」，请用 AppID' }
    ])
  })
})
