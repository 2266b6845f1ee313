import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { merchants } from './platform'
import { type Bench, startBench } from './push-bench'

describe('a push fault', () => {
  const event = { match: { event: 'UNAUTHORIZED' }, times: 1 }
  const end = ({ platform }: Bench, appId = merchants.upToDate) =>
    platform.control.changeMerchant(appId, { authorized: false })

  it.each([true, false])('duplicate, replay %o: comes twice', async (replay) => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'duplicate', replay })
    end(bench)
    await bench.receiver.count(3)
    const [, first, second] = bench.receiver.received
    expect(first?.sealed.MsgSignature === second?.sealed.MsgSignature).toBe(replay)
    expect(bench.receiver.messages()[1]).toEqual(bench.receiver.messages()[2])
  })

  it('duplicate with replay: a fault of the first attempt is in the repeated bytes and strikes no second time', async () => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'duplicate', replay: true })
    bench.platform.control.addPushFault({ match: event.match, kind: 'stale-time' })
    end(bench)
    await bench.receiver.count(3)
    await expect.poll(() => bench.platform.control.pushes()[1]?.attempts).toHaveLength(2)
    expect(bench.platform.control.pushes()[1]?.attempts.map(({ fault }) => fault)).toEqual(['stale-time', null])
    const [, first, second] = bench.receiver.received
    expect(second?.sealed).toEqual(first?.sealed)
  })

  it('delayed: comes late, and others do not wait for it', async () => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'delayed', ms: 150 })
    end(bench)
    await bench.platform.retrieve(merchants.gray)
    await bench.receiver.count(3)
    expect(bench.receiver.events()).toEqual(['PUSH', 'UPDATE_AUTHORIZED', 'UNAUTHORIZED'])
  })

  it('out-of-order: comes after the next one, or after the wait', async () => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'out-of-order' })
    end(bench)
    await wait(50)
    expect(bench.receiver.received).toHaveLength(1)
    await bench.platform.retrieve(merchants.gray)
    await bench.receiver.count(3)
    expect(bench.receiver.events()).toEqual(['PUSH', 'UPDATE_AUTHORIZED', 'UNAUTHORIZED'])
    bench.platform.control.addPushFault({ ...event, kind: 'out-of-order', waitMs: 50 })
    end(bench, merchants.gray)
    await bench.receiver.count(4)
  })

  it.each(['wrong-signature', 'wrong-key'] as const)('%s: can not be opened, and its repetition can', async (kind) => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind })
    bench.receiver.answers.push({ status: 403, body: '' })
    end(bench)
    await bench.receiver.count(3)
    expect(bench.receiver.events()).toEqual(['PUSH', 'UNAUTHORIZED'])
    expect(bench.platform.control.pushes()[1]?.attempts.map(({ fault }) => fault)).toEqual([kind, null])
  })

  it('oversized: is as long as ordered', async () => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'oversized', bytes: 300_000 })
    end(bench)
    await bench.receiver.count(2)
    expect(bench.receiver.received[1]?.bytes).toBeGreaterThan(400_000) // base64
    expect(bench.receiver.messages()[1]).toMatchObject({ Event: 'UNAUTHORIZED' })
  })

  it('stale-time: is stamped with a time that is gone', async () => {
    const bench = await startBench()
    bench.platform.control.addPushFault({ ...event, kind: 'stale-time', ageMs: 600_000 })
    end(bench)
    await bench.receiver.count(2)
    const [first, second] = bench.receiver.received.map(({ sealed }) => Number(sealed.TimeStamp))
    expect((first ?? 0) - (second ?? 0)).toBe(600)
    expect(bench.receiver.events()).toEqual(['PUSH', 'UNAUTHORIZED'])
  })

  it('takes push faults over HTTP, lists how often they struck, and takes them back', async () => {
    const { platform, receiver, ask } = await startBench()
    expect(await ask('POST', '/push-faults', { kind: 'duplicate' })).toMatchObject({
      id: '1',
      replay: false,
      struck: 0
    })
    platform.control.changeMerchant(merchants.upToDate, { authorized: false })
    await receiver.count(3)
    expect(await ask('GET', '/push-faults')).toMatchObject([{ kind: 'duplicate', struck: 1 }])
    await ask('DELETE', '/push-faults?id=1')
    expect(await ask('GET', '/push-faults')).toEqual([])
  })
})
