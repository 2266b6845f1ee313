import { describe, expect, it } from 'vitest'
import { emptyFilter, type ViewContent } from '@shared/domain/lists'
import { listViewQueries } from '../../../electron/store/list-views'
import { codeOf, execute, newStore, planOf, sampleAccount, temporaryFolder } from './support'

const content: ViewContent = {
  filter: { ...emptyFilter, query: '面馆', audit: ['rejected'], tag: ['餐饮'] },
  sort: { column: 'credit', direction: 'descending' },
  columns: [
    { name: 'name', widthPx: 240 },
    { name: 'note', widthPx: null }
  ]
}
const everything: ViewContent = { filter: emptyFilter, sort: null, columns: null }

function storeWith(...names: readonly string[]) {
  const folder = temporaryFolder()
  const store = newStore(folder)
  const save = (name: string, id: string | null = null, accountId = 'a') =>
    store.listViews.save({ accountId, id, name, content, changedAt: 1 })
  const saved = names.map((name) => save(name))
  return { folder, store, save, saved, order: () => store.listViews.list('a').map(({ name }) => name) }
}

describe('kept views', () => {
  it('come back as they were kept, each behind those before it', () => {
    const { store, order } = storeWith('餐饮', '待整改')
    expect(order()).toEqual(['餐饮', '待整改'])
    expect(store.listViews.list('a')[0]).toMatchObject({ name: '餐饮', content })
  })

  it('take another name and another content under their id', () => {
    const { store, saved } = storeWith('餐饮')
    const id = saved[0]?.id ?? ''
    store.listViews.save({ accountId: 'a', id, name: '全部', content: everything, changedAt: 2 })
    expect(store.listViews.list('a')).toEqual([{ id, name: '全部', content: everything }])
  })

  it('have different names in an account, and may have the same in another', () => {
    const { store, save, saved, order } = storeWith('餐饮', '待整改')
    expect(codeOf(() => save('餐饮'))).toBe('invalid_input')
    expect(codeOf(() => save('餐饮', saved[1]?.id))).toBe('invalid_input')
    store.accounts.save(sampleAccount('b', { kind: 'platform' }))
    save('餐饮', null, 'b')
    expect(order()).toEqual(['餐饮', '待整改'])
    expect(store.listViews.list('b')).toHaveLength(1)
  })

  it('are moved among the others, at the ends too, and stay where they are told', () => {
    const { store, saved, order } = storeWith('一', '二', '三')
    store.listViews.move('a', saved[2]?.id ?? '', 0)
    expect(order()).toEqual(['三', '一', '二'])
    store.listViews.move('a', saved[2]?.id ?? '', 1)
    expect(order()).toEqual(['一', '三', '二'])
    store.listViews.move('a', saved[0]?.id ?? '', 29)
    expect(order()).toEqual(['三', '二', '一'])
  })

  it('that are gone can not be changed, moved or removed', () => {
    const { store, save, saved } = storeWith('餐饮')
    const id = saved[0]?.id ?? ''
    store.listViews.remove('a', id)
    expect(codeOf(() => store.listViews.remove('a', id))).toBe('not_found')
    expect(codeOf(() => store.listViews.move('a', id, 0))).toBe('not_found')
    expect(codeOf(() => save('餐饮', id))).toBe('not_found')
    expect(store.listViews.list('a')).toEqual([])
  })

  it.each([
    ['not JSON at all', everything],
    ['null', everything],
    ['{"filter":{"query":7,"audit":["melted"],"needsCare":true},"sort":{"column":"weight"},"columns":"all"}', 'care'],
    ['{"columns":[{"name":"weight"},{"name":"note","widthPx":9999},{"name":"note"},{"name":"name"}]}', 'columns']
  ])('asks nothing where what was kept is of another version: %s', (text, expected) => {
    const { folder, store } = storeWith('餐饮')
    store.close()
    execute(folder, `UPDATE list_views SET content = '${text}'`)
    const [view] = newStore(folder).listViews.list('a')
    if (expected === 'care') {
      expect(view?.content).toEqual({ ...everything, filter: { ...emptyFilter, needsCare: true } })
    } else if (expected === 'columns') {
      const columns = [
        { name: 'name', widthPx: null },
        { name: 'note', widthPx: null }
      ]
      expect(view?.content).toEqual({ ...everything, columns })
    } else expect(view?.content).toEqual(expected)
  })

  it('go with what belongs to the account', () => {
    const { store } = storeWith('餐饮')
    store.listViews.setColumns('a', content.columns)
    store.accounts.empty('a')
    expect(store.listViews.list('a')).toEqual([])
    expect(store.listViews.columns('a')).toBeNull()
  })

  it('are found by an index', () => {
    for (const query of Object.values(listViewQueries)) {
      expect(planOf(query)).toEqual([expect.stringContaining('list_views_in_order')])
    }
  })
})

describe('the columns of an account', () => {
  it('are the usual ones until some are chosen, and again when these are given up', () => {
    const { store } = storeWith()
    expect(store.listViews.columns('a')).toBeNull()
    store.listViews.setColumns('a', content.columns)
    expect(store.listViews.columns('a')).toEqual(content.columns)
    store.listViews.setColumns('a', null)
    expect(store.listViews.columns('a')).toBeNull()
  })
})

it('a note is kept beside what was read, and empties when it is taken away', () => {
  const { store } = storeWith()
  const ref = { accountId: 'a', appId: 'tt01' }
  store.merchants.discover('a', [{ appId: 'tt01', authorizedAt: null }])
  store.merchants.setNote(ref, '联系人：王姐')
  store.merchants.saveReading(ref, { readAt: 5 })
  expect(store.merchants.row(ref)).toMatchObject({ note: '联系人：王姐', readAt: 5 })
  expect(store.merchants.profile(ref)?.note).toBe('联系人：王姐')
  store.merchants.setNote(ref, '')
  expect(store.merchants.row(ref)?.note).toBe('')
})
