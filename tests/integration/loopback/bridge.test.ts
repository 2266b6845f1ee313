import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page, type WebSocketRoute } from '@playwright/test'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../electron/launch/browser'
import type { DeskBridge } from '@shared/contract'
import { startSite, type Site } from '../../support/loopback-site'

type BridgeWindow = { readonly desk: DeskBridge; heard: unknown[]; marked?: boolean; ran?: boolean }
declare const window: BridgeWindow

/** The bridge as the build makes it. */
async function builtBridge(): Promise<string> {
  const input = join(import.meta.dirname, '../../../electron/loopback/bridge.ts')
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input } }
  })
  const [output] = [result].flat()
  if (!output || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}

describe('the bridge in a real browser', { timeout: 30_000 }, () => {
  let browser: Browser
  let code: string
  let site: Site
  let page: Page
  let connections: WebSocketRoute[]
  beforeAll(async () => {
    const executablePath = findBrowser()
    browser = await chromium.launch({
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(executablePath ? { executablePath } : {})
    })
    code = await builtBridge()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    connections = []
    site = await startSite({}, (rendererDir) => writeFileSync(join(rendererDir, 'desk-bridge.js'), code))
    page = await browser.newPage()
    await page.routeWebSocket(/\/desk$/, (route) => {
      connections.push(route)
      route.connectToServer()
    })
    await page.goto(site.loopback.url)
  })
  afterEach(async () => {
    await page.close()
    await site.close()
  })

  const breakConnection = () => connections.at(-1)?.close({ code: 1011 })
  const ready = () => page.evaluate(() => window.desk.call('app.info', {}))
  const held = () => site.desk.received.filter(({ name }) => name === 'test.hold')

  test('leaves no token in the address', () => {
    expect(page.url()).toBe(`${site.loopback.address}/`)
  })

  test('puts exactly two functions on the page, which cannot be replaced', async () => {
    const [keys, kept] = await page.evaluate(() => {
      try {
        Object.assign(window, { desk: null })
      } catch {
        // read only
      }
      return [Object.keys(window.desk), Object.isFrozen(window.desk)]
    })
    expect(keys).toEqual(['call', 'on'])
    expect(kept).toBe(true)
  })

  test('carries many calls at once, each to its own answer', async () => {
    const answers = await page.evaluate(() => Promise.all([1, 2, 3].map((n) => window.desk.call('echo', { n }))))
    expect(answers).toEqual([1, 2, 3].map((n) => ({ ok: true, value: { echo: { n } } })))
  })

  test('brings events to those who listen, until they stop', async () => {
    await ready()
    await page.evaluate(() => {
      window.heard = []
      const stop = window.desk.on('merchants.replaced', (payload) => window.heard.push(payload))
      window.desk.on('account.changed', () => stop())
    })
    site.desk.send({ name: 'merchants.replaced', payload: { accountId: 'a' } })
    await vi.waitFor(async () => expect(await page.evaluate(() => window.heard)).toEqual([{ accountId: 'a' }]))
    await page.evaluate(() => window.desk.on('notice', () => window.heard.push('end')))
    site.desk.send({ name: 'account.changed', payload: { account: {} } } as never)
    site.desk.send({ name: 'merchants.replaced', payload: { accountId: 'b' } })
    site.desk.send({ name: 'notice', payload: { error: {} } } as never)
    await vi.waitFor(async () => expect(await page.evaluate(() => window.heard)).toEqual([{ accountId: 'a' }, 'end']))
  })

  test('answers the calls that were sent when the connection breaks, and never sends them again', async () => {
    await page.setContent('<input value="typed">', { waitUntil: 'commit' })
    await ready()
    const waiting = page.evaluate(() => window.desk.call('test.hold', {}))
    await vi.waitFor(() => expect(held()).toHaveLength(1))
    await breakConnection()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'network' } })
    expect(await ready()).toMatchObject({ ok: true })
    expect(held()).toHaveLength(1)
  })

  test('loads the page again after a break, because events may be missing', async () => {
    await ready()
    await page.evaluate(() => (window.marked = true))
    await breakConnection()
    await page.waitForFunction(() => !window.marked)
    expect(await ready()).toMatchObject({ ok: true })
  })

  test('keeps a page on which something is typed, and says that it may be out of date', async () => {
    await ready()
    await page.evaluate(() => {
      window.marked = true
      window.heard = []
      window.desk.on('notice', (payload) => window.heard.push(payload))
      document.body.append(Object.assign(document.createElement('textarea'), { value: '写到一半' }))
    })
    await breakConnection()
    await page.waitForFunction(() => window.heard.length > 0)
    expect(await page.evaluate(() => [window.marked, window.heard])).toMatchObject([
      true,
      [{ error: { code: 'network', retryable: false } }]
    ])
  })

  test('runs under a policy that refuses the page’s inline script', async () => {
    const refusal = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))
    })
    await refusal
    expect(await page.evaluate(() => window.ran)).toBeUndefined()
  })

  test('runs under a policy that lets no request leave', async () => {
    const failed = await page.evaluate(() => fetch('https://example.com/').then(String, (error: Error) => error.name))
    expect(failed).toBe('TypeError')
  })
})
