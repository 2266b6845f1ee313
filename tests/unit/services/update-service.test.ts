import { describe, expect, test } from 'vitest'
import type { Rollout } from '@shared/domain/rollout'
import type { UpdateState } from '@shared/domain/update'
import { DeskFailure } from '@shared/errors'
import { UpdateService, type UpdateServiceParts } from '../../../electron/services/update-service'

const bench = (state: UpdateState, running = 0) => {
  const did: string[] = []
  const sent: unknown[] = []
  let tell: (state: UpdateState) => void = () => undefined
  const updates = {
    state: () => state,
    check: () => Promise.resolve(state),
    install: () => void did.push('install'),
    onChange: (listener: typeof tell) => {
      tell = listener
      return () => undefined
    }
  }
  const rollouts = { inState: () => Array.from({ length: running }, () => ({}) as Rollout) }
  const store = { rollouts } as unknown as UpdateServiceParts['store']
  const events = { send: (...event: unknown[]) => void sent.push(event) } as UpdateServiceParts['events']
  return { service: new UpdateService({ updates, store, events }), did, sent, tell: (next: UpdateState) => tell(next) }
}
const failureOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error
    throw error
  }
  return null
}

describe('new versions of the program', () => {
  test('come with the checkout where the host has none, asked or not', async () => {
    const { events, store } = { events: { send: () => undefined }, store: {} as UpdateServiceParts['store'] }
    const service = new UpdateService({ updates: null, store, events })
    expect(service.state()).toEqual({ kind: 'off', why: 'checkout' })
    expect(await service.check()).toEqual({ kind: 'off', why: 'checkout' })
    expect(failureOf(() => service.install())?.reason).toBe('没有可以安装的新版本')
  })

  test('are told to the page at every step', () => {
    const { sent, tell } = bench({ kind: 'idle', at: null })
    tell({ kind: 'ready', version: '1.3.0' })
    expect(sent).toEqual([['app.updates.changed', { state: { kind: 'ready', version: '1.3.0' } }]])
  })

  test('are installed when they are ready', () => {
    const { service, did } = bench({ kind: 'ready', version: '1.3.0' })
    service.install()
    expect(did).toEqual(['install'])
  })

  test('are not installed while a rollout runs, and it is said how many', () => {
    const { service, did } = bench({ kind: 'ready', version: '1.3.0' }, 2)
    const error = failureOf(() => service.install())
    const toRollouts = { actor: 'operator', wayOut: 'rollouts' }
    expect(error).toMatchObject({ code: 'not_possible_now', reason: '2 个批量发布还在进行，现在不安装', ...toRollouts })
    expect(did).toEqual([])
  })
})
