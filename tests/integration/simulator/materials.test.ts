import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { deskOf, jpeg, pdf, png, queryOfV1 } from './desk-of'
import { codeOf, merchants, type Platform, startPlatform } from './platform'

const megabyte = 1024 * 1024
const v2 = '/api/apps/v2/file/upload_material/'

async function start(appId = merchants.upToDate) {
  const platform = await startPlatform()
  return { platform, control: platform.control, desk: await deskOf(platform, appId) }
}

const sized = (head: Buffer, length: number) => Buffer.concat([head, Buffer.alloc(length - head.length)])

describe('a material', () => {
  it.each([
    ['1', 2],
    ['2', 2],
    ['3', 2],
    ['4', 2],
    ['5', 5],
    ['6', 1],
    ['7', 4]
  ])('of type %s is a picture of up to %i MB', async (type, megabytes) => {
    const { desk } = await start()
    const code = async (bytes: Buffer) => codeOf(await desk.upload(type, bytes))
    expect(await code(sized(png, megabytes * megabyte))).toBe(0)
    expect(await code(sized(png, megabytes * megabyte + 1))).toBe(40031)
    expect([await code(jpeg), await code(pdf), await code(Buffer.from('GIF89a'))]).toEqual([0, 40032, 40032])
  })

  it('of type 8 is a PDF of up to 4 MB', async () => {
    const { desk } = await start()
    const code = async (bytes: Buffer) => codeOf(await desk.upload('8', bytes))
    expect([await code(sized(pdf, 4 * megabyte)), await code(sized(pdf, 4 * megabyte + 1)), await code(png)]).toEqual([
      0, 40031, 40032
    ])
  })

  it('is asked for with a type that exists and a file', async () => {
    const { platform, desk } = await start()
    expect(codeOf(await desk.upload('9', png))).toBe(40001)
    expect(codeOf(await platform.sendForm(v2, desk.token, { material_type: '1' }))).toBe(40001)
    expect(codeOf(await platform.send('POST', v2, { token: desk.token, body: {} }))).toBe(40001)
  })

  it('needs a token, and no permission set', async () => {
    const { platform, control, desk } = await start()
    control.changeMerchant(merchants.upToDate, { permissions: [1] })
    expect(codeOf(await desk.upload('1', png))).toBe(0)
    expect(codeOf(await platform.sendForm(v2, 'isvact.wrong', { material_type: '1', material_file: png }))).toBe(
      28001003
    )
  })

  it('is kept with its type and owner, in both generations', async () => {
    const { platform, control, desk } = await start()
    await desk.upload('2', jpeg)
    const query = await queryOfV1(platform, merchants.upToDate)
    const form = { material_type: '3', material_file: png }
    await platform.sendForm('/openapi/v1/microapp/upload_material', query, form)
    const appId = merchants.upToDate
    expect(control.state().materials).toMatchObject([
      { appId, type: 2, contentType: 'image/jpeg' },
      { appId, type: 3, contentType: 'image/png' }
    ])
  })
})

/** Sends an upload that can be given up half-way. */
function sendSlowly(platform: Platform, token: string, bytes: Buffer) {
  const boundary = 'x'
  const field = `--${boundary}\r\nContent-Disposition: form-data; name="material_type"\r\n\r\n5\r\n`
  const head = `${field}--${boundary}\r\nContent-Disposition: form-data; name="material_file"; filename="f"\r\n\r\n`
  const headers = { 'access-token': token, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const progress = { answered: false }
  const sent = request(`${platform.simulator.url}${v2}`, { method: 'POST', headers, agent: false }, (response) => {
    progress.answered = true
    response.resume()
  })
  sent.on('error', () => undefined)
  sent.end(Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]))
  return { progress, cancel: () => sent.destroy() }
}

describe('a slow reader', () => {
  it('keeps the sender waiting, and answers in the end', async () => {
    const { platform, control, desk } = await start()
    control.addFault({ kind: 'slow-receive', bytes: 65_536, everyMs: 20, match: { endpoint: 'upload_material' } })
    const { progress } = sendSlowly(platform, desk.token, sized(png, 5 * megabyte))
    await wait(100)
    expect(progress.answered).toBe(false)
    await vi.waitFor(() => expect(progress.answered).toBe(true), 5000)
    expect(control.state().materials).toHaveLength(1)
  })

  it('keeps nothing of an upload that was given up', async () => {
    const { platform, control, desk } = await start()
    control.addFault({ kind: 'slow-receive', bytes: 65_536, everyMs: 20 })
    const { cancel, progress } = sendSlowly(platform, desk.token, sized(png, 5 * megabyte))
    await wait(100)
    expect(progress.answered).toBe(false)
    cancel()
    const last = () => control.counters().log.at(-1)
    await vi.waitFor(() => expect(last()?.end).toBe('cut_off'), 5000)
    expect(last()).toMatchObject({ endpoint: 'upload_material', appId: merchants.upToDate, fault: 'slow-receive' })
    expect(control.state().materials).toEqual([])
  })
})

describe('a fault at an upload', () => {
  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
    ['portal-page', 0],
    ['truncated', 1]
  ] as const)('%s leaves %i materials', async (kind, count) => {
    const { control, desk } = await start()
    control.addFault({ kind, match: { endpoint: 'upload_material', appId: merchants.upToDate } })
    await desk.upload('1', png).catch(() => undefined)
    expect(control.state().materials).toHaveLength(count)
  })
})
