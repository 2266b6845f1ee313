import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MerchantRow } from '@shared/domain/merchant'
import { EventHub, type DeskEvent } from '../../../electron/services/event-hub'

const row = (appId: string, name: string): MerchantRow => ({
  accountId: 'a',
  appId,
  name,
  iconKey: null,
  tags: [],
  note: '',
  appState: null,
  authorization: 'authorized',
  authorizedAt: null,
  authorizationEndsAt: null,
  online: null,
  audit: null,
  test: null,
  template: null,
  unsettled: null,
  readiness: null,
  creditScore: null,
  drift: null,
  readAt: null,
  readError: null
})

describe('the event hub', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('merges the changes of a tenth of a second into one message with the newest of each row', () => {
    const hub = new EventHub()
    const heard: DeskEvent[] = []
    hub.onEvent((event) => heard.push(event))
    hub.merchantChanged(row('1', 'old'))
    hub.merchantChanged(row('2', 'other'))
    hub.merchantChanged(row('1', 'new'))
    expect(heard).toEqual([])
    vi.advanceTimersByTime(100)
    expect(heard).toEqual([
      { name: 'merchants.changed', payload: { accountId: 'a', rows: [row('1', 'new'), row('2', 'other')] } }
    ])
  })

  it('sends changed rows before the event that follows them', () => {
    const hub = new EventHub()
    const names: string[] = []
    hub.onEvent((event) => names.push(event.name))
    hub.merchantChanged(row('1', 'x'))
    hub.send('merchants.replaced', { accountId: 'a' })
    expect(names).toEqual(['merchants.changed', 'merchants.replaced'])
    vi.advanceTimersByTime(1000)
    expect(names).toHaveLength(2)
  })

  it('sends nothing to a listener that has left', () => {
    const hub = new EventHub()
    const listener = vi.fn()
    hub.onEvent(listener)()
    hub.send('merchants.replaced', { accountId: 'a' })
    expect(listener).not.toHaveBeenCalled()
  })
})
