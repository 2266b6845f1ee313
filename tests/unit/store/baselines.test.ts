import { describe, expect, it } from 'vitest'
import { DeskFailure, type DeskError } from '@shared/errors'
import type { Store } from '../../../electron/store/repositories'
import { january } from '../support'
import { domainSet } from './setup-samples'
import { codeOf, discover, newStore, sampleAccount } from './support'

const ref = { accountId: 'a', appId: 'tt01' }

const add = (store: Store, name: string, accountId = 'a'): string =>
  store.baselines.save({ accountId, id: null, name, domains: domainSet, changedAt: january })

function errorOf(work: () => unknown): DeskError | null {
  try {
    work()
  } catch (error) {
    if (error instanceof DeskFailure) return error.error
    throw error
  }
  return null
}

describe('domain baselines', () => {
  it('come in the order of their names, with how many merchants have each', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    const [second, first] = [add(store, 'B'), add(store, 'A')]
    store.baselines.assign('a', second, ['tt01', 'tt02'])
    const baseline = { accountId: 'a', domains: domainSet, changedAt: january }
    expect(store.baselines.list('a')).toEqual([
      { ...baseline, id: first, name: 'A', merchants: 0 },
      { ...baseline, id: second, name: 'B', merchants: 2 }
    ])
    expect(store.baselines.get('a', first)).toEqual({ ...baseline, id: first, name: 'A', merchants: 0 })
    expect(store.baselines.get('b', first)).toBeNull()
  })

  it('are changed in place, and keep their merchants', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const id = add(store, 'A')
    store.baselines.assign('a', id, ['tt01'])
    const domains = { ...domainSet, webview: [] }
    expect(store.baselines.save({ accountId: 'a', id, name: '新名', domains, changedAt: 9 })).toBe(id)
    expect(store.baselines.of(ref)).toEqual({ id, accountId: 'a', name: '新名', domains, merchants: 1, changedAt: 9 })
  })

  it('refuse a name that another of the account has, at its field', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    add(store, 'A')
    add(store, 'A', 'b')
    const id = add(store, 'B')
    const expected = { code: 'invalid_input', fields: { name: '已有同名的基线' } }
    expect(errorOf(() => add(store, 'A'))).toMatchObject(expected)
    const renamed = { accountId: 'a', id, name: 'A', domains: domainSet, changedAt: 9 }
    expect(errorOf(() => store.baselines.save(renamed))).toMatchObject(expected)
    expect(store.baselines.get('a', id)?.name).toBe('B')
  })

  it('belong to one merchant at most one at a time, until it is taken away', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    const [one, other] = [add(store, 'A'), add(store, 'B')]
    store.baselines.assign('a', one, ['tt02', 'tt01'])
    expect(store.baselines.members('a', one)).toEqual(['tt01', 'tt02'])
    store.baselines.assign('a', other, ['tt01'])
    expect(store.baselines.members('a', one)).toEqual(['tt02'])
    expect(store.baselines.of(ref)?.id).toBe(other)
    store.baselines.assign('a', null, ['tt01', 'tt02', 'unheard of'])
    expect(store.baselines.of(ref)).toBeNull()
    expect(store.baselines.list('a').map(({ merchants }) => merchants)).toEqual([0, 0])
  })

  it('are assigned to all of the merchants or to none', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const id = add(store, 'A')
    expect(codeOf(() => store.baselines.assign('a', id, ['tt01', 'forgotten']))).toBe('not_found')
    expect(store.baselines.members('a', id)).toEqual([])
  })

  it('leave their merchants without one when they are deleted', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const id = add(store, 'A')
    store.baselines.assign('a', id, ['tt01'])
    store.baselines.delete('a', id)
    expect(store.baselines.of(ref)).toBeNull()
    expect(store.baselines.list('a')).toEqual([])
    expect(store.merchants.count('a')).toBe(1)
  })

  it('that are unknown, or another account’s, are not found', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01'])
    const id = add(store, 'A', 'b')
    const baseline = { accountId: 'a', id, name: 'B', domains: domainSet, changedAt: 9 }
    expect(codeOf(() => store.baselines.save(baseline))).toBe('not_found')
    expect(codeOf(() => store.baselines.delete('a', id))).toBe('not_found')
    expect(codeOf(() => store.baselines.assign('a', id, ['tt01']))).toBe('not_found')
    expect(store.baselines.members('a', id)).toEqual([])
    expect(store.baselines.get('b', id)?.name).toBe('A')
  })
})

describe('the application’s own domains', () => {
  it('are empty until the operator has copied them, and are replaced then', () => {
    const store = newStore()
    expect(store.applicationDomains.read('a')).toEqual({ server: [], webview: [], changedAt: null })
    const domains = { server: ['https://a.example.com'], webview: [], changedAt: 1 }
    store.applicationDomains.save('a', domains)
    store.applicationDomains.save('a', { ...domains, webview: ['https://m.example.com'], changedAt: 2 })
    expect(store.applicationDomains.read('a')).toEqual({ ...domains, webview: ['https://m.example.com'], changedAt: 2 })
  })
})
