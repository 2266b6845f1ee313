import { EventHub, type DeskEvent } from '../../../../electron/services/event-hub'
import { discover, newStore } from '../../store/support'

/** A store with one account and these merchants, and all that is told of them. */
export function listGround(...appIds: readonly string[]) {
  const store = newStore()
  discover(store, appIds)
  const events = new EventHub()
  const told: DeskEvent[] = []
  events.onEvent((event) => told.push(event))
  const row = (appId: string) => store.merchants.row({ accountId: 'a', appId })
  return { store, events, told, row }
}
