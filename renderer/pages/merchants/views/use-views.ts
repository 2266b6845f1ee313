import type { ColumnChoice, ListColumn, ViewContent } from '@shared/domain/lists'
import type { CallResult } from '@shared/errors'
import { computed, ref, shallowRef, watch } from 'vue'
import { useListViewsStore } from '@/stores/list-views'
import { columnWidth, usualColumns } from '../columns'
import type { ListView } from '../use-list-view'
import { allTab, builtInTabs, isSameView, type ViewTab } from './view-content'

/**
 * The views of the list: which one is shown, and whether what is shown now is still what it was kept with. The columns belong
 * to a kept view, else they are remembered for the account.
 */
export function useViews(view: ListView) {
  const store = useListViewsStore()
  const currentId = ref(allTab.id)
  /** Columns of the kept view that is shown, as they are now. */
  const ownColumns = shallowRef<readonly ColumnChoice[] | null>(null)
  /** While a width is being dragged. */
  const dragged = shallowRef<readonly ColumnChoice[] | null>(null)

  const tabs = computed<readonly ViewTab[]>(() => [
    ...builtInTabs,
    ...store.views.map((each) => ({ ...each, builtIn: false }))
  ])
  const current = computed(() => tabs.value.find(({ id }) => id === currentId.value) ?? allTab)
  /** Null as long as the operator has chosen none. */
  const columns = computed(() => dragged.value ?? ownColumns.value ?? store.columns)
  const columnNames = computed(() => columns.value?.map(({ name }) => name) ?? usualColumns)
  const changed = computed(() => !isSameView(present(), current.value.content))

  function present(): ViewContent {
    return { filter: view.filter.value, sort: view.sort.value, columns: ownColumns.value }
  }

  function show({ id, content }: ViewTab): void {
    currentId.value = id
    ownColumns.value = content.columns
    view.show(content)
  }

  /** Back to what the view was kept with. */
  function revert(): void {
    show(current.value)
  }

  /** Shows other columns; null: the usual ones. */
  function setColumns(chosen: readonly ColumnChoice[] | null): void {
    dragged.value = null
    if (current.value.builtIn) void store.setColumns(chosen)
    else ownColumns.value = chosen
  }

  /** Makes a column this wide; `done` false while that is still being dragged. */
  function setWidth(name: ListColumn, px: number, done: boolean): void {
    const before = columns.value ?? usualColumns.map((each) => ({ name: each, widthPx: null }))
    const after = before.map((each) => (each.name === name ? { name, widthPx: columnWidth(px) } : each))
    if (done) setColumns(after)
    else dragged.value = after
  }

  /** Keeps what is shown now as a new view, and shows that. */
  async function saveNew(name: string): Promise<CallResult<unknown>> {
    const content = { ...present(), columns: columns.value }
    const answer = await write(null, name, content)
    if (answer.ok) show({ ...answer.value, builtIn: false })
    return answer
  }

  const update = () => write(current.value.id, current.value.name, present())
  const rename = (name: string) => write(current.value.id, name, current.value.content)

  function write(id: string | null, name: string, content: ViewContent) {
    return store.save({ accountId: store.accountId ?? '', id, name, content })
  }

  async function remove({ id }: ViewTab): Promise<void> {
    if (store.accountId === null) return
    const removed = await store.remove({ accountId: store.accountId, id })
    if (removed && currentId.value === id) show(allTab)
  }

  /** Moves the shown view by so many places. */
  async function move(by: number): Promise<void> {
    const place = store.views.findIndex(({ id }) => id === currentId.value)
    const to = place + by
    if (store.accountId === null || place < 0 || to < 0 || to >= store.views.length) return
    await store.move({ accountId: store.accountId, id: currentId.value, to })
  }

  // Another account has other versions, tags and views.
  watch(
    () => store.accountId,
    (_, before) => {
      if (before !== null) show(allTab)
    }
  )

  return {
    ...{ tabs, current, changed, columns, columnNames },
    ...{ show, revert, setColumns, setWidth, saveNew, update, rename, remove, move }
  }
}

export type Views = ReturnType<typeof useViews>
