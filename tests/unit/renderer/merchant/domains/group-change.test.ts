import { describe, expect, it } from 'vitest'
import { changeInput, changeReason, planFor, withMeanwhile } from '@/pages/merchant/domains/group-change'
import { merchant } from '../samples'
import { domainChange, domainDetail, domainFacts } from './samples'

describe('a change of a group of domains', () => {
  it('does not differ by case or doubles', () => {
    expect(planFor('webview', { webview: ['h5.shop.cn'] }, { webview: ['H5.shop.cn', 'h5.SHOP.cn'] })).toBeNull()
  })

  it('takes over what came to the platform meanwhile, and leaves what was typed', () => {
    const typed = { request: ['A.cn', 'b.cn', 'typed.cn'] }
    const merged = withMeanwhile(typed, { request: ['a.cn', 'b.cn'] }, { request: ['a.cn', 'new.cn'] })
    expect(merged).toEqual({ request: ['A.cn', 'typed.cn', 'new.cn'] })
  })

  it('names what was seen, list by list', () => {
    expect(changeInput(merchant, 'webview', { webview: ['a.cn'] }, { webview: [] })).toEqual({
      ...merchant,
      group: 'webview',
      target: ['a.cn'],
      seen: []
    })
    expect(changeInput(merchant, 'server', { request: ['a.cn'] }, {})).toMatchObject({
      target: { request: ['a.cn'], socket: [], upload: [], download: [] },
      seen: { request: [], socket: [], upload: [], download: [] }
    })
  })

  it('waits for one that runs, and for one whose ending is not known', () => {
    const facts = domainFacts()
    expect(changeReason(domainDetail(facts), false)).toBeNull()
    expect(changeReason(domainDetail(facts), true)).toContain('正在')
    expect(changeReason(domainDetail(facts, { running: 'webview_domains' }), false)).toContain('修改业务域名')
    const lost = domainDetail(facts, { changes: [domainChange({ state: 'unknown' })] })
    expect(changeReason(lost, false)).toContain('还没有确认')
  })
})
