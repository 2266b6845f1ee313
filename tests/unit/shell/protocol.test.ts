import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProtocolHandler } from '../../../electron/shell/protocol'
import { makePage } from '../../support/loopback-site'
import { SmallDesk } from '../../support/small-desk'

describe('the page under app://desk', () => {
  let folder: string
  let get: (address: string, method?: string) => Promise<Response>
  const desk = new SmallDesk()
  beforeAll(() => {
    folder = makePage()
    const handle = createProtocolHandler({
      rendererDir: join(folder, 'renderer'),
      desk: Promise.resolve(desk),
      devServer: null
    })
    get = (address, method = 'GET') => handle(new Request(address, { method }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('is served with its types, the policy, and never kept', async () => {
    const page = await get('app://desk/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(await page.text()).not.toContain('desk-bridge')
    const script = await get('app://desk/assets/index-1a2b3c4d.js')
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  test('is read only, and of this host only', async () => {
    expect((await get('app://desk/', 'POST')).status).toBe(405)
    expect((await get('app://other/')).status).toBe(403)
    expect((await get('app://desk/missing.js')).status).toBe(404)
  })

  test('shows the desk’s pictures', async () => {
    desk.pictures.set('/media/icon/a/b', { contentType: 'image/png', bytes: Buffer.from('picture') })
    const picture = await get('app://desk/media/icon/a/b?v=1')
    expect(await picture.text()).toBe('picture')
    expect(picture.headers.get('cache-control')).toContain('immutable')
    expect((await get('app://desk/media/icon/a/c')).status).toBe(404)
  })

  test('has an error page that needs nothing of the application', async () => {
    const page = await get('app://desk/crashed')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('页面多次意外退出')
  })
})
