import { describe, expect, it } from 'vitest'
import { FaultBook } from '../../../electron/simulator/control/faults'
import { draw } from '../../../electron/simulator/world/random'

function book(seed = 1): FaultBook {
  let turn = 0
  return new FaultBook(() => draw(seed, (turn += 1)))
}

const target = { endpoint: 'upload', appId: 'tt1' }

describe('a fault', () => {
  it('strikes as often as ordered and stays in the list', () => {
    const faults = book()
    faults.add({ kind: 'quota', times: 2 })
    const kinds = [1, 2, 3].map(() => faults.strike(target).fault?.kind)
    expect(kinds).toEqual(['quota', 'quota', undefined])
    expect(faults.list()).toMatchObject([{ kind: 'quota', struck: 2 }])
  })

  it('with a probability strikes that share of the calls, the same ones for the same seed', () => {
    const struck = (seed: number) => {
      const faults = book(seed)
      faults.add({ kind: 'reset-after', probability: 0.3 })
      return Array.from({ length: 1000 }, () => faults.strike(target).fault !== null)
    }
    expect(struck(1).filter(Boolean).length / 1000).toBeCloseTo(0.3, 1)
    expect(struck(1)).toEqual(struck(1))
    expect(struck(1)).not.toEqual(struck(2))
  })

  it('gives way to the first one that strikes, and delays add up on the way', () => {
    const faults = book()
    faults.add({ kind: 'latency', ms: 10 })
    faults.add({ kind: 'latency', ms: 5, jitterMs: 2 })
    faults.add({ kind: 'quota', times: 1 })
    faults.add({ kind: 'garbage' })
    const first = faults.strike(target)
    expect(first.fault?.kind).toBe('quota')
    expect(first.delayMs).toBeGreaterThanOrEqual(15)
    expect(first.delayMs).toBeLessThan(17)
    expect(faults.strike(target).fault?.kind).toBe('garbage')
  })

  it('that is for one merchant does not strike a call without one', () => {
    const faults = book()
    faults.add({ kind: 'quota', match: { appId: 'tt1' } })
    expect(faults.strike({ endpoint: 'component_token', appId: null }).fault).toBeNull()
    expect(faults.strike(target).fault?.kind).toBe('quota')
  })
})

it('a fault that is for merchants strikes any of them, and no call of the application', () => {
  const faults = book()
  faults.add({ kind: 'quota', match: { merchants: true } })
  expect(faults.strike({ endpoint: 'get_tpl_list', appId: null }).fault).toBeNull()
  for (const appId of ['tt1', 'tt2']) expect(faults.strike({ endpoint: 'upload', appId }).fault?.kind).toBe('quota')
})

it.each([
  { kind: 'nothing' },
  { kind: 'latency' },
  { kind: 'quota', times: 0 },
  { kind: 'http-status', status: 404 },
  7
])('the order %o is refused', (order) => {
  expect(() => book().add(order)).toThrow()
})
