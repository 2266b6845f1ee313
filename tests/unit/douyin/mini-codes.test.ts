import type { MiniCodeRequest } from '@shared/domain/mini-code'
import { describe, expect, test } from 'vitest'
import { bench } from './support/bench'
import { failureOf } from './support/client'
import { operationPaths } from './support/operation-paths'
import { inTurn, ok, refusal, text } from './support/platform-server'

const path = operationPaths.miniCode
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from([0, 1, 2, 253, 254, 255])])
const jpeg = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from('the rest')])

const request: MiniCodeRequest = {
  host: 'douyin',
  path: 'pages/home/index?id=1',
  width: 430,
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 },
  withIcon: true,
  round: false
}

async function made(img: string | null, change: Partial<MiniCodeRequest> = {}) {
  const { client, server, sentToken } = await bench()
  if (img !== null) server.on(path, ok({ img }))
  const code = client()
    .merchant('tt01')
    .miniCode({ ...request, ...change })
  return { code, server, sentToken }
}

describe('a mini-program code', () => {
  test('is asked for as its page has it, with the merchant’s token', async () => {
    const { code, server, sentToken } = await made(png.toString('base64'))
    await code
    expect(server.at(path)[0]?.method).toBe('POST')
    expect(server.at(path)[0]?.body).toBe(
      '{"appid":"tt01","app_name":"douyin","path":"pages%2Fhome%2Findex%3Fid%3D1","width":430,' +
        '"line_color":{"r":0,"g":0,"b":0},"background":{"r":255,"g":255,"b":255},"set_icon":true,"is_circle_code":false}'
    )
    expect(sentToken(path)[0]).toMatch(/^isvact\./)
  })

  test.each([
    ['a PNG', png, 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg']
  ])('that is %s comes byte for byte', async (_name, bytes, contentType) => {
    expect(await (await made(bytes.toString('base64'))).code).toEqual({ contentType, bytes })
  })

  test('of the home page is asked for without a path', async () => {
    const { code, server } = await made(png.toString('base64'), { path: '', round: true, withIcon: false })
    await code
    const body: unknown = JSON.parse(server.at(path)[0]?.body ?? '')
    expect(body).not.toHaveProperty('path')
    expect(body).toMatchObject({ set_icon: false, is_circle_code: true })
  })

  test('keeps what is encoded already within its path', async () => {
    const { code, server } = await made(png.toString('base64'), { path: 'pages/t?name=%E4%B8%80%26' })
    await code
    const { path: sent } = JSON.parse(server.at(path)[0]?.body ?? '') as { path: string }
    expect([sent, decodeURIComponent(sent)]).toEqual([
      'pages%2Ft%3Fname%3D%25E4%25B8%2580%2526',
      'pages/t?name=%E4%B8%80%26'
    ])
  })

  test('of a path with half a character is asked for all the same', async () => {
    const { code } = await made(png.toString('base64'), { path: 'pages/t?name=\ud800' })
    await expect(code).resolves.toMatchObject({ contentType: 'image/png' })
  })

  test.each([
    ['something else', Buffer.from('GIF89a').toString('base64')],
    ['no base64', '!!!'],
    ['nothing', '']
  ])('that is %s is unexpected', async (_name, img) => {
    const { code } = await made(img)
    expect(await failureOf(code)).toMatchObject({ kind: 'unexpected', endpoint: '获取小程序码' })
  })

  test('is asked for again after a fault: it changes nothing', async () => {
    const { client, server } = await bench()
    server.on(path, inTurn(text('', 502), ok({ img: png.toString('base64') })))
    expect(await client().merchant('tt01').miniCode(request)).toMatchObject({ contentType: 'image/png' })
  })

  test('with parameters that the platform does not take is refused with 28005001', async () => {
    const { client, server } = await bench()
    server.on(path, refusal(28005001))
    expect(await failureOf(client().merchant('tt01').miniCode(request))).toMatchObject({
      kind: 'refused',
      outcome: 'refused',
      platformCode: '28005001'
    })
  })
})
