import { describe, expect, it } from 'vitest'
import {
  bareDomain,
  checkDomains,
  differenceSize,
  domainDifference,
  domainLines,
  domainPlan,
  domainProblem,
  isCovered,
  tooManyDomains
} from '@shared/rules/domain-rules'

describe('the form of a domain', () => {
  it.each([
    'api.example.com',
    'example.com.cn',
    'a-b.c1.example.com',
    'API.Example.com',
    'xn--fiqs8s.example.com',
    'x.github.io'
  ])('lets %s pass', (domain) => expect(domainProblem(domain)).toBeNull())

  it.each([
    ['https://api.example.com', '协议'],
    ['wss://ws.example.com', '协议'],
    ['api.example.com/v1', '路径'],
    ['api.example.com?x=1', '路径'],
    ['me@example.com', '用户名'],
    ['10.0.0.1', 'IP'],
    ['10.0.0.1:8080', 'IP'],
    ['1.2.3', 'IP'],
    ['::1', 'IP'],
    ['api.example.com:443', '端口'],
    ['*.example.com', '通配符'],
    ['饭店.example.com', '中文'],
    ['api。example。com', '全角'],
    ['api example.com', '写法不对'],
    ['localhost', '不是完整的域名'],
    ['example', '不是完整的域名'],
    ['-a.example.com', '写法不对'],
    ['a_b.example.com', '写法不对'],
    ['api.example.com.', '写法不对'],
    ['a..example.com', '写法不对'],
    [`${'a'.repeat(64)}.example.com`, '写法不对'],
    [`${'abcdefghij.'.repeat(24)}example.com`, '写法不对'],
    ['com.cn', '公共后缀'],
    ['github.io', '公共后缀']
  ])('refuses %s for %s', (domain, why) => expect(domainProblem(domain)).toContain(why))

  it.each([
    ['https://API.example.com/v1?x=1', 'api.example.com'],
    ['api.example.com:8443', 'api.example.com'],
    ['api。example。com', 'api.example.com'],
    ['api.example.com.', 'api.example.com'],
    ['https://10.0.0.1/', null],
    ['com.cn', null],
    ['api.example.com', null]
  ])('guesses from %s that %s was meant', (text, meant) => expect(bareDomain(text)).toBe(meant))
})

describe('a pasted list', () => {
  it('is split at line breaks, spaces, commas and semicolons of both widths', () => {
    expect(domainLines(' a.com\r\nb.com, c.com;d.com，e.com；f.com、g.com\n\n')).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((each) => `${each}.com`)
    )
  })

  it('is judged line by line: form, doubles whatever their case, and the own list where there is one', () => {
    const lines = [
      'api.example.com',
      'API.example.com',
      'https://x.example.com',
      'other.example.org',
      'Pay.Example.com'
    ]
    const verdicts = checkDomains(lines, ['example.com'])
    expect(verdicts.map(({ problem }) => problem?.slice(0, 4) ?? null)).toEqual([
      null,
      '和上面的',
      '不要带协',
      '不在第三',
      null
    ])
    expect(verdicts.map(({ fix }) => fix)).toEqual([null, null, 'x.example.com', null, 'pay.example.com'])
  })

  it('is not held against an own list that is empty', () => {
    expect(checkDomains(['other.example.org'], [])).toEqual([{ text: 'other.example.org', problem: null, fix: null }])
  })

  it('covers subdomains of an own domain, and no domain that only ends alike', () => {
    expect(isCovered('a.b.example.com', ['example.com'])).toBe(true)
    expect(isCovered('example.com', ['example.com'])).toBe(true)
    expect(isCovered('badexample.com', ['example.com'])).toBe(false)
  })

  it('may have twenty domains', () => {
    const domains = Array.from({ length: 21 }, (_, index) => `d${index}.example.com`)
    expect(tooManyDomains(domains.slice(1))).toBeNull()
    expect(tooManyDomains(domains)).toContain('现在是 21 个')
  })
})

describe('the plan for a group', () => {
  const current = { request: ['a.com', 'b.com'], socket: ['s.com'], upload: [], download: [] }

  it('adds only what is missing', () => {
    const target = { ...current, request: ['b.com', 'a.com', 'c.com'], upload: ['u.com'] }
    const domains = { request: ['c.com'], socket: [], upload: ['u.com'], download: [] }
    expect(domainPlan('server', current, target)).toEqual({ action: 'add', domains })
  })

  it('deletes only what is more', () => {
    const domains = { request: ['a.com'], socket: [], upload: [], download: [] }
    expect(domainPlan('server', current, { ...current, request: ['b.com'] })).toEqual({ action: 'delete', domains })
  })

  it('replaces all four kinds where something is missing and something more, even of different kinds', () => {
    const target = { ...current, request: ['a.com'], socket: ['s.com', 't.com'] }
    expect(domainPlan('server', current, target)).toEqual({ action: 'set', domains: target })
  })

  it('is none where nothing differs, and looks at its own group alone', () => {
    expect(domainPlan('server', current, { ...current, webview: ['h5.com'] })).toBeNull()
    const webview = domainPlan('webview', { webview: ['a.com'] }, { webview: ['b.com'] })
    expect(webview).toEqual({ action: 'set', domains: { webview: ['b.com'] } })
  })

  it('counts what differs, of the kinds that are asked for', () => {
    const difference = domainDifference(current, { request: ['a.com', 'x.com'], webview: ['h5.com'] })
    expect(differenceSize(difference)).toEqual({ missing: 2, extra: 2 })
    expect(differenceSize(difference, ['webview'])).toEqual({ missing: 1, extra: 0 })
  })
})
