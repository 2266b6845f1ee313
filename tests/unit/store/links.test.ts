import { describe, expect, it } from 'vitest'
import type { AuthorizationLink } from '@shared/domain/authorization'
import { linkQueries } from '../../../electron/store/links'
import { discover, newStore, planOf, sampleAccount } from './support'

const link = (id: string, createdAt: number, change: Partial<AuthorizationLink> = {}) => ({
  ...({
    id,
    accountId: 'a',
    kind: 'create',
    url: `https://open.example.com/${id}`,
    appName: '新店',
    note: '王姐'
  } as const),
  ...{ createdAt, expiresAt: createdAt + 100 },
  ...change
})

describe('authorisation links in the database', () => {
  it('come newest first, those of the same moment in the order in which they were made', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    for (const [id, createdAt] of [
      ['one', 5],
      ['two', 5],
      ['three', 9]
    ] as const) {
      expect(store.links.add(link(id, createdAt))).toEqual({ ...link(id, createdAt), usedBy: null })
    }
    store.links.add(link('elsewhere', 7, { accountId: 'b' }))
    expect(store.links.list('a', 9).map(({ id }) => id)).toEqual(['three', 'two', 'one'])
    expect(store.links.list('a', 1).map(({ id }) => id)).toEqual(['three'])
  })

  it('are counted where they create and were made after a time', () => {
    const store = newStore()
    store.links.add(link('old', 5))
    store.links.add(link('new', 6))
    store.links.add(link('existing', 7, { kind: 'authorize', appName: null }))
    expect(store.links.createdSince('a', 5)).toBe(1)
    expect(store.links.createdSince('a', 4)).toBe(2)
  })

  it('tell who used them, by the name that the merchant has now', () => {
    const store = newStore()
    store.links.add(link('one', 5))
    expect(store.links.use('one', 'tt01', 8).usedBy).toEqual({ appId: 'tt01', name: 'tt01', at: 8 })
    discover(store, ['tt01'])
    const facts = { introduction: '', appState: null, subjectName: null, subjectType: null }
    store.merchants.saveProfile({ accountId: 'a', appId: 'tt01' }, { ...facts, name: '新店' })
    expect(store.links.list('a', 9).map(({ usedBy }) => usedBy)).toEqual([{ appId: 'tt01', name: '新店', at: 8 }])
  })

  it.each(Object.entries(linkQueries))('%s uses an index and sorts nothing', (_name, sql) => {
    const plan = planOf(sql)
    expect(plan.join()).toContain('authorization_links_newest')
    expect(plan.filter((line) => line.startsWith('SCAN') || line.includes('TEMP B-TREE'))).toEqual([])
  })
})
