import { describe, expect, it } from 'vitest'
import type { Capability } from '@shared/domain/capability'
import type { CategoryFacts } from '@shared/domain/category'
import type { DomainFacts } from '@shared/domain/domains'
import type { MerchantInformation, ProfileAudit } from '@shared/domain/profile'
import { settingKinds } from '@shared/domain/setting'
import { settleSetting } from '../../../../electron/services/setup/setting-settlement'
import { videoMount } from '../../store/code-samples'
import { categories, domains, information } from '../../store/setup-samples'

const audit = (value: string, change: Partial<ProfileAudit> = {}): ProfileAudit => ({
  ...{ value, state: 'in_review', reason: '', advice: '', remaining: 1 },
  ...change
})
const info = (change: Partial<MerchantInformation>): MerchantInformation => ({ ...information, ...change })
const facts = (change: Partial<CategoryFacts>): CategoryFacts => ({ ...categories, ...change })
const [catering] = categories.configured
if (!catering) throw new Error('the sample has a category')
const hair = { ...catering, id: '7,8,9', name: '美发' }

describe('settling a lost change of the profile', () => {
  const introduction = '为本地用户提供到店预约与优惠信息'
  const intro = (before: ProfileAudit | null, after: ProfileAudit | null, present = information.introduction) =>
    settleSetting(
      'introduction',
      { introduction },
      info({ introductionAudit: before }),
      info({ introductionAudit: after, introduction: present })
    )

  it('finds the submission in review, judged already, or in force', () => {
    expect(intro(null, audit(introduction))).toBe('done')
    expect(intro(audit('旧的', { state: 'approved' }), audit(introduction, { state: 'rejected' }))).toBe('done')
    expect(intro(null, null, introduction)).toBe('done')
    expect(intro(null, null)).toBe('not_done')
    expect(intro(null, audit('别人提交的'))).toBe('not_done')
  })

  it('finds one of a text that was rejected before by its state or by the changes left', () => {
    const rejected = audit(introduction, { state: 'rejected', remaining: 2 })
    expect(intro(rejected, audit(introduction, { remaining: 1 }))).toBe('done')
    expect(intro(rejected, { ...rejected, remaining: 1 })).toBe('done')
    expect(intro(rejected, rejected)).toBe('not_done')
    expect(intro(rejected, { ...rejected, remaining: 3 })).toBe('not_done')
  })

  it('finds a name, but not in the mere expiry of the present one', () => {
    const name = (after: Partial<MerchantInformation>) =>
      settleSetting('name', { name: '新名称' }, information, info(after))
    expect(name({ nameAudit: audit('新名称') })).toBe('done')
    expect(name({ name: '新名称' })).toBe('done')
    expect(name({})).toBe('not_done')
    expect(name({ nameAudit: audit('湘里人家湘菜', { state: 'rejected' }) })).toBe('not_done')
  })

  it('finds an icon by its review or its address, whose host and query change all the time', () => {
    const old = audit('https://p3.example.com/a.png?sign=1', { state: 'rejected' })
    const icon = (after: Partial<MerchantInformation>) =>
      settleSetting('icon', {}, info({ iconAudit: old }), info({ iconAudit: old, ...after }))
    expect(icon({ iconAudit: { ...old, value: 'https://p9.example.com/a.png?sign=2' } })).toBe('not_done')
    expect(icon({ iconUrl: 'https://p9.example.com/i.png?sign=2' })).toBe('not_done')
    expect(icon({ iconAudit: { ...old, value: 'https://p3.example.com/b.png' } })).toBe('done')
    expect(icon({ iconAudit: { ...old, state: 'in_review' } })).toBe('done')
    expect(icon({ iconUrl: 'https://p3.example.com/b.png', iconAudit: null })).toBe('done')
  })
})

describe('settling a lost change of the categories', () => {
  it('finds an added and a deleted one in the list', () => {
    const added = facts({ configured: [catering, hair] })
    expect(settleSetting('category_add', { category: hair.id }, categories, added)).toBe('done')
    expect(settleSetting('category_add', { category: hair.id }, categories, categories)).toBe('not_done')
    expect(settleSetting('category_delete', { category: hair.id }, added, categories)).toBe('done')
    expect(settleSetting('category_delete', { category: hair.id }, added, added)).toBe('not_done')
  })

  it('finds a correction by its state, reason or files', () => {
    const rejected = facts({ configured: [{ ...catering, state: 'rejected', reason: '不清晰' }] })
    const supply = (change: Partial<typeof catering>) =>
      settleSetting(
        'category_supply',
        { category: catering.id },
        rejected,
        facts({ configured: rejected.configured.map((each) => ({ ...each, ...change })) })
      )
    expect(supply({ state: 'in_review', reason: '' })).toBe('done')
    expect(supply({ reason: '已过期' })).toBe('done')
    expect(supply({ qualifications: [{ id: '4', name: '食品经营许可证', paths: ['developer/9'] }] })).toBe('done')
    expect(supply({ name: '改了名的类目' })).toBe('not_done')
    expect(settleSetting('category_supply', { category: catering.id }, rejected, facts({ configured: [] }))).toBe(
      'undecided'
    )
  })

  it('finds a publication by its review or by what is online', () => {
    const before = facts({ publishing: null, online: [] })
    const published = (change: Partial<CategoryFacts>) =>
      settleSetting('category_publish', {}, before, facts({ publishing: null, online: [], ...change }))
    expect(published({ publishing: categories.publishing })).toBe('done')
    expect(published({ online: [catering] })).toBe('done')
    expect(published({})).toBe('not_done')
    expect(published({ online: null })).toBe('undecided')
  })

  it('finds a preset main category, one that is in force already, and one that was refused', () => {
    const main = { current: catering, preset: null, rejected: null, remaining: 2 }
    const preset = (change: Partial<typeof main> | { readonly preset: object } | null) =>
      settleSetting('category_main', { category: hair.id }, facts({ main }), {
        ...categories,
        main: change && { ...main, ...change }
      })
    expect(preset({ preset: hair })).toBe('done')
    expect(preset({ current: hair })).toBe('done')
    expect(preset({ remaining: 1 })).toBe('done')
    expect(preset({})).toBe('not_done')
    expect(preset(null)).toBe('undecided')
  })
})

describe('settling a lost change of domains', () => {
  const server = (request: string[]): DomainFacts => ({
    ...domains,
    server: { request, socket: [], upload: [], download: [] }
  })
  const settle = (action: string, wanted: string[], after: DomainFacts) =>
    settleSetting('server_domains', { action, domains: { request: wanted } }, server(['a.com', 'b.com']), after)

  it('finds what was to be added, deleted or set, and takes half of it for none', () => {
    expect(settle('add', ['c.com', 'd.com'], server(['a.com', 'b.com', 'c.com', 'd.com']))).toBe('done')
    expect(settle('add', ['c.com', 'd.com'], server(['a.com', 'b.com', 'c.com']))).toBe('not_done')
    expect(settle('delete', ['b.com'], server(['a.com']))).toBe('done')
    expect(settle('delete', ['a.com', 'b.com'], server(['a.com']))).toBe('not_done')
    expect(settle('set', ['c.com'], server(['c.com']))).toBe('done')
    expect(settle('set', ['c.com'], server(['c.com', 'a.com']))).toBe('not_done')
    expect(settle('set', [], server(['a.com', 'b.com']))).toBe('not_done')
  })

  it('looks at webview domains apart, and can not tell where they can not be read', () => {
    const request = { action: 'add', domains: { webview: ['m.com'] } }
    const before = { ...domains, webview: [], webviewAvailable: true }
    expect(settleSetting('webview_domains', request, before, { ...before, webview: ['m.com'] })).toBe('done')
    expect(settleSetting('webview_domains', request, before, before)).toBe('not_done')
    expect(settleSetting('webview_domains', request, before, { ...before, webview: null })).toBe('undecided')
    expect(settle('add', ['c.com'], { ...domains, server: null })).toBe('undecided')
  })
})

it.each(settingKinds)('can not tell of %s where what was written down is not readable', (kind) => {
  expect(settleSetting(kind, {}, null, information)).toBe('undecided')
})

describe('settling a lost application for a capability', () => {
  const rejected: Capability = { ...videoMount, reason: '锚点文案不合规' }
  const other: Capability = { ...videoMount, key: 'live_self_mount', state: 'granted' }
  const apply = (before: Partial<Capability>, after: Partial<Capability> | null) =>
    settleSetting(
      'capability_apply',
      { key: 'video_mount' },
      [other, { ...rejected, ...before }],
      [other, ...(after === null ? [] : [{ ...rejected, ...after }])]
    )

  it('finds it in review, or judged already', () => {
    expect(apply({}, { state: 'applying', reason: '' })).toBe('done')
    expect(apply({ state: 'can_apply' }, { state: 'granted', reason: '' })).toBe('done')
    expect(apply({ state: 'can_apply' }, {})).toBe('done')
    expect(apply({}, { reason: '截图不是小程序页面' })).toBe('done')
  })

  it('does not find it where nothing shows, or where only the reason was not told', () => {
    expect(apply({ state: 'can_apply' }, { state: 'can_apply' })).toBe('not_done')
    expect(apply({}, {})).toBe('not_done')
    expect(apply({}, { reason: '' })).toBe('not_done')
    expect(apply({ reason: '' }, {})).toBe('not_done')
  })

  it('can not tell by a state that is not documented, or where it is not listed', () => {
    expect(apply({}, { state: null })).toBe('undecided')
    expect(apply({}, null)).toBe('undecided')
  })
})
