import type { DomainDetail } from '@shared/contract'
import type { DomainFacts, DomainSet } from '@shared/domain/domains'
import type { SettingChange } from '@shared/domain/setting'
import { merchant } from '../samples'

/** Builders of what the main process answers about domains. */
export const domainSet = (change: Partial<DomainSet> = {}): DomainSet => ({
  request: [],
  socket: [],
  upload: [],
  download: [],
  webview: [],
  ...change
})

export function domainFacts(change: Partial<DomainSet> = {}, webviewAvailable = true): DomainFacts {
  const { webview, ...server } = domainSet(change)
  return { server, webview: webviewAvailable ? webview : null, webviewAvailable }
}

export const domainDetail = (facts: DomainFacts | null, change: Partial<DomainDetail> = {}): DomainDetail => ({
  reading: { value: facts, readAt: facts && Date.now(), error: null },
  application: { server: [], webview: [], changedAt: null },
  drift: null,
  changes: [],
  running: null,
  ...change
})

export const domainChange = (change: Partial<SettingChange> = {}): SettingChange => ({
  ...merchant,
  id: '7',
  kind: 'server_domains',
  summary: 'request 合法域名增加 api.shop.cn',
  state: 'done',
  startedAt: Date.now(),
  finishedAt: null,
  actor: '小林',
  logId: null,
  error: null,
  rolloutId: null,
  ...change
})
