import { describe, expect, it } from 'vitest'
import type { QualityRating } from '@shared/domain/standing'
import { january } from '../support'
import { categories, domains, information, refusal, standing } from './setup-samples'
import { codeOf, discover, execute, newStore, sampleAccount, temporaryFolder } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const unread = { value: null, readAt: null, error: null }

describe('a part of a merchant', () => {
  it('comes back as it was saved, each part on its own', () => {
    const store = newStore()
    discover(store, ['tt01'])
    expect(store.information.read(ref)).toEqual(unread)
    store.information.save(ref, information, 1)
    store.categories.save(ref, categories, 2)
    store.domains.save(ref, domains, 3)
    store.standing.save(ref, standing, 4)
    expect(store.information.read(ref)).toEqual({ value: information, readAt: 1, error: null })
    expect(store.categories.read(ref)).toEqual({ value: categories, readAt: 2, error: null })
    expect(store.domains.read(ref)).toEqual({ value: domains, readAt: 3, error: null })
    expect(store.standing.read(ref)).toEqual({ value: standing, readAt: 4, error: null })
  })

  it('comes back with everything that the platform may leave out left out', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const bare = { ...categories, configured: [], limit: null, online: null, publishing: null, main: null }
    store.categories.save(ref, bare, 1)
    expect(store.categories.read(ref).value).toEqual(bare)
    const ratings: QualityRating[] = [{ state: 'not_published' }, { state: 'rating' }, { state: 'retired' }]
    for (const rating of ratings) {
      const judged = { credit: null, trial: null, rating, filing: { status: 2 }, troubles: [] }
      store.standing.save(ref, judged, 1)
      expect(store.standing.read(ref).value).toEqual(judged)
    }
  })

  it('keeps what was read before when a reading fails, and forgets the failure with the next that works', () => {
    const store = newStore()
    discover(store, ['tt01'])
    store.domains.fail(ref, refusal)
    expect(store.domains.read(ref)).toEqual({ ...unread, error: refusal })
    store.domains.save(ref, domains, 5)
    store.domains.fail(ref, refusal)
    expect(store.domains.read(ref)).toEqual({ value: domains, readAt: 5, error: refusal })
    store.domains.save(ref, domains, 6)
    expect(store.domains.read(ref)).toEqual({ value: domains, readAt: 6, error: null })
  })

  it.each([
    ['a value of another shape', `value = '{"server":{"request":[]},"webview":[]}'`],
    ['a value that is no JSON', `value = '{"server"'`],
    ['a failure of another shape', `value = '{}', error = '{"code":"outdated"}'`]
  ])('that %s stands for counts as never read', (_what, assignments) => {
    const folder = temporaryFolder()
    const before = newStore(folder)
    discover(before, ['tt01'])
    before.domains.save(ref, domains, january)
    before.close()
    execute(folder, `UPDATE facets SET ${assignments}`)
    const store = newStore(folder)
    expect(store.domains.read(ref)).toEqual(unread)
    expect(store.domains.stale('a', january, 9)).toEqual(['tt01'])
  })

  it('of a merchant that was forgotten is not kept', () => {
    const store = newStore()
    expect(codeOf(() => store.domains.save(ref, domains, 1))).toBe('not_found')
    expect(codeOf(() => store.domains.fail(ref, refusal))).toBe('not_found')
  })
})

describe('the merchants whose part is out of date', () => {
  it('come with those first that were never read, then those read longest ago', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt05'], 'b')
    discover(store, ['tt01', 'tt02', 'tt03', 'tt04', 'tt05', 'tt06'])
    for (const [appId, readAt] of [
      ['tt01', 30],
      ['tt02', 10],
      ['tt03', 20],
      ['tt04', 50]
    ] as const) {
      store.domains.save({ accountId: 'a', appId }, domains, readAt)
    }
    store.domains.fail({ accountId: 'a', appId: 'tt01' }, refusal)
    store.domains.fail({ accountId: 'a', appId: 'tt06' }, refusal)
    store.standing.save({ accountId: 'a', appId: 'tt05' }, standing, 60)
    expect(store.domains.stale('a', 50, 9)).toEqual(['tt05', 'tt06', 'tt02', 'tt03', 'tt01'])
    expect(store.domains.stale('a', 50, 3)).toEqual(['tt05', 'tt06', 'tt02'])
    expect(store.domains.stale('a', 50, 2)).toEqual(['tt05', 'tt06'])
    expect(store.domains.stale('b', 50, 9)).toEqual(['tt05'])
  })
})
