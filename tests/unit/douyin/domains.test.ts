import { describe, expect, test } from 'vitest'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import { ok, refusal, text } from './support/platform-server'
import { paths } from './support/setup-paths'

const none = { request: [], socket: [], upload: [], download: [] }
const some = { ...none, request: ['api.example.com'], socket: ['ws.example.com'] }

const sentTo = (server: Awaited<ReturnType<typeof bench>>['server'], path: string): unknown[] =>
  server.at(path).map(({ body }) => JSON.parse(body) as unknown)

describe('server domains', () => {
  test('are read with the action get; null and absent lists are empty', async () => {
    const { client, server } = await bench()
    server.on(paths.serverDomains, ok({ request: ['api.example.com'], socket: null, upload: [] }))
    expect(await client().merchant('tt01').serverDomains()).toEqual({ ...none, request: ['api.example.com'] })
    expect(sentTo(server, paths.serverDomains)).toEqual([{ action: 'get' }])
  })

  test('are unexpected where the answer tells nothing: they are not taken for none', async () => {
    const { client, server } = await bench()
    server.on(paths.serverDomains, ok())
    expect(await failureOf(client().merchant('tt01').serverDomains())).toMatchObject({ kind: 'unexpected' })
  })

  test.each([
    ['add', some, { action: 'add', request: ['api.example.com'], socket: ['ws.example.com'] }],
    ['delete', some, { action: 'delete', request: ['api.example.com'], socket: ['ws.example.com'] }],
    ['set', some, { action: 'set', ...some }],
    ['set', none, { action: 'set', ...none }]
  ] as const)('are changed by %s', async (action, lists, body) => {
    const { client, server } = await bench()
    server.on(paths.serverDomains, ok())
    expect(await client().merchant('tt01').changeServerDomains(action, lists)).toEqual({ logId: 'LOG-OK' })
    expect(sentTo(server, paths.serverDomains)).toEqual([body])
  })

  test.each([40001, 40023, 40024, 40026, 40027, 40028])('are refused with %i', async (code) => {
    const { client, server } = await bench()
    server.on(paths.serverDomains, refusal(code))
    const facts = await failureOf(client().merchant('tt01').changeServerDomains('add', some))
    expect(facts).toMatchObject({ kind: 'refused', outcome: 'refused', platformCode: String(code) })
  })

  test('are read again after a fault, and changed once only', async () => {
    const { client, server } = await bench()
    server.on(paths.serverDomains, text('', 502))
    await failureOf(client().merchant('tt01').serverDomains())
    expect(server.count(paths.serverDomains)).toBe(3)
    const facts = await failureOf(client().merchant('tt01').changeServerDomains('set', some))
    expect([facts.outcome, server.count(paths.serverDomains)]).toEqual(['unknown', 4])
  })
})

describe('webview domains', () => {
  test.each([
    [{ webview: ['h5.example.com'] }, ['h5.example.com']],
    [['h5.example.com'], ['h5.example.com']],
    [{ webview: null }, []],
    [[], []],
    [null, []]
  ])('are read from %j', async (data, domains) => {
    const { client, server } = await bench()
    server.on(paths.webviewDomains, ok(data))
    expect(await client().merchant('tt01').webviewDomains()).toEqual(domains)
    expect(sentTo(server, paths.webviewDomains)).toEqual([{ action: 'get' }])
  })

  test.each(['add', 'delete', 'set'] as const)('are changed by %s', async (action) => {
    const { client, server } = await bench()
    server.on(paths.webviewDomains, ok())
    await client().merchant('tt01').changeWebviewDomains(action, ['h5.example.com'])
    expect(sentTo(server, paths.webviewDomains)).toEqual([{ action, webview: ['h5.example.com'] }])
  })

  test.each([40001, 40023, 40024, 40025, 40026, 40027, 40028])('are refused with %i', async (code) => {
    const { client, server } = await bench()
    server.on(paths.webviewDomains, refusal(code))
    const merchant = client().merchant('tt01')
    for (const call of [merchant.webviewDomains(), merchant.changeWebviewDomains('add', ['h5.example.com'])]) {
      expect(await failureOf(call)).toMatchObject({ kind: 'refused', platformCode: String(code) })
    }
  })
})

describe('the check file', () => {
  test('is read with the application’s token', async () => {
    const { client, server, sentToken } = await bench()
    server.on(paths.checkFile, ok({ file_name: 'pNWfyB8oLl.txt', file_content: '4e056cd59ab2f40e' }))
    expect(await client().domainCheckFile()).toEqual({ name: 'pNWfyB8oLl.txt', content: '4e056cd59ab2f40e' })
    expect(sentToken(paths.checkFile)).toEqual(['clt.1'])
  })

  test.each(['../evil.txt', 'a/b.txt', 'a\\b.txt', '..', ''])('named "%s" is unexpected', async (file_name) => {
    const { client, server } = await bench()
    server.on(paths.checkFile, ok({ file_name, file_content: 'x' }))
    expect(await failureOf(client().domainCheckFile())).toMatchObject({ kind: 'unexpected' })
  })
})
