import { describe, expect, it } from 'vitest'
import { confirmation } from '@/pages/merchant/confirm/confirmations'
import { hostResults } from '@/pages/merchant/pipeline/host-results'
import { hostsLost, suggestedHosts } from '@/pages/merchant/submit/submit-hosts'
import { auditVersion, merchantDetail, onlineVersion, versionList } from './samples'

describe('the result per host', () => {
  it('joins the spellings of one host and puts those that failed first', () => {
    const results = hostResults({
      approvedHosts: ['抖音极速版'],
      notApprovedHosts: ['toutiao'],
      reasons: [{ host: '今日头条', reasons: ['打不开'], attachmentUrl: 'https://example.com/a.png' }]
    })
    expect(results).toEqual([
      {
        code: 'toutiao',
        name: '今日头条',
        passed: false,
        reasons: ['打不开'],
        attachmentUrl: 'https://example.com/a.png'
      },
      { code: 'douyin_lite', name: '抖音极速版', passed: true, reasons: [], attachmentUrl: null }
    ])
  })
})

describe('the hosts of a submission', () => {
  const hosts = { available: ['toutiao', 'douyin', 'xigua'], released: ['douyin'] }
  const current = onlineVersion('1', { approvedHosts: ['抖音', '今日头条'] })

  it('suggests those that have the online version, whatever their spelling', () => {
    expect(suggestedHosts(hosts, current)).toEqual(['toutiao', 'douyin'])
  })

  it('suggests all where nothing is online yet', () => {
    expect(suggestedHosts({ ...hosts, released: [] }, null)).toEqual(hosts.available)
  })

  it('names those that would lose the mini program, also one that can not be chosen any more', () => {
    expect(hostsLost(hosts, current, ['douyin'])).toEqual(['toutiao'])
    expect(hostsLost({ ...hosts, released: ['huoshan'] }, current, ['douyin', 'toutiao'])).toEqual(['huoshan'])
    expect(hostsLost(hosts, current, ['douyin', 'toutiao'])).toEqual([])
  })
})

describe('a confirmation', () => {
  const audit = auditVersion('2.0', { status: 'passed', approvedHosts: ['抖音'] })
  const current = onlineVersion('1.0', {
    approvedHosts: ['抖音', '今日头条'],
    rollback: { possible: true, toVersion: '0.9' }
  })
  const detail = merchantDetail({ versions: versionList({ audit, current }) })

  it('of a release names the merchant, the change, and the hosts whose users lose the mini program', () => {
    expect(confirmation('release', detail)).toMatchObject({
      title: '发布：山野茶事',
      from: '1.0',
      to: '2.0',
      hosts: '抖音',
      expectedVersion: '2.0',
      dangerous: true
    })
    expect(confirmation('release', detail)?.danger).toContain('今日头条')
  })

  it('of a rollback goes to the version the platform names and says how long it takes', () => {
    const shown = confirmation('rollback', detail)
    expect(shown).toMatchObject({ from: '1.0', to: '0.9', expectedVersion: '0.9', dangerous: true })
    expect(shown?.effects.join()).toContain('3 到 5 分钟')
  })

  it('is not there when the version it is about is not', () => {
    const nothing = merchantDetail()
    expect(confirmation('withdraw', nothing)).toBeNull()
    expect(confirmation('release', nothing)).toBeNull()
    expect(confirmation('rollback', nothing)).toBeNull()
  })
})
