import { describe, expect, it } from 'vitest'
import type { Store } from '../../../electron/store/repositories'
import { codeRequest, madeCode } from './code-samples'
import { codeOf, discover, newStore, sampleAccount } from './support'

/** A store with two merchants. */
function storeOfTwo(): Store {
  const store = newStore()
  discover(store, ['tt01', 'tt02'])
  return store
}

const add = (store: Store, label = '桌号 1', appId = 'tt01'): string => {
  const [saved] = store.savedCodes.save('a', [{ id: null, appId, label, request: codeRequest }], 1)
  return saved?.id ?? ''
}

describe('codes that are kept', () => {
  it('come back as they were saved, without a picture', () => {
    const store = storeOfTwo()
    const [saved] = store.savedCodes.save('a', [{ id: null, appId: 'tt01', label: '门店', request: codeRequest }], 5)
    const expected = { accountId: 'a', appId: 'tt01', label: '门店', request: codeRequest, code: null, changedAt: 5 }
    expect(saved).toEqual({ ...expected, id: saved?.id })
    expect(store.savedCodes.get('a', saved?.id ?? '')).toEqual(saved)
    expect(store.savedCodes.get('b', saved?.id ?? '')).toBeNull()
  })

  it('come by merchant and label, of all merchants or of those that are asked for', () => {
    const store = storeOfTwo()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01'], 'b')
    add(store, 'B', 'tt02')
    add(store, 'B')
    add(store, 'A')
    store.savedCodes.save('b', [{ id: null, appId: 'tt01', label: 'C', request: codeRequest }], 1)
    const labels = (appIds: readonly string[] | null): string[] =>
      store.savedCodes.list('a', appIds).map(({ appId, label }) => appId + label)
    expect(labels(null)).toEqual(['tt01A', 'tt01B', 'tt02B'])
    expect(labels(['tt02', 'tt01'])).toEqual(['tt01A', 'tt01B', 'tt02B'])
    expect(labels(['tt02', 'unheard of'])).toEqual(['tt02B'])
    expect(labels([])).toEqual([])
  })

  it('keep their picture when only the label changes, whatever the order of the request’s fields', () => {
    const store = storeOfTwo()
    const id = add(store)
    expect(store.savedCodes.savePicture(id, madeCode)).toMatchObject({ id, code: madeCode })
    const { host, path, ...others } = codeRequest
    const turned = { ...others, path, host }
    const [saved] = store.savedCodes.save('a', [{ id, appId: 'tt01', label: '桌号 2', request: turned }], 9)
    expect(saved).toMatchObject({ id, label: '桌号 2', code: madeCode, changedAt: 9 })
  })

  it.each([
    ['width', { ...codeRequest, width: 431 }],
    ['colour', { ...codeRequest, lineColour: { r: 1, g: 0, b: 0 } }]
  ])('lose their picture with another %s', (_what, request) => {
    const store = storeOfTwo()
    const id = add(store)
    store.savedCodes.savePicture(id, madeCode)
    expect(store.savedCodes.save('a', [{ id, appId: 'tt01', label: '桌号 1', request }], 9)).toMatchObject([
      { id, request, code: null }
    ])
  })

  it('stay with their merchant', () => {
    const store = storeOfTwo()
    const moved = { id: add(store), appId: 'tt02', label: 'A', request: codeRequest }
    expect(codeOf(() => store.savedCodes.save('a', [moved], 9))).toBe('not_found')
    expect(store.savedCodes.list('a', ['tt02'])).toEqual([])
  })

  it('refuse a picture of what they were before', () => {
    const store = storeOfTwo()
    const id = add(store)
    store.savedCodes.save('a', [{ id, appId: 'tt01', label: 'A', request: { ...codeRequest, path: '' } }], 9)
    expect(codeOf(() => store.savedCodes.savePicture(id, madeCode))).toBe('changed_meanwhile')
    expect(store.savedCodes.get('a', id)?.code).toBeNull()
  })

  it('keep a picture that our decoder could not read', () => {
    const store = storeOfTwo()
    const id = add(store)
    expect(store.savedCodes.savePicture(id, { ...madeCode, text: null }).code?.text).toBeNull()
  })

  it('are saved all or none', () => {
    const store = storeOfTwo()
    const id = add(store)
    const [good, unknownMerchant, unknownCode] = [
      { id, appId: 'tt01', label: '新名', request: codeRequest },
      { id: null, appId: 'forgotten', label: 'B', request: codeRequest },
      { id: 'forgotten', appId: 'tt01', label: 'B', request: codeRequest }
    ]
    expect(codeOf(() => store.savedCodes.save('a', [good, unknownMerchant], 9))).toBe('not_found')
    expect(codeOf(() => store.savedCodes.save('a', [good, unknownCode], 9))).toBe('not_found')
    expect(store.savedCodes.list('a', null)).toMatchObject([{ id, label: '桌号 1', changedAt: 1 }])
  })

  it('are forgotten by their ids, of this account alone, and with their merchant', () => {
    const store = storeOfTwo()
    const [first, second] = [add(store), add(store)]
    expect(store.savedCodes.forget('b', [first])).toBe(0)
    expect(store.savedCodes.forget('a', [first, 'unheard of'])).toBe(1)
    expect(codeOf(() => store.savedCodes.savePicture(first, madeCode))).toBe('not_found')
    expect(store.savedCodes.list('a', null).map(({ id }) => id)).toEqual([second])
    store.accounts.empty('a')
    expect(store.savedCodes.get('a', second)).toBeNull()
  })
})
