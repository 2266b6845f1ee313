import { describe, expect, test } from 'vitest'
import type { Rollout } from '@shared/domain/rollout'
import { nextMove } from '../../../electron/cli/next-move'

const leavesAll = { opensGates: false, releasesTrain: false }
const decidesAll = { opensGates: true, releasesTrain: true }
const gate = (opensAt: number | null) => ({ by: 'gate', wave: 0, opensAt }) as const
const train = { by: 'train', approved: 3 } as const

type Standing = Pick<Rollout, 'state' | 'hold'>

describe('what the command does next', () => {
  test.each<[Standing, string]>([
    [{ state: 'planned', hold: null }, 'wait'],
    [{ state: 'running', hold: null }, 'wait'],
    [{ state: 'deciding', hold: gate(5_000) }, 'wait'],
    [{ state: 'deciding', hold: gate(null) }, 'decision'],
    [{ state: 'deciding', hold: train }, 'decision'],
    [{ state: 'paused', hold: { by: 'operator' } }, 'paused'],
    [{ state: 'paused', hold: { by: 'stop_rule', text: '失败太多' } }, 'paused'],
    [{ state: 'stopped', hold: null }, 'stopped'],
    [{ state: 'finished', hold: null }, 'finished']
  ])('without flags, %j is: %s', (rollout, expected) => {
    const move = nextMove(rollout, leavesAll)
    expect(move.kind === 'end' ? move.ended : move.kind).toBe(expected)
  })

  test('opens a gate that waits for the operator, and not one that opens by itself, where the flag says so', () => {
    expect(nextMove({ state: 'deciding', hold: gate(null) }, decidesAll)).toEqual({
      kind: 'call',
      call: 'rollouts.openWave'
    })
    expect(nextMove({ state: 'deciding', hold: gate(5_000) }, decidesAll)).toEqual({ kind: 'wait' })
    expect(nextMove({ state: 'deciding', hold: gate(null) }, { opensGates: false, releasesTrain: true })).toMatchObject(
      {
        kind: 'end'
      }
    )
  })

  test('releases the train where the flag says so', () => {
    expect(nextMove({ state: 'deciding', hold: train }, decidesAll)).toEqual({
      kind: 'call',
      call: 'rollouts.releaseTogether'
    })
    expect(nextMove({ state: 'deciding', hold: train }, { opensGates: true, releasesTrain: false })).toMatchObject({
      kind: 'end'
    })
  })

  test('never overrides a pause', () => {
    expect(nextMove({ state: 'paused', hold: { by: 'operator' } }, decidesAll)).toMatchObject({ ended: 'paused' })
  })
})
