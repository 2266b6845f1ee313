import type { ActivityFact, ActivityFacts } from '@shared/domain/activity'
import { domainKinds, type DomainKind } from '@shared/domain/domains'
import type { SettingChange } from '@shared/domain/setting'
import { z } from 'zod'
import type { NewActivity, StoredChange } from '../../store/repositories'
import { endedAct } from './ended-act'

/** How a change of a merchant's set-up that has ended, so far as is known, stands in the activity journal. */
export function settingAct(ended: SettingChange, stored: StoredChange | null): NewActivity {
  return {
    ...endedAct(ended),
    ...factsOf(ended, stored),
    links: { setting: ended.id, rollout: ended.rolloutId }
  }
}

type Facts = { readonly before: ActivityFacts; readonly after: ActivityFacts }

function factsOf({ kind, summary }: SettingChange, stored: StoredChange | null): Facts {
  switch (kind) {
    case 'name':
      return { before: textBefore(stored, 'name'), after: { name: summary } }
    case 'introduction':
      return { before: textBefore(stored, 'introduction'), after: { introduction: summary } }
    case 'icon':
      return { before: {}, after: { icon: summary } }
    case 'category_add':
    case 'category_supply':
    case 'category_delete':
    case 'category_publish':
    case 'category_main':
      return { before: categoriesBefore(stored), after: { category: summary } }
    case 'server_domains':
    case 'webview_domains':
      return domainFacts(stored)
    case 'capability_apply':
      return { before: {}, after: { capability: summary } }
  }
}

const profile = z.object({ name: z.string().optional(), introduction: z.string().optional() })

function textBefore(stored: StoredChange | null, fact: 'name' | 'introduction'): ActivityFacts {
  const text = profile.safeParse(stored?.before).data?.[fact]
  return text === undefined ? {} : { [fact]: text }
}

const categories = z.object({ configured: z.array(z.object({ name: z.string() })) })

function categoriesBefore(stored: StoredChange | null): ActivityFacts {
  const known = categories.safeParse(stored?.before).data
  return known ? { categories: known.configured.map(({ name }) => name) } : {}
}

const list = z.array(z.string())
const domainsBefore = z.object({
  server: z.record(z.string(), list).nullable().catch(null),
  webview: list.nullable().catch(null)
})
const domainsSent = z.object({
  action: z.string(),
  domains: z.partialRecord(z.enum(domainKinds), list)
})

const domainFactNames: Readonly<Record<DomainKind, ActivityFact>> = {
  request: 'requestDomains',
  socket: 'socketDomains',
  upload: 'uploadDomains',
  download: 'downloadDomains',
  webview: 'webviewDomains'
}

/** The lists that the call named, whole: as they were, and as they were to be. */
function domainFacts(stored: StoredChange | null): Facts {
  const sent = domainsSent.safeParse(stored?.request).data
  const known = domainsBefore.safeParse(stored?.before).data
  if (!sent) return { before: {}, after: {} }
  const kinds = domainKinds.filter((kind) => sent.domains[kind] !== undefined)
  const present = (kind: DomainKind): readonly string[] =>
    (kind === 'webview' ? known?.webview : known?.server?.[kind]) ?? []
  const entries = (of: (kind: DomainKind) => readonly string[]): ActivityFacts =>
    Object.fromEntries(kinds.map((kind) => [domainFactNames[kind], of(kind)]))
  return {
    before: entries(present),
    after: entries((kind) => changed(present(kind), sent.domains[kind] ?? [], sent.action))
  }
}

function changed(before: readonly string[], sent: readonly string[], action: string): readonly string[] {
  if (action === 'add') return [...new Set([...before, ...sent])]
  if (action === 'delete') return before.filter((domain) => !sent.includes(domain))
  return sent
}
