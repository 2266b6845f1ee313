import { readonly, shallowRef } from 'vue'

const storageKey = 'merchant-desk.palette-recent'
/** More are remembered than shown, as another account's are not shown. */
const mostKept = 40

const ids = shallowRef<readonly string[]>(kept())

/** Ids of the entries that were used last, newest first. Kept for the next start. */
export const recentIds = readonly(ids)

/** Remembers that an entry was used. */
export function remember(id: string): void {
  if (ids.value[0] === id) return
  ids.value = [id, ...ids.value.filter((each) => each !== id)].slice(0, mostKept)
  localStorage.setItem(storageKey, JSON.stringify(ids.value))
}

function kept(): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
