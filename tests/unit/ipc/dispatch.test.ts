import { describe, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import { calls, type CallName } from '@shared/contract'
import { DeskFailure, type AssignedError } from '@shared/errors'
import { createDispatch, type Handlers } from '../../../electron/ipc/dispatch'

/** Every handler records that it was reached and fails as told; dispatch must reach none of them with a bad input. */
function handlersThat(fail: (name: string, input: unknown) => unknown): Handlers {
  const entries = Object.keys(calls).map((name) => [name, (input: unknown) => fail(name, input)])
  return Object.fromEntries(entries) as Handlers
}

const merchant = { accountId: 'practice', appId: 'tt01' }

describe('the door for calls', () => {
  it('answers with the value of the handler', async () => {
    const dispatch = createDispatch(
      handlersThat((name, input) => ({ name, input })),
      vi.fn()
    )
    expect(await dispatch('merchants.get', merchant)).toEqual({
      ok: true,
      value: { name: 'merchants.get', input: merchant }
    })
  })

  it.each(['nothing.here', '', '__proto__', 'constructor', 'toString', 'merchants.get '])(
    'refuses the unknown name %j',
    async (name) => {
      const reached = vi.fn()
      const result = await createDispatch(handlersThat(reached), vi.fn())(name, {})
      expect(result).toMatchObject({ ok: false, error: { code: 'unknown_call', retryable: false, actor: 'operator' } })
      expect(reached).not.toHaveBeenCalled()
    }
  )

  it.each<[CallName, unknown]>([
    ['merchants.get', null],
    ['merchants.get', { accountId: 'practice' }],
    ['merchants.get', { ...merchant, extra: 1 }],
    ['merchants.get', { accountId: 1, appId: 'tt01' }],
    ['merchants.page', { accountId: 'practice', cursor: null, limit: 1e9 }],
    ['versions.upload', { ...merchant, templateId: 1622, version: '1', description: 'x', extJson: '{}' }],
    ['versions.submit', { ...merchant, expectedVersion: '1', resubmit: false, hosts: [], note: '' }],
    ['codes.trial', { ...merchant, stage: 'gray', path: '' }]
  ])('refuses the wrong shape for %s', async (name, input) => {
    const reached = vi.fn()
    const result = await createDispatch(handlersThat(reached), vi.fn())(name, input)
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', actor: 'operator' } })
    expect(reached).not.toHaveBeenCalled()
  })

  it('refuses an input over the size that the contract allows for that call, by its bytes in UTF-8', async () => {
    const reached = vi.fn()
    const dispatch = createDispatch(handlersThat(reached), vi.fn())
    const note = '审'.repeat(30_000)
    expect(await dispatch('versions.submit', { note })).toMatchObject({ error: { code: 'input_too_large' } })
    expect(reached).not.toHaveBeenCalled()
  })

  it('refuses what is not JSON', async () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    const dispatch = createDispatch(handlersThat(vi.fn()), vi.fn())
    expect(await dispatch('app.info', cyclic)).toMatchObject({ error: { code: 'invalid_input' } })
    expect(await dispatch('app.info', { big: 1n })).toMatchObject({ error: { code: 'invalid_input' } })
  })

  it('passes a failure on as it is, with code, next step and log_id and without a stack', async () => {
    const error: AssignedError = {
      code: 'platform_refused',
      message: '提交审核没有成功',
      reason: '已有版本在审核中',
      nextStep: '先撤回',
      retryable: false,
      actor: 'nobody',
      wayOut: 'merchant_versions',
      platformCode: '11303',
      logId: '20260101000000C2'
    }
    const dispatch = createDispatch(
      handlersThat(() => {
        throw new DeskFailure(error)
      }),
      vi.fn()
    )
    const result = await dispatch('app.info', {})
    expect(result).toEqual({ ok: false, error })
    expect(JSON.stringify(result)).not.toContain('stack')
  })

  it('turns a bug into an internal error without its message, and reports it once', async () => {
    const report = vi.fn()
    const dispatch = createDispatch(
      handlersThat(() => Promise.reject(new TypeError('secret detail'))),
      report
    )
    const result = await dispatch('app.info', {})
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'internal', retryable: true, actor: 'developer', wayOut: 'support' }
    })
    expect(JSON.stringify(result)).not.toContain('secret detail')
    expect(report).toHaveBeenCalledExactlyOnceWith('app.info', expect.any(TypeError))
  })

  it('tells a full disk from a bug', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const report = vi.fn()
    const dispatch = createDispatch(
      handlersThat(() => Promise.reject(full)),
      report
    )
    expect(await dispatch('app.info', {})).toMatchObject({
      ok: false,
      error: { code: 'storage', retryable: true, actor: 'operator', wayOut: 'data_folder' }
    })
    expect(report).toHaveBeenCalledOnce()
  })

  it('answers any name and any input with a value, never with an exception', async () => {
    const dispatch = createDispatch(
      handlersThat(() => null),
      vi.fn()
    )
    const names = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(calls)))
    await fc.assert(
      fc.asyncProperty(names, fc.anything(), async (name, input) => {
        expect(await dispatch(name, input)).toHaveProperty('ok')
      })
    )
  })
})
