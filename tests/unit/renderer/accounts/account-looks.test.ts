import { describe, expect, it } from 'vitest'
import { accountTrouble, sharingNotice, ticketLook } from '@/pages/accounts/account-looks'
import { refusalText } from '@/pages/accounts/account/ticket-advice'
import { durationText } from '@/pages/accounts/duration'
import { noTicket, practiceAccount, realAccount, ticketOfAge } from './samples'

describe('the ticket', () => {
  const look = (minutes: number) => ticketLook(realAccount({ ticket: ticketOfAge(minutes) }), Date.now())

  it.each([
    [12, 'success', '票据 12 分钟前'],
    [59, 'success', '票据 59 分钟前'],
    [61, 'warning', '票据 1 小时前'],
    [179, 'warning', '票据 2 小时前'],
    [181, 'danger', '票据已过期']
  ])('of %i minutes is %s', (minutes, kind, text) => {
    expect(look(minutes)).toMatchObject({ kind, text })
  })

  it('says how long it serves, and where it came from', () => {
    expect(look(50)?.hint).toContain('还能用 2 小时 9 分钟')
    expect(look(50)?.hint).toContain('来自内置接收')
  })

  it('that never came is a danger', () => {
    expect(ticketLook(realAccount({ ticket: noTicket }), 0)).toMatchObject({ kind: 'danger', text: '没有票据' })
  })
})

describe('the trouble of an account', () => {
  it('is none where all is well', () => {
    expect(accountTrouble(realAccount(), Date.now())).toBeNull()
    expect(accountTrouble(practiceAccount(), Date.now())).toBeNull()
  })

  it('names what comes first: the secrets, the connection, the ticket, the relay', () => {
    const cutOff = realAccount({ sharing: { role: 'cut_off', trouble: '中继没有回答' } })
    const old = { ...cutOff, ticket: ticketOfAge(90) }
    const failing = { ...old, connection: { state: 'failing', since: 1, trouble: '网络不通' } } as const
    const missing = { ...failing, secrets: 'missing' } as const
    const troubles = [cutOff, old, failing, missing].map((each) => accountTrouble(each, Date.now()))
    expect(troubles[0]).toBe('中继没有回答')
    expect(troubles[1]).toContain('没有新票据')
    expect(troubles[2]).toBe('网络不通')
    expect(troubles[3]).toContain('密钥不在这台电脑上')
  })
})

it('tells of sharing in the frame only where somebody else is at work, or was lost', () => {
  expect(sharingNotice({ role: 'alone', rivals: null })).toBeNull()
  expect(sharingNotice({ role: 'writer' })).toBeNull()
  expect(sharingNotice({ role: 'alone', rivals: { count: 2, lastAt: 1 } })?.text).toBe('有人同时使用')
  expect(sharingNotice({ role: 'reader', heldBy: '前台' })?.hint).toContain('「前台」')
  expect(sharingNotice({ role: 'cut_off', trouble: '中继没有回答' })?.kind).toBe('danger')
})

it('gives spans in words', () => {
  const spans = [30_000, 60_000, 45 * 60_000, 60 * 60_000, 130 * 60_000]
  expect(spans.map(durationText)).toEqual(['不到 1 分钟', '1 分钟', '45 分钟', '1 小时', '2 小时 10 分钟'])
})

it('gives the reasons of refused messages in words, the most frequent first', () => {
  expect(refusalText({ path: 1, signature: 3 })).toBe('签名不符（消息验证 TOKEN 可能不对） 3 条，路径不对 1 条')
  expect(refusalText({})).toBeNull()
})
