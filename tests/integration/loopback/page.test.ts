import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startLoopback } from '../../../electron/loopback/server'
import { makePage, startSite, type Site } from '../../support/loopback-site'

describe('the page on the loopback host', () => {
  let site: Site
  let cookie: string
  beforeAll(async () => {
    site = await startSite()
    cookie = await site.cookie()
  })
  afterAll(() => site.close())

  test('exchanges the token for a cookie that no script can read, and takes it out of the address', async () => {
    const reply = await site.get(`/?token=${site.loopback.token}`)
    expect(reply.status).toBe(303)
    expect(reply.headers.location).toBe('/')
    const [setCookie = ''] = reply.headers['set-cookie'] ?? []
    expect(setCookie).toMatch(/^merchant-desk-\d+=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(setCookie).toContain(`-${site.port}=`)
    expect(setCookie).not.toContain(site.loopback.token)
  })

  test('serves the page with the bridge before the application, and never lets it be kept', async () => {
    const reply = await site.get('/', { cookie })
    expect(reply.status).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-store')
    const bridge = reply.body.indexOf('<script type="module" src="/desk-bridge.js">')
    expect(bridge).toBeGreaterThan(0)
    expect(bridge).toBeLessThan(reply.body.indexOf('assets/index-1a2b3c4d.js'))
  })

  test('serves files with a hash in their name for good, with their type', async () => {
    const script = await site.get('/assets/index-1a2b3c4d.js', { cookie })
    expect(script.headers['content-type']).toMatch(/javascript/)
    expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable')
    const style = await site.get('/assets/style-1a2b3c4d.css', { cookie })
    expect(style.headers['content-type']).toMatch(/^text\/css/)
    expect(style.body).toBe('body { margin: 0 }\n')
  })

  test('has no error for the icon that browsers ask for unbidden', async () => {
    expect((await site.get('/favicon.ico', { cookie })).status).toBe(204)
  })

  test('answers HEAD without a body, and no method that could change something', async () => {
    const head = await site.get('/', { cookie }, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body).toBe('')
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await site.get('/', { cookie }, method)).status).toBe(405)
    }
  })

  test('is not brought down by a range that is none', async () => {
    for (const range of ['bytes=5-2', 'bytes=-', 'bytes=x-y', 'bytes=999-']) {
      expect((await site.get('/assets/index-1a2b3c4d.js', { cookie, range })).status).toBe(200)
    }
  })

  test('shows a picture of the desk, kept for good where its address carries a key', async () => {
    const bytes = Buffer.from('picture')
    site.desk.pictures.set('/media/icon/a/b', { contentType: 'image/png', bytes })
    const keyed = await site.get('/media/icon/a/b?v=1', { cookie })
    expect(keyed.body).toBe('picture')
    expect(keyed.headers['content-type']).toBe('image/png')
    expect(keyed.headers['cache-control']).toBe('private, max-age=31536000, immutable')
    expect((await site.get('/media/icon/a/b', { cookie })).headers['cache-control']).toBe('private, no-cache')
    expect((await site.get('/media/icon/a/other', { cookie })).status).toBe(404)
  })

  test('does not show a picture that could hold a script', async () => {
    site.desk.pictures.set('/media/svg', { contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') })
    expect((await site.get('/media/svg', { cookie })).status).toBe(404)
  })

  test('takes the token as a bearer too, for scripts', async () => {
    expect((await site.get('/', { authorization: `Bearer ${site.loopback.token}` })).status).toBe(200)
  })

  test('does not start on a port that is taken', async () => {
    const rendererDir = join(makePage(), 'renderer')
    const { desk, logger, port } = site
    await expect(startLoopback({ desk, logger, port, rendererDir })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('does not start where the page has not been built', async () => {
    const { desk, logger } = site
    await expect(startLoopback({ desk, logger, port: 0, rendererDir: tmpdir() })).rejects.toThrow(/index\.html/)
  })
})
