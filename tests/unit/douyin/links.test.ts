import { describe, expect, test } from 'vitest'
import type { LinkRequest } from '../../../electron/douyin/platform'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import {
  componentPath,
  linkPath,
  ok,
  refusal,
  text,
  uploadMaterialPath,
  type Received
} from './support/platform-server'

const toAuthorize: LinkRequest = { kind: 'authorize', redirectUrl: null }
const toCreate: LinkRequest = { kind: 'create', appName: '巷口小面', iconPath: 'tos/icon', redirectUrl: null }
const good = ok({ link: 'https://open.example.com/link/1' })

describe('an authorisation link', () => {
  test.each([
    [toAuthorize, { link_type: 1 }],
    [
      { ...toAuthorize, redirectUrl: 'https://a.example/cb' },
      { link_type: 1, redirect_uri: 'https://a.example/cb' }
    ],
    [toCreate, { link_type: 2, app_name: '巷口小面', app_icon: 'tos/icon' }],
    [
      { ...toCreate, iconPath: null },
      { link_type: 2, app_name: '巷口小面' }
    ]
  ] as const)('is asked for with what %j means', async (request, body) => {
    const { client, server, sentToken } = await bench()
    server.on(linkPath, good)
    expect(await client().authorizationLink(request)).toEqual({ url: 'https://open.example.com/link/1' })
    expect(JSON.parse(server.at(linkPath)[0]?.body ?? '')).toEqual(body)
    expect(sentToken(linkPath)).toEqual(['clt.1'])
  })

  test.each([
    'http://open.example.com/link/1',
    'javascript:alert(1)',
    'https://user:pass@open.example.com/',
    'no address',
    ''
  ])('that is "%s" is unexpected', async (link) => {
    const { client, server } = await bench()
    server.on(linkPath, ok({ link }))
    expect(await failureOf(client().authorizationLink(toAuthorize))).toMatchObject({ kind: 'unexpected' })
  })

  test('may lead to this machine when the platform is on it', async () => {
    const { client, server } = await bench()
    server.on(linkPath, ok({ link: `${server.url}/link/1` }))
    expect(await client().authorizationLink(toAuthorize)).toEqual({ url: `${server.url}/link/1` })
  })

  test('that creates is not asked for again when its answer is lost', async () => {
    const { client, server } = await bench()
    server.on(linkPath, text('', 502))
    expect(await failureOf(client().authorizationLink(toCreate))).toMatchObject({ kind: 'fault', outcome: 'unknown' })
    expect(server.count(linkPath)).toBe(1)
  })

  test('that only authorises is asked for again', async () => {
    const { client, server } = await bench()
    server.on(linkPath, text('', 502))
    await failureOf(client().authorizationLink(toAuthorize))
    expect(server.count(linkPath)).toBe(3)
  })

  test('beyond the day’s allowance does not hold the tokens back', async () => {
    const { client, server, clock } = await bench()
    server.on(linkPath, refusal(28003017))
    const made = client({ clock: { ...clock, wait: () => new Promise(() => undefined) } })
    expect(await failureOf(made.authorizationLink(toCreate))).toMatchObject({ kind: 'busy', platformCode: '28003017' })
    await expect(made.authorize('tt01')).resolves.toHaveLength(1)
  })
})

describe('an icon', () => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2 * 1024 * 1024 - 8, 7)])

  test('of the full size goes as a form, once more after a fault', async () => {
    const { client, server } = await bench()
    const sizes: unknown[] = []
    const take = (_: unknown, { headers }: Received): void => {
      sizes.push([headers['content-type']?.split(';')[0], Number(headers['content-length']) > bytes.length])
    }
    server.on(uploadMaterialPath, (response, request) => {
      take(response, request)
      return (sizes.length === 1 ? text('', 503) : ok({ path: 'tos/1' }))(response)
    })
    expect(await client().uploadIcon({ contentType: 'image/png', bytes })).toEqual({ path: 'tos/1' })
    expect(sizes).toEqual([
      ['multipart/form-data', true],
      ['multipart/form-data', true]
    ])
  })

  test('carries its type and a name that fits it', async () => {
    const { client, server } = await bench()
    server.on(uploadMaterialPath, ok({ path: 'tos/1' }))
    await client().uploadIcon({ contentType: 'image/jpeg', bytes: Buffer.from('picture') })
    const { body, headers } = server.at(uploadMaterialPath)[0] ?? { body: '', headers: {} }
    const form = await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
    const file = form.get('material_file')
    expect(form.get('material_type')).toBe('2')
    expect(file).toMatchObject({ name: 'icon.jpg', type: 'image/jpeg', size: 7 })
  })

  test('that the platform finds too large is refused', async () => {
    const { client, server } = await bench()
    server.on(uploadMaterialPath, refusal(40031))
    const facts = await failureOf(client().uploadIcon({ contentType: 'image/png', bytes }))
    expect(facts).toMatchObject({ kind: 'refused', platformCode: '40031', endpoint: '第三方小程序应用上传资源' })
  })
})

describe('a probe', () => {
  test('fetches a token though one is held, once for all who ask', async () => {
    const { client, server, vault } = await bench()
    const made = client()
    await made.probe()
    await Promise.all([made.probe(), made.probe(), made.probe()])
    expect(server.count(componentPath)).toBe(2)
    expect(vault.readComponent()?.accessToken).toBe('clt.2')
  })

  test.each(['40003', '40038', '40037'])('tells the code %s of what is wrong', async (code) => {
    const { client, server } = await bench()
    server.on(componentPath, text(JSON.stringify({ errno: code, message: '无效' })))
    expect(await failureOf(client().probe())).toMatchObject({ kind: 'credentials', platformCode: code })
  })
})
