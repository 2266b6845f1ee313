import { describe, expect, it } from 'vitest'
import { tokenQueries } from '../../../electron/store/tokens'
import { january } from '../support'
import { discover, newStore, planOf, sampleAccount } from './support'

const box = Buffer.from([1, 2, 3])
const times = (end: number) => ({ issuedAt: january, accessExpiresAt: end, refreshExpiresAt: end * 2 })
const ref = (appId: string) => ({ accountId: 'a', appId })

describe('merchants’ tokens in the database', () => {
  it('are kept before the merchant is known, and replaced by newer ones', () => {
    const store = newStore()
    store.tokens.save(ref('tt01'), Buffer.from([9]), times(1))
    store.tokens.save(ref('tt01'), box, times(2))
    expect(store.tokens.read(ref('tt01'))).toEqual(box)
    expect(store.tokens.boxes('a')).toEqual([{ appId: 'tt01', box }])
    expect(store.tokens.keeperOf(ref('tt01'))).toBeNull()
    store.tokens.forget(ref('tt01'))
    expect(store.tokens.read(ref('tt01'))).toBeNull()
  })

  it('are shown with their merchants, and merchants without tokens too', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02'])
    store.tokens.save(ref('tt01'), box, times(5))
    store.merchants.saveReading(ref('tt01'), { error: '连不上平台' })
    store.merchants.saveAuthorization(ref('tt01'), 'authorized')
    const bare = { name: 'tt02', iconKey: null, authorization: 'unknown', authorizedAt: january, trouble: null }
    const none = { issuedAt: null, accessExpiresAt: null, refreshExpiresAt: null }
    expect(store.tokens.keeper('a')).toEqual([
      {
        ...ref('tt01'),
        ...{ name: 'tt01', iconKey: null, authorization: 'authorized', authorizedAt: january, trouble: '连不上平台' },
        ...{ issuedAt: january, accessExpiresAt: 5, refreshExpiresAt: 10 }
      },
      { ...ref('tt02'), ...bare, ...none }
    ])
  })

  it('are found by what ends, soonest first, in their own account only', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    for (const [appId, end] of [
      ['late', 30],
      ['second', 20],
      ['first', 10]
    ] as const) {
      store.tokens.save(ref(appId), box, times(end))
    }
    store.tokens.save({ accountId: 'b', appId: 'other' }, box, times(1))
    expect(store.tokens.accessEnding('a', 30)).toEqual([ref('first'), ref('second')])
    expect(store.tokens.ending('a', 41)).toEqual([ref('first'), ref('second')])
  })

  it.each(Object.entries(tokenQueries))('%s looks only at the account’s own rows', (_name, sql) => {
    const plan = planOf(sql)
    expect(plan.length).toBeGreaterThan(0)
    expect(plan.filter((line) => line.startsWith('SCAN'))).toEqual([])
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([])
  })
})
