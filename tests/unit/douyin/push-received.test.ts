import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pushDigest } from '../../../electron/douyin/push-received'

const reversed = (content: Record<string, unknown>) => Object.fromEntries(Object.entries(content).reverse())

describe('the digest of a message', () => {
  it('does not depend on the order of its keys', () => {
    const content = fc.dictionary(fc.string(), fc.jsonValue()).filter((each) => !Object.hasOwn(each, '__proto__'))
    const isSame = (each: Record<string, unknown>) => pushDigest(reversed(each)) === pushDigest(each)
    fc.assert(fc.property(content, isSame))
  })

  it.each([
    ['event', { Event: 'B' }],
    ['merchant', { AppId: 'tt02' }],
    ['time', { EventTime: '2026-01-14 12:45:11' }],
    ['payload', { AuditResults: [{ hostName: 'douyin', status: 0 }] }],
    ['order in its payload', { AuditResults: [2, 1] }]
  ])('depends on the %s', (_name, change) => {
    const content = { Event: 'A', AppId: 'tt01', EventTime: '2026-01-14 12:45:10', AuditResults: [1, 2] }
    expect(pushDigest({ ...content, ...change })).not.toBe(pushDigest(content))
    expect(pushDigest({ ...content })).toBe(pushDigest(content))
  })

  it('tells two tickets apart by their times', () => {
    const ticket = { Event: 'PUSH', Ticket: 'same', CreateTime: '2026-01-14 12:45:10' }
    expect(pushDigest({ ...ticket, CreateTime: '2026-01-14 12:55:10' })).not.toBe(pushDigest(ticket))
  })
})
