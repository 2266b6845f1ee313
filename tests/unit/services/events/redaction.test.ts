import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../../../electron/services/events/describe-event'
import { about } from './support'

const marked = 'MARKED-SECRET-4711'
const rawOf = (content: Record<string, unknown>): string => describeEvent(content).raw

const events = [
  'PUSH',
  'AUTHORIZED',
  'PACKAGE_AUDIT',
  'MODIFY_APP_NAME',
  'MODIFY_APP_CATEGORY',
  'PUBLISH_APP_CATEGORY_AUDIT_RESULT',
  'APPLY_CAPACITY',
  'APPLY_SHARE_TEMPLATE',
  'SETTLE_APPLY'
]
const secretNames = [
  'Ticket',
  'component_ticket',
  'AuthorizationCode',
  'authorization_code',
  'CODE',
  'access_token',
  'AppSecret'
]
const memberNames = [
  'AuditResults',
  'EventContent',
  'ModifyAppNameResults',
  'reason',
  'audit_reason',
  'status',
  'hostName'
]

/** Anything that is JSON, with marked secrets here and there, plain or in JSON in a text. */
const { message } = fc.letrec<{ message: Record<string, unknown>; value: unknown }>((tie) => {
  const secret = fc.tuple(fc.constantFrom(...secretNames), fc.constantFrom<unknown>(marked, [marked], { x: marked }))
  const plain = fc.tuple(fc.oneof(fc.constantFrom(...memberNames), fc.string()), tie('value'))
  return {
    message: fc.array(fc.oneof(secret, plain), { maxLength: 6 }).map((members) => Object.fromEntries(members)),
    value: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue({ maxDepth: 2 }),
      tie('message'),
      fc.array(tie('message'), { maxLength: 3 }),
      tie('message').map((inner) => JSON.stringify(inner))
    )
  }
})

describe('what is shown of a message', () => {
  it('never holds a ticket, code, token or secret, and is made of anything without throwing', () => {
    const property = fc.property(message, fc.constantFrom(...events), (content, event) => {
      const described = describeEvent({ ...about('tt01', event), ...content, Event: event })
      expect(JSON.stringify(described)).not.toContain(marked)
    })
    fc.assert(property, { numRuns: 400 })
  })

  it('is made of any JSON without throwing, and stays within its limits', () => {
    const property = fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const { raw, title, detail, event } = describeEvent(content)
      expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(64 * 1024)
      expect([title.length <= 200, detail.length <= 4000, event.length <= 64]).toEqual([true, true, true])
    })
    fc.assert(property, { numRuns: 400 })
  })

  it.each([
    ['in JSON inside a text', { EventContent: JSON.stringify({ a: { authorization_code: marked } }) }],
    ['in JSON inside JSON inside a text', { a: JSON.stringify({ b: JSON.stringify({ ticket: marked }) }) }],
    ['in an address', { Redirect: `https://example.com/?a=1&auth_code=${marked}&b=2` }],
    ['by the look of a token', { Note: `the token is isvact.${marked}` }],
    ['as an object', { Tokens: { first: marked } }]
  ])('hides a secret %s', (_name, fields) => {
    const raw = rawOf(about('tt01', 'SOMETHING_NEW', fields))
    expect(raw).not.toContain(marked)
    expect(raw).toContain('•••')
  })

  it('leaves all else as it came, JSON in a text to the letter', () => {
    const content = about('tt01', 'SOMETHING_NEW', {
      EventContent: '{ "audit_reason" : 1e2 }',
      AuthorizationCodeExpiresIn: 3600,
      capacity_key: 'video_self_mount',
      Nothing: null
    })
    expect(JSON.parse(rawOf(content))).toEqual(content)
  })

  it('ends in a whole character where it is cut', () => {
    const raw = rawOf(about('tt01', 'SOMETHING_NEW', { Text: `a${'汉'.repeat(40_000)}` }))
    expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(64 * 1024)
    expect(raw).toMatch(/汉\n…（内容太长，只保留了开头）$/)
  })

  it('bears what is nested deep', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}{"Ticket":"${marked}"}${']'.repeat(depth)}`
    expect(rawOf({ Event: 'X', Deep: JSON.parse(nested(2_000)) })).toContain('…')
    for (const depth of [2_000, 90_000]) {
      const raw = rawOf({ Event: 'X', Text: nested(depth) })
      expect(raw).toContain('…')
      expect(raw).not.toContain(marked)
    }
    expect(rawOf({ Event: 'X', Text: '['.repeat(30_000) })).toContain('[[[')
  })

  it('is made quickly of what looks like an endless address', () => {
    const began = performance.now()
    rawOf({ Event: 'X', Address: `?${'code'.repeat(40_000)}`, More: '?&'.repeat(80_000) })
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
