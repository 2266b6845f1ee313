import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { deskOf, jpeg } from './desk-of'
import { codeOf, merchants, type Platform, startPlatform, textAt } from './platform'

const path = '/api/apps/v1/qrcode/create/'
const appId = merchants.upToDate

/** Asks as one merchant, any number of times. */
async function desk(platform: Platform, merchant = appId) {
  const token = await platform.merchantToken(merchant)
  const ask = (body: object) => platform.send('POST', path, { token, body })
  const image = async (body: object) => Buffer.from(textAt((await ask(body)).body, 'data', 'img'), 'base64')
  return { ask, image, code: async (body: object) => codeOf(await ask(body)) }
}

function read(bytes: Buffer) {
  const picture = PNG.sync.read(bytes)
  const { data, width, height } = picture
  const scanned = jsQR(new Uint8ClampedArray(data), width, height)
  const dot = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]
  const isColoured = () => data.some((part, at) => at % 4 === 0 && part !== data[at + 2])
  return { width, height, dot, isColoured, text: scanned?.data ?? null, link: scanned && new URL(scanned.data) }
}

describe('a square code', () => {
  it('leads to the mini program, the host and the decoded path', async () => {
    const { image } = await desk(await startPlatform())
    const encoded = encodeURIComponent('pages/home/index?from=桌号&n=3')
    const { width, height, link } = read(await image({ appid: appId, app_name: 'douyin', path: encoded }))
    expect([width, height]).toEqual([430, 430])
    expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({
      app_id: appId,
      host: 'douyin',
      path: 'pages/home/index?from=桌号&n=3'
    })
  })

  it('is for toutiao and the home page when nothing else is asked for', async () => {
    const { image } = await desk(await startPlatform())
    const { link } = read(await image({}))
    expect(Object.fromEntries(link?.searchParams ?? [])).toEqual({ app_id: appId, host: 'toutiao' })
  })

  it.each([280, 431, 777, 1280])('decodes %i pixels wide with the icon in the middle', async (width) => {
    const { image } = await desk(await startPlatform())
    const body = { width, path: encodeURIComponent('pages/shop/index?id=88&table=12'), set_icon: true }
    const [withIcon, without] = [read(await image(body)), read(await image({ ...body, set_icon: false }))]
    expect([withIcon.width, withIcon.link?.searchParams.get('app_id')]).toEqual([width, appId])
    expect(without.text).toBe(withIcon.text)
    expect([withIcon.isColoured(), without.isColoured()]).toEqual([true, false])
  })

  it('has the colours that were asked for, whether a phone can read them or not', async () => {
    const { image } = await desk(await startPlatform())
    const [line_color, background] = [
      { r: 10, g: 60, b: 120 },
      { r: 250, g: 240, b: 200 }
    ]
    const readable = read(await image({ line_color, background }))
    expect(readable.dot(0, 0)).toEqual([250, 240, 200, 255])
    const diagonal = new Set(Array.from({ length: 430 }, (_, at) => readable.dot(at, at).join()))
    expect(diagonal).toEqual(new Set(['250,240,200,255', '10,60,120,255']))
    expect(readable.text).not.toBeNull()
    expect(read(await image({ line_color: { r: 251, g: 241, b: 201 }, background })).text).toBeNull()
  })

  it('is the same every time, and another one for another path', async () => {
    const platform = await startPlatform()
    const { image } = await desk(platform)
    const body = { path: 'pages%2Fa', set_icon: true }
    const first = await image(body)
    platform.control.advance(3_600_000)
    expect((await image(body)).equals(first)).toBe(true)
    expect((await image({ ...body, path: 'pages%2Fb' })).equals(first)).toBe(false)
  })

  it('of a mini program without an icon has none; one that is a JPEG is a disc', async () => {
    const platform = await startPlatform()
    const bare = await desk(platform, merchants.incomplete)
    const read280 = async (set_icon: boolean) => read(await bare.image({ width: 280, set_icon }))
    expect((await read280(true)).text).toBe((await read280(false)).text)
    const profile = await deskOf(platform, appId)
    await profile.profile('icon', { new_icon_path: await profile.material('1', jpeg) })
    platform.control.profileAudit(appId, 'icon', { outcome: 'pass', now: true })
    const { dot, text } = read(await (await desk(platform)).image({ set_icon: true }))
    expect(text).not.toBeNull()
    expect(dot(215, 215)).toEqual([64, 120, 220, 255])
  })
})

describe('a round code', () => {
  it('is a picture of dots that no one decodes, with the icon or without, the same every time', async () => {
    const { image } = await desk(await startPlatform())
    const body = { is_circle_code: true, width: 600, line_color: { r: 255, g: 0, b: 0 } }
    const [plain, again, withIcon, other] = [
      await image(body),
      await image({ ...body, line_color: { r: 0, g: 0, b: 255 } }),
      await image({ ...body, set_icon: true }),
      await image({ ...body, path: 'pages%2Fb' })
    ]
    const { width, dot, text } = read(plain)
    expect([width, text]).toEqual([600, null])
    expect(dot(0, 0)).toEqual([255, 255, 255, 255])
    expect(again.equals(plain)).toBe(true)
    expect([withIcon.equals(plain), other.equals(plain)]).toEqual([false, false])
  })
})

describe('a request', () => {
  it.each([
    { app_name: 'wechat' },
    { width: 279 },
    { width: 1281 },
    { width: 430.5 },
    { width: '430' },
    { line_color: { r: 256, g: 0, b: 0 } },
    { background: { r: 0, g: 0 } },
    { set_icon: 1 },
    { path: 'pages%2' },
    { path: 'x'.repeat(3000) },
    { appid: merchants.partial }
  ])('of %o answers 28005001', async (body) => {
    const { code } = await desk(await startPlatform())
    expect(await code(body)).toBe(28005001)
  })

  it('takes the bounds of the width, and needs set 2 and a token', async () => {
    const platform = await startPlatform()
    const { code } = await desk(platform)
    expect([await code({ width: 280 }), await code({ width: 1280 })]).toEqual([0, 0])
    expect(codeOf(await platform.send('POST', path, { token: 'isvact.x', body: {} }))).toBe(28001003)
    platform.control.changeMerchant(appId, { permissions: [1, 3] })
    expect(await code({})).toBe(28001018)
  })
})
