import { describe, expect, test } from 'vitest'
import { judgeAddress } from '../../../electron/loopback/guard'

const host = '127.0.0.1:4100'

describe('the address a request came by', () => {
  test.each(['127.0.0.1:4100', 'localhost:4100'])('passes for %s, without an origin and with its own', (name) => {
    expect(judgeAddress({ host: name }, 4100)).toBe('pass')
    expect(judgeAddress({ host: name, origin: `http://${name}` }, 4100)).toBe('pass')
  })

  test.each([
    undefined,
    '',
    '127.0.0.1',
    '127.0.0.1:4101',
    'evil.test:4100',
    'localhost.:4100',
    '[::1]:4100',
    '127.1:4100'
  ])('is foreign for the host %j', (name) => {
    expect(judgeAddress(name === undefined ? {} : { host: name }, 4100)).toBe('foreign_host')
  })

  test.each([
    'null',
    '',
    'http://127.0.0.1',
    'https://127.0.0.1:4100',
    'http://localhost:4100',
    'http://evil.test:4100'
  ])('is foreign for the origin %j', (origin) => {
    expect(judgeAddress({ host, origin }, 4100)).toBe('foreign_origin')
  })

  test('is foreign where the browser says that another site asked, unless the operator followed a link', () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(judgeAddress({ host, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }, 4100)).toBe('foreign_origin')
      expect(judgeAddress({ host, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' }, 4100)).toBe('pass')
    }
    expect(judgeAddress({ host, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 4100)).toBe('pass')
  })
})
