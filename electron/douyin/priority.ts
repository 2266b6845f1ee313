import { AsyncLocalStorage } from 'node:async_hooks'

/** Calls that an operator waits for are `manual`: they overtake those that still wait among the `background` ones. */
export type Priority = 'manual' | 'background'

const storage = new AsyncLocalStorage<Priority>()

/** Does the work, and all that it begins and waits for, with this priority. Queued work has that of where it is taken up. */
export function withPriority<Value>(priority: Priority, work: () => Value): Value {
  return storage.run(priority, work)
}

/** The priority of what asks; `manual` where nobody said otherwise. */
export function presentPriority(): Priority {
  return storage.getStore() ?? 'manual'
}
