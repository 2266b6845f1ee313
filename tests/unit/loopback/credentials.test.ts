import { describe, expect, test } from 'vitest'
import { createCredentials } from '../../../electron/loopback/credentials'

describe('the credentials of one run', () => {
  const credentials = createCredentials(4100)
  const [cookie = ''] = credentials.setCookie.split(';')

  test('hold 256 bits, anew each time', () => {
    expect(credentials.token).toMatch(/^[0-9a-f]{64}$/)
    expect(createCredentials(4100).token).not.toBe(credentials.token)
  })

  test('admit the cookie among others, and the token as a bearer', () => {
    expect(credentials.admits({ cookie: `other=1; ${cookie}; more=2` })).toBe(true)
    expect(credentials.admits({ authorization: `Bearer ${credentials.token}` })).toBe(true)
  })

  test('admit nothing else', () => {
    const name = cookie.split('=', 1)[0] ?? ''
    const refused = [{}, { cookie: '' }, { cookie: `${name}=` }, { cookie: name }, { cookie: `${cookie}0` }]
    for (const headers of refused) expect(credentials.admits(headers)).toBe(false)
    expect(credentials.admits({ cookie: `${name}=${credentials.token}` })).toBe(false)
    expect(credentials.admits({ authorization: `Basic ${credentials.token}` })).toBe(false)
    expect(credentials.admits({ cookie: createCredentials(4100).setCookie.split(';')[0] ?? '' })).toBe(false)
  })

  test('open the page by the token each time, by a ticket once', () => {
    const ticket = credentials.issueTicket()
    expect([credentials.opensPage(ticket), credentials.opensPage(ticket)]).toEqual([true, false])
    expect([credentials.opensPage(credentials.token), credentials.opensPage(credentials.token)]).toEqual([true, true])
    for (const other of [null, '', ticket]) expect(credentials.opensPage(other)).toBe(false)
    expect(credentials.admits({ authorization: `Bearer ${credentials.issueTicket()}` })).toBe(false)
  })

  test('know their token and no other text', () => {
    expect(credentials.isToken(credentials.token)).toBe(true)
    for (const text of [null, '', credentials.token.slice(1), credentials.token.toUpperCase() + '0']) {
      expect(credentials.isToken(text)).toBe(false)
    }
  })
})
