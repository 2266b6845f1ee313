import { request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FaultOrder } from '../../../electron/simulator/control/faults'
import { type Simulator, startSimulator } from '../../../electron/simulator'
import { merchants, Platform, resourcesDir } from './platform'

const upload = '/api/apps/v1/package_version/upload/'
let platform: Platform
let simulator: Simulator
let token: string

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, seed: 7, merchants: 24, timeFactor: 1, waitFactor: 1, resourcesDir })
  platform = new Platform(simulator)
  token = await platform.merchantToken(merchants.upToDate)
  simulator.control.resetCounters()
})
afterEach(() => simulator.close())

type Seen = {
  status: number | null
  contentType: string
  text: string
  bytes: number
  error: string | null
  ms: number
}

/** Sends an upload with a plain HTTP client and tells what was seen within `patienceMs`. */
function sendUpload(patienceMs = 3000): Promise<Seen> {
  const ext_json = JSON.stringify({ extEnable: true, extAppid: merchants.upToDate })
  const body = `{"template_id":9133504853504535288,"user_version":"8.0.0","user_desc":"x","ext_json":${JSON.stringify(ext_json)}}`
  const seen: Seen = { status: null, contentType: '', text: '', bytes: 0, error: null, ms: 0 }
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const done = (error: string | null) => {
      clearTimeout(patience)
      resolve({ ...seen, error, ms: performance.now() - startedAt })
      sent.destroy()
    }
    const headers = { 'access-token': token, 'content-type': 'application/json', connection: 'close' }
    const sent = request(`${simulator.url}${upload}`, { method: 'POST', headers, agent: false }, (response) => {
      seen.status = response.statusCode ?? null
      seen.contentType = response.headers['content-type'] ?? ''
      response.on('data', (chunk: Buffer) => {
        seen.bytes += chunk.length
        if (seen.text.length < 100_000) seen.text += chunk.toString('latin1')
      })
      response.on('end', () => done(null))
      response.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    const patience = setTimeout(() => done('PATIENCE'), patienceMs)
    sent.end(body)
  })
}

function uploaded(): boolean {
  const [merchant] = simulator.control.state(merchants.upToDate).merchants
  return merchant?.tests.some((test) => test.version === '8.0.0') ?? false
}

function counted() {
  return simulator.control.counters().merchants[merchants.upToDate]?.['upload']
}

async function struckBy(order: FaultOrder, patienceMs?: number): Promise<Seen> {
  simulator.control.addFault({ ...order, match: { endpoint: 'upload' } })
  return sendUpload(patienceMs)
}

describe('faults of the connection', () => {
  it('reset-before: the connection is reset and nothing was done', async () => {
    expect(await struckBy({ kind: 'reset-before' })).toMatchObject({ status: null, error: 'ECONNRESET' })
    expect(uploaded()).toBe(false)
    expect(counted()).toEqual({ received: 1, carriedOut: 0, refused: 0 })
  })

  it('reset-after: the connection is reset although the work was done', async () => {
    expect(await struckBy({ kind: 'reset-after' })).toMatchObject({ status: null, error: 'ECONNRESET' })
    expect(uploaded()).toBe(true)
    expect(counted()).toEqual({ received: 1, carriedOut: 1, refused: 0 })
  })

  it('no-answer: nothing comes, before the work or after it', async () => {
    expect(await struckBy({ kind: 'no-answer', times: 1 }, 300)).toMatchObject({ status: null, error: 'PATIENCE' })
    expect(uploaded()).toBe(false)
    expect(await struckBy({ kind: 'no-answer', phase: 'after' }, 300)).toMatchObject({
      status: null,
      error: 'PATIENCE'
    })
    expect(uploaded()).toBe(true)
  })

  it('stall-after-headers: the headers come and the body never does', async () => {
    const seen = await struckBy({ kind: 'stall-after-headers' }, 300)
    expect(seen).toMatchObject({ status: 200, bytes: 0, error: 'PATIENCE' })
    expect(uploaded()).toBe(true)
  })

  it('truncated: half of the body comes', async () => {
    const seen = await struckBy({ kind: 'truncated' })
    expect(seen.error).toBe('ECONNRESET')
    expect(seen.text).toMatch(/^\{"err_no":0/)
    expect(() => JSON.parse(seen.text) as unknown).toThrow()
  })

  it('latency: the answer is late by the sum of all delays', async () => {
    simulator.control.addFault({ kind: 'latency', ms: 150 })
    simulator.control.addFault({ kind: 'latency', ms: 100, jitterMs: 50 })
    const seen = await sendUpload()
    expect(seen.status).toBe(200)
    expect(seen.ms).toBeGreaterThanOrEqual(248)
  })

  it('slow-drip: the answer comes a few bytes at a time', async () => {
    const seen = await struckBy({ kind: 'slow-drip', bytes: 10, everyMs: 20 })
    expect(JSON.parse(seen.text)).toMatchObject({ err_no: 0 })
    expect(seen.ms).toBeGreaterThan(100)
  })
})

describe('faults of the answer', () => {
  it.each([
    [500, 'text/plain', ''],
    [502, 'text/html', '502 Bad Gateway'],
    [503, 'text/plain', '']
  ] as const)('http-status %i comes without the work', async (status, contentType, text) => {
    const seen = await struckBy({ kind: 'http-status', status })
    expect(seen).toMatchObject({ status, contentType })
    expect(seen.text).toContain(text)
    expect(uploaded()).toBe(false)
  })

  it('http-status comes after the work when told so', async () => {
    expect(await struckBy({ kind: 'http-status', status: 502, phase: 'after' })).toMatchObject({ status: 502 })
    expect(uploaded()).toBe(true)
  })

  it.each(['garbage', 'invalid-json'] as const)('%s: the body is no JSON although the work was done', async (kind) => {
    const seen = await struckBy({ kind })
    expect(seen).toMatchObject({ status: 200, contentType: 'application/json; charset=utf-8' })
    expect(() => JSON.parse(seen.text) as unknown).toThrow()
    expect(uploaded()).toBe(true)
  })

  it('portal-page: a page of some network comes with status 200, and the platform heard nothing', async () => {
    expect(await struckBy({ kind: 'portal-page' })).toMatchObject({ status: 200, contentType: /html/ })
    expect(uploaded()).toBe(false)
  })

  it('wrong-shape: the JSON is valid and means nothing', async () => {
    const value: unknown = JSON.parse((await struckBy({ kind: 'wrong-shape' })).text)
    expect(value).toMatchObject({ err_no: '0', log_id: 7 })
  })

  it('huge-body: the body is as long as ordered', async () => {
    expect((await struckBy({ kind: 'huge-body', bytes: 5_000_000 })).bytes).toBeGreaterThan(5_000_000)
  })
})

describe('faults with a code', () => {
  const codeOf = async (order: FaultOrder) => {
    const value = JSON.parse((await struckBy(order)).text) as { err_no: unknown }
    return value.err_no
  }

  it.each([
    [{ kind: 'too-frequent' }, 28003018],
    [{ kind: 'quota' }, 28003017],
    [{ kind: 'system-error' }, 28001005],
    [{ kind: 'wrong-token' }, 28001003],
    [{ kind: 'ip-refused' }, 28005079],
    [{ kind: 'ip-refused', code: 40006 }, 40006]
  ] satisfies [FaultOrder, number][])('%o answers %i and nothing was done', async (order, code) => {
    expect(await codeOf(order)).toBe(code)
    expect(uploaded()).toBe(false)
    expect(counted()).toEqual({ received: 1, carriedOut: 0, refused: 1 })
  })

  it('too-frequent can be the code of the endpoint itself', async () => {
    simulator.control.addFault({ kind: 'too-frequent', own: true, match: { endpoint: 'audit' } })
    const sent = { token, body: { host_names: ['douyin'] } }
    const { body } = await platform.send('POST', '/api/apps/v2/package_version/audit/', sent)
    expect(body).toMatchObject({ err_no: 11301 })
  })

  it('system-error can come after the work', async () => {
    expect(await codeOf({ kind: 'system-error', phase: 'after' })).toBe(28001005)
    expect(uploaded()).toBe(true)
    expect(counted()).toEqual({ received: 1, carriedOut: 1, refused: 0 })
  })

  it('expired-token strikes once', async () => {
    expect(await codeOf({ kind: 'expired-token' })).toBe(28001008)
    expect(JSON.parse((await sendUpload()).text)).toMatchObject({ err_no: 0 })
  })
})

describe('which calls are struck', () => {
  it('only those of the endpoint and the merchant that are named', async () => {
    simulator.control.addFault({ kind: 'quota', match: { endpoint: 'versions' } })
    simulator.control.addFault({ kind: 'quota', match: { appId: merchants.gray } })
    expect(JSON.parse((await sendUpload()).text)).toMatchObject({ err_no: 0 })
    expect(simulator.control.faults().map((fault) => fault.struck)).toEqual([0, 0])
  })

  it('none once a fault is taken back', async () => {
    const { id } = simulator.control.addFault({ kind: 'quota' })
    simulator.control.removeFaults(id)
    expect(JSON.parse((await sendUpload()).text)).toMatchObject({ err_no: 0 })
  })
})

it('a closed simulator lets no call hang', async () => {
  simulator.control.addFault({ kind: 'no-answer' })
  const hanging = sendUpload(5000)
  await wait(100)
  await simulator.close()
  expect((await hanging).error).toBe('ECONNRESET')
})

it('survives a caller that sends no HTTP', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1', () =>
      socket.end('\0\0\0 nonsense\r\n\r\n')
    )
    socket.on('close', () => resolve()).resume()
  })
  expect(JSON.parse((await sendUpload()).text)).toMatchObject({ err_no: 0 })
})
