import type { TopicName } from './topics'

/** By the route's name; a page with tabs has one topic for each of them. */
const byRoute: Readonly<Record<string, TopicName>> = {
  today: 'today',
  merchants: 'merchants',
  authorization: 'authorization',
  keeper: 'keeper',
  baselines: 'baselines',
  'new-batch': 'batches',
  rollouts: 'rollouts',
  'new-rollout': 'plan',
  'compare-rollouts': 'results',
  rollout: 'run',
  'rollout-report': 'results',
  drift: 'drift',
  codes: 'codes',
  capabilities: 'capabilities',
  events: 'events',
  activity: 'journal',
  'bulk-reports': 'reports',
  'merchant-report': 'reports',
  accounts: 'accounts',
  account: 'accounts',
  connect: 'accounts',
  diagnosis: 'diagnosis',
  welcome: 'start',
  settings: 'settings',
  'error-codes': 'errorCodes'
}

/** The first is the tab that is shown without one in the address. */
const byTab: Readonly<Record<string, Readonly<Record<string, TopicName>>>> = {
  merchant: {
    versions: 'versions',
    profile: 'profile',
    categories: 'categories',
    domains: 'domains',
    codes: 'merchantCodes',
    capabilities: 'capabilityTab',
    standing: 'standing',
    authorization: 'merchantAuthorization',
    journal: 'journal'
  },
  templates: { library: 'templates', ext: 'extJson' }
}

/** The topic of a page, by its route's name and the tab in its address; null for a page that has none. */
export function topicOf(route: string, tab: string | null): TopicName | null {
  const tabs = Object.hasOwn(byTab, route) ? byTab[route] : undefined
  if (tabs === undefined) return (Object.hasOwn(byRoute, route) ? byRoute[route] : undefined) ?? null
  const chosen = tab !== null && Object.hasOwn(tabs, tab) ? tabs[tab] : undefined
  return chosen ?? Object.values(tabs)[0] ?? null
}
