import { describe, expect, it } from 'vitest'
import { EventHub } from '../../../electron/services/event-hub'
import { practiceId, PracticeService } from '../../../electron/services/practice-service'
import type { RefreshService } from '../../../electron/services/refresh-service'
import { fixedClock, newStore, sampleAccount } from '../store/support'
import { january } from '../support'

const lists = { server: ['zhanggui.example.com'], webview: ['h5.zhanggui.example.com'] }

function practiceBench() {
  const store = newStore()
  store.accounts.save(sampleAccount(practiceId))
  const environment = {
    url: 'http://127.0.0.1:1',
    timeFactor: () => 1,
    setTimeFactor: () => undefined,
    merchantCount: () => 36,
    applicationDomains: () => lists,
    reset: () => undefined
  }
  const refreshes = { import: () => Promise.resolve() } as unknown as RefreshService
  const practice = new PracticeService({
    environment,
    store,
    events: new EventHub(),
    refreshes,
    clock: fixedClock(january)
  })
  return { practice, domains: store.applicationDomains }
}

describe("the practice account's own domains", () => {
  it('are those of the environment, until the operator edits them', () => {
    const { practice, domains } = practiceBench()
    practice.fillApplicationDomains()
    expect(domains.read(practiceId)).toEqual({ ...lists, changedAt: january })
    domains.save(practiceId, { server: [], webview: [], changedAt: january + 1 })
    practice.fillApplicationDomains()
    expect(domains.read(practiceId).server).toEqual([])
  })

  it('are those of the environment again after a reset', async () => {
    const { practice, domains } = practiceBench()
    domains.save(practiceId, { server: ['example.org'], webview: [], changedAt: january })
    await practice.reset()
    expect(domains.read(practiceId)).toEqual({ ...lists, changedAt: january })
  })
})
