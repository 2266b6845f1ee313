import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPush } from '../../../electron/douyin/push-messages'
import { RelayProgram } from './support/relay-program'
import { event, keys, seal } from './support/sealing'

const list = z.object({ messages: z.array(z.object({ id: z.string(), envelope: z.record(z.string(), z.string()) })) })

let relay: RelayProgram
beforeEach(async () => {
  relay = await RelayProgram.start()
})
afterEach(() => relay.dispose())

async function read(limit = 200): Promise<{ id: string; number: number }[]> {
  const { value } = await relay.call('GET', `/v1/messages?limit=${limit}`)
  return list.parse(value).messages.map(({ id, envelope }) => ({
    id,
    number: Number(openPush(envelope, keys, null)['number'])
  }))
}

/**
 * Pushes from several hands until the relay is killed, so many milliseconds after its first answer: a slow machine may take
 * longer for that than the kills are apart. Returns the numbers that were answered with `success`.
 */
async function pushUntilKilled(from: number, afterMs: number): Promise<number[]> {
  const answered: number[] = []
  let next = from
  let isOver = false
  let tellFirst = (): void => undefined
  const first = new Promise<void>((resolve) => (tellFirst = resolve))
  const hand = async (): Promise<void> => {
    while (!isOver) {
      const number = next++
      const { body } = await relay.push(seal({ ...event(number), filling: 'x'.repeat(2000) }))
      if (body !== 'success') continue
      answered.push(number)
      tellFirst()
    }
  }
  const hands = [hand(), hand(), hand()]
  await first
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await relay.kill()
  isOver = true
  await Promise.all(hands)
  return answered
}

describe('the relay under kill -9', () => {
  it('loses no message that it answered with success, and hands none over after its acknowledgement', async () => {
    const done = new Set<number>()
    let next = 1
    for (let round = 0; round < 8; round += 1) {
      const answered = await pushUntilKilled(next, 30 + ((round * 37) % 90))
      next += 10_000
      await relay.restart()
      const waiting = await readAll(done)
      expect(answered.length).toBeGreaterThan(0)
      expect(answered.filter((number) => !done.has(number) && !waiting.has(number))).toEqual([])
    }
  }, 60_000)

  /** Reads and acknowledges in steps; fails for a message that was acknowledged before. */
  async function readAll(done: Set<number>): Promise<Set<number>> {
    const all = new Set<number>()
    for (let page = await read(50); page.length > 0; page = await read(50)) {
      for (const { number } of page) {
        expect(done.has(number)).toBe(false)
        all.add(number)
      }
      const { status } = await relay.call('POST', '/v1/ack', { id: page.at(-1)?.id })
      expect(status).toBe(200)
      for (const { number } of page) done.add(number)
    }
    return all
  }

  it('keeps acknowledgements that it answered, whenever it is killed after', async () => {
    for (let number = 1; number <= 60; number += 1) await relay.push(seal(event(number)))
    for (let round = 0; round < 5; round += 1) {
      const [first] = await read()
      await relay.call('POST', '/v1/ack', { id: first?.id })
      await relay.kill()
      await relay.restart()
      expect((await read())[0]?.number).toBe((first?.number ?? 0) + 1)
    }
  })

  it('cuts off a line that was torn, and goes on behind it', async () => {
    await relay.push(seal(event(1)))
    await relay.kill()
    appendFileSync(lastFile(), '0123456789abcdef {"message":{"id":2,"at"')
    await relay.restart()
    await relay.push(seal(event(2)))
    await relay.kill()
    await relay.restart()
    expect((await read()).map(({ number }) => number)).toEqual([1, 2])
  })

  it('leaves out a line whose bytes changed, and keeps those around it', async () => {
    for (const number of [1, 2, 3]) await relay.push(seal(event(number)))
    await relay.kill()
    const lines = readFileSync(lastFile(), 'utf8').split('\n')
    const damaged = lines.map((line) => (line.includes('"id":2') ? line.replace('events', 'evants') : line))
    writeFileSync(lastFile(), damaged.join('\n'))
    await relay.restart()
    expect((await read()).map(({ number }) => number)).toEqual([1, 3])
    expect(relay.output).toContain('damaged lines were left out')
  })

  it('starts from a new file that was torn in its first line', async () => {
    await relay.push(seal(event(1)))
    await relay.kill()
    writeFileSync(join(folder(), '00000002.log'), '0123456789abcdef {"head":{"flo')
    await relay.restart()
    await relay.push(seal(event(2)))
    await relay.kill()
    await relay.restart()
    expect((await read()).map(({ number }) => number)).toEqual([1, 2])
  })
})

const folder = () => join(relay.folder, 'data', keys.appId)

function lastFile(): string {
  const names = readdirSync(folder()).filter((name) => name.endsWith('.log'))
  return join(folder(), names.sort().at(-1) ?? '')
}
