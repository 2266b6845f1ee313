import { describe, expect, it } from 'vitest'
import type { MerchantInformation } from '@shared/domain/profile'
import type { ReadinessCheck } from '@shared/domain/readiness'
import { permissionSets } from '@shared/rules/limits'
import { readiness, summarized, type ReadinessFacts } from '@shared/rules/readiness'
import { categories, information, standing } from '../store/setup-samples'

const approved = { id: '1,2,3', name: '餐饮', state: 'approved', reason: '' } as const
const sound: MerchantInformation = {
  ...information,
  nameAudit: null,
  introductionAudit: null,
  categories: [approved]
}
const { development, basicInformation } = permissionSets
const server = { request: ['api.example.com'], socket: [], upload: [], download: [] }
const ready: ReadinessFacts = {
  authorization: 'authorized',
  permissions: [development, basicInformation],
  information: sound,
  categories: { ...categories, publishing: null },
  domains: { server, webview: null, webviewAvailable: false },
  drift: null,
  standing: { ...standing, filing: null }
}
const audit = { value: '新', state: 'rejected', reason: '含有广告', advice: '', remaining: 1 } as const

const judged = (facts: Partial<ReadinessFacts>, check: ReadinessCheck) =>
  readiness({ ...ready, ...facts }).find((item) => item.check === check)
const informed = (change: Partial<MerchantInformation>): Partial<ReadinessFacts> => ({
  information: { ...sound, ...change }
})

describe('readiness', () => {
  it('has nothing to say of a merchant that is set up', () => {
    expect(summarized(readiness(ready))).toEqual({ level: 'ok', text: '' })
    const items = readiness(ready).filter(({ check }) => check !== 'filing')
    expect(items.every(({ level, fix }) => level === 'ok' && fix === null)).toBe(true)
  })

  it.each<[Partial<ReadinessFacts>, ReadinessCheck, string]>([
    [{ authorization: 'lost' }, 'authorization', '40022'],
    [{ permissions: [basicInformation] }, 'permission', '28001018'],
    [informed({ subjectState: 'in_review' }), 'subject', '11305'],
    [informed({ subjectState: 'rejected' }), 'subject', '11305'],
    [informed({ subjectName: null, subjectState: null }), 'subject', '11305'],
    [informed({ nameAudit: { ...audit, state: 'expired' } }), 'name', '10109'],
    [informed({ name: '' }), 'name', '11306'],
    [informed({ introduction: '' }), 'introduction', '11306'],
    [informed({ iconUrl: null }), 'icon', '11306'],
    [informed({ categories: [] }), 'category', '11306'],
    [informed({ categories: [{ ...approved, state: 'in_review' }] }), 'category', '11306'],
    [informed({ categories: [{ ...approved, state: 'rejected' }] }), 'category', '11306']
  ])('%#: what blocks carries the code with which the platform would refuse', (facts, check, platformCode) => {
    expect(judged(facts, check)).toMatchObject({ level: 'blocking', platformCode })
    expect(judged(facts, check)?.fix).not.toBeNull()
    expect(summarized(readiness({ ...ready, ...facts })).level).toBe('blocking')
  })

  it.each<[Partial<ReadinessFacts>, ReadinessCheck, string]>([
    [{ permissions: [development] }, 'permission', '资料不能代为设置'],
    [informed({ appState: 'offline' }), 'standing', '下架'],
    [informed({ introductionAudit: audit }), 'introduction', '含有广告'],
    [informed({ categories: [approved, { ...approved, state: 'rejected' }] }), 'category', '1 个服务类目'],
    [{ categories }, 'publishing', ''],
    [{ categories: { ...categories, publishing: null, online: [] } }, 'publishing', '还没有发布'],
    [
      { domains: { server: { ...server, request: [] }, webview: null, webviewAvailable: true } },
      'domains',
      '不能发出请求'
    ],
    [{ drift: { baselineId: 'b', baselineName: '常用', missing: 2, extra: 0 } }, 'domains', '「常用」少 2 个']
  ])('%#: what the platform would not refuse is a warning at most', (facts, check, text) => {
    const item = judged(facts, check)
    expect(item?.platformCode).toBeNull()
    expect(item?.level).toBe(text === '' ? 'ok' : 'warning')
    expect(item?.text).toContain(text)
  })

  it('keeps a name, an introduction or an icon that is in force while another is in review', () => {
    const inReview = { ...audit, state: 'in_review' } as const
    expect(judged(informed({ introductionAudit: inReview }), 'introduction')?.level).toBe('ok')
    expect(judged(informed({ introduction: '', introductionAudit: inReview }), 'introduction')).toMatchObject({
      level: 'blocking',
      text: '简介还在审核中'
    })
  })

  it('says of what was not read that it was not, and lets only the profile count in the list', () => {
    const nothing = { ...ready, categories: null, domains: null, standing: null }
    const unread = readiness(nothing).filter(({ level }) => level === 'unknown')
    expect(unread.map(({ check }) => check)).toEqual(['publishing', 'domains', 'filing'])
    expect(summarized(readiness(nothing)).level).toBe('ok')
    expect(summarized(readiness({ ...nothing, information: null }))).toEqual({
      level: 'unknown',
      text: '还没有读到基本资料'
    })
  })

  it('does not judge a state of a category that the documentation does not describe', () => {
    expect(judged(informed({ categories: [{ ...approved, state: null }] }), 'category')?.level).toBe('unknown')
  })

  it('does not judge the number of a filing, which is not documented', () => {
    const item = judged({ standing: { ...standing, filing: { status: 3 } } }, 'filing')
    expect(item).toMatchObject({ level: 'unknown', platformCode: null })
    expect(item?.text).toContain('3')
  })

  it('names in the list all that is as bad as the worst, and nothing of what is less so', () => {
    const facts = { ...ready, ...informed({ introduction: '', iconUrl: null, appState: 'offline' }) }
    expect(summarized(readiness(facts))).toEqual({ level: 'blocking', text: '没有简介；没有图标' })
  })
})
