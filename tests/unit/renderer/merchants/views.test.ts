import type { CallInput } from '@shared/contract'
import { emptyFilter, type ListViews, type SavedView, type ViewContent } from '@shared/domain/lists'
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { useListView } from '@/pages/merchants/use-list-view'
import { useViews } from '@/pages/merchants/views/use-views'
import { allTab, builtInTabs, isSameView } from '@/pages/merchants/views/view-content'
import { useSessionStore } from '@/stores/session'
import { practiceInfo } from '../common/app-info'
import { row } from '../list/rows'
import { installDesk, ok, refused } from '../merchant/fake-desk'

beforeEach(() => setActivePinia(createPinia()))

const content = (change: Partial<ViewContent> = {}): ViewContent => ({
  filter: emptyFilter,
  sort: null,
  columns: null,
  ...change
})
const food: SavedView = { id: 'v1', name: '餐饮', content: content({ filter: { ...emptyFilter, tag: ['餐饮'] } }) }
const old: SavedView = {
  id: 'v2',
  name: '旧版',
  content: content({ sort: { column: 'online', direction: 'ascending' } })
}
const list = [
  row({ appId: 'a', tags: ['餐饮'] }),
  row({ appId: 'b', audit: { version: '2', status: 'passed', released: false, reason: '' } }),
  row({ appId: 'c', authorization: 'lost' })
]

/** The views of an account in which these are kept. */
async function opened(kept: readonly SavedView[] = [food, old], columns: ListViews['columns'] = null) {
  const state = { views: [...kept], columns }
  const all = (): ListViews => ({ accountId: 'practice', ...state })
  const save = ({ id, name, content: it }: CallInput<'views.save'>): SavedView => {
    const saved = { id: id ?? `v${state.views.length + 1}`, name, content: it }
    state.views = id === null ? [...state.views, saved] : state.views.map((each) => (each.id === id ? saved : each))
    return saved
  }
  const desk = installDesk({
    'app.info': () => ok(practiceInfo()),
    'views.list': () => ok(all()),
    'views.save': (input) => ok(save(input)),
    'views.remove': ({ id }) => {
      state.views = state.views.filter((each) => each.id !== id)
      return ok(all())
    },
    'views.move': ({ id, to }) => {
      const moved = state.views.filter((each) => each.id === id)
      const others = state.views.filter((each) => each.id !== id)
      state.views = [...others.slice(0, to), ...moved, ...others.slice(to)]
      return ok(all())
    },
    'views.setColumns': ({ columns: chosen }) => {
      state.columns = chosen
      return ok(all())
    }
  })
  await useSessionStore().load()
  const scope = effectScope()
  const made = scope.run(() => {
    const view = useListView(() => list)
    return { view, views: useViews(view) }
  })
  if (!made) throw new Error('no scope')
  await flushPromises()
  const { view, views } = made
  const names = (): string[] => views.tabs.value.map(({ name }) => name)
  const shown = (): string[] => view.shown.value.map(({ appId }) => appId)
  const show = (name: string): void => views.show(views.tabs.value.find((tab) => tab.name === name) ?? allTab)
  return { desk, view, views, names, shown, show }
}

describe('the tabs', () => {
  it('are the three that every account has, then those that were kept', async () => {
    const { names } = await opened()
    expect(names()).toEqual(['全部商家', '需要处理', '待发布', '餐饮', '旧版'])
  })

  it('show what they were kept with', async () => {
    const { shown, show, view } = await opened()
    show('待发布')
    expect(shown()).toEqual(['b'])
    show('需要处理')
    expect(shown()).toEqual(['b', 'c'])
    show('餐饮')
    expect(shown()).toEqual(['a'])
    show('旧版')
    expect(view.sort.value).toEqual(old.content.sort)
    expect(shown()).toHaveLength(3)
  })
})

describe('a kept view', () => {
  it('says when it was changed, until that is saved or given up', async () => {
    const { view, views, show, shown } = await opened()
    show('餐饮')
    expect(views.changed.value).toBe(false)
    view.ask({ needsCare: true })
    expect(views.changed.value).toBe(true)
    views.revert()
    expect(views.changed.value).toBe(false)
    expect(shown()).toEqual(['a'])
    view.sortBy('credit')
    expect(views.changed.value).toBe(true)
    await views.update()
    expect(views.changed.value).toBe(false)
    expect(views.current.value.content.sort).toEqual({ column: 'credit', direction: 'ascending' })
  })

  it('is made of what is shown, and is shown then', async () => {
    const { view, views, names, desk } = await opened()
    view.ask({ query: '面馆', tag: ['餐饮'] })
    await views.saveNew('面馆')
    expect(names().at(-1)).toBe('面馆')
    expect(views.current.value.name).toBe('面馆')
    expect(views.changed.value).toBe(false)
    expect(desk.asked.at(-1)?.input).toMatchObject({
      id: null,
      name: '面馆',
      content: { filter: { query: '面馆', tag: ['餐饮'] } }
    })
  })

  it('takes another name without the changes that are not saved', async () => {
    const { view, views, show } = await opened()
    show('餐饮')
    view.ask({ needsCare: true })
    await views.rename('吃的')
    expect(views.current.value).toMatchObject({ name: '吃的', content: food.content })
    expect(views.changed.value).toBe(true)
  })

  it('moves among the kept ones and not beyond their ends', async () => {
    const { views, names, show } = await opened()
    show('旧版')
    await views.move(-1)
    expect(names().slice(3)).toEqual(['旧版', '餐饮'])
    await views.move(-1)
    expect(names().slice(3)).toEqual(['旧版', '餐饮'])
  })

  it('gives way to all merchants when it is removed', async () => {
    const { views, names, show, shown } = await opened()
    show('餐饮')
    await views.remove(views.current.value)
    expect(names().slice(3)).toEqual(['旧版'])
    expect(views.current.value.name).toBe('全部商家')
    expect(shown()).toHaveLength(3)
  })

  it('that another page changed is told here', async () => {
    const { desk, names } = await opened()
    desk.send('views.changed', { accountId: 'practice', views: [old], columns: null })
    desk.send('views.changed', { accountId: 'another', views: [food], columns: null })
    expect(names().slice(3)).toEqual(['旧版'])
  })

  it('is the same whatever the order in which its values were ticked', () => {
    const one = content({ filter: { ...emptyFilter, tag: ['甲', '乙'], query: '面 ' } })
    expect(isSameView(one, content({ filter: { ...emptyFilter, tag: ['乙', '甲'], query: '面' } }))).toBe(true)
    expect(isSameView(one, content({ filter: { ...emptyFilter, tag: ['甲'], query: '面' } }))).toBe(false)
  })
})

describe('the columns', () => {
  const narrow = [
    { name: 'name', widthPx: null },
    { name: 'note', widthPx: 200 }
  ] as const

  it('are remembered for the account where no kept view is shown', async () => {
    const { views, desk, show } = await opened()
    expect(views.columns.value).toBeNull()
    views.setColumns(narrow)
    await flushPromises()
    expect(desk.asked.at(-1)).toEqual({ name: 'views.setColumns', input: { accountId: 'practice', columns: narrow } })
    show('待发布')
    expect(views.columnNames.value).toEqual(['name', 'note'])
  })

  it('belong to a kept view, and are a change of it', async () => {
    const { views, desk, show } = await opened()
    show('餐饮')
    views.setColumns(narrow)
    expect(views.changed.value).toBe(true)
    expect(desk.names()).not.toContain('views.setColumns')
    await views.update()
    show('旧版')
    expect(views.columns.value).toBeNull()
    show('餐饮')
    expect(views.columns.value).toEqual(narrow)
  })

  it('become wider within limits, and are kept when the drag ends', async () => {
    const { views, desk } = await opened([], narrow)
    views.setWidth('note', 260.4, false)
    expect(views.columns.value?.[1]).toEqual({ name: 'note', widthPx: 260 })
    expect(desk.names()).not.toContain('views.setColumns')
    views.setWidth('note', 5_000, true)
    await flushPromises()
    expect(views.columns.value?.[1]).toEqual({ name: 'note', widthPx: 600 })
    expect(desk.names()).toContain('views.setColumns')
  })
})

it('a view that could not be kept stays unsaved', async () => {
  const { views, view, names } = await opened([])
  installDesk({ 'views.save': () => refused({ code: 'invalid_input', message: '视图没有保存' }) })
  view.ask({ needsCare: true })
  const answer = await views.saveNew('面馆')
  expect(answer.ok).toBe(false)
  expect(names()).toEqual(builtInTabs.map(({ name }) => name))
})
