import type { ActivityFact, ActivityFacts } from '@shared/domain/activity'
import type { DomainSet } from '@shared/domain/domains'
import type { Settings } from '@shared/domain/settings'
import { practiceId } from '../../practice-service'
import { changed } from './accounts'
import type { CallDescriptions } from './description'

/** What is kept on this computer and matters later: baselines, codes, settings. */
export const localDescriptions = {
  'app.info': 'reading',
  'home.today': 'reading',
  'home.figures': 'reading',
  'firstTasks.read': 'reading',
  'app.updates.state': 'reading',
  'app.updates.check': 'reading',
  'app.updates.install': () => () => ({ action: 'update_install' }),
  'practice.status': 'reading',
  'help.catalogue': 'reading',
  'practice.reset': () => (value) => value && { action: 'practice_reset', accountId: practiceId },
  'settings.change': (change, store) => {
    const facts = (settings: Partial<Settings>): ActivityFacts => settingFacts(settings, Object.keys(change))
    const before = facts(store.settings.read())
    return (value) => {
      if (value === null) return null
      const both = changed(before, facts(value))
      return Object.keys(both.after).length === 0 ? null : { action: 'settings_change', ...both }
    }
  },
  'domains.setApplication': ({ accountId, server, webview }, store) => {
    const before = store.applicationDomains.read(accountId)
    return (value) =>
      value && {
        action: 'application_domains',
        ...changed(
          { requestDomains: before.server, webviewDomains: before.webview },
          { requestDomains: server, webviewDomains: webview }
        )
      }
  },
  'baselines.list': 'reading',
  'baselines.save': ({ accountId, id, name, domains }, store) => {
    const known = id === null ? null : store.baselines.get(accountId, id)
    const before = known ? { baseline: known.name, ...domainFacts(known.domains) } : {}
    const { before: was, after: is } = changed(before, { baseline: name, ...domainFacts(domains) })
    return (value) => value && { action: 'baseline_save', before: was, after: { ...is, baseline: name } }
  },
  'baselines.delete': ({ accountId, id }, store) => {
    const known = store.baselines.get(accountId, id)
    const before = known ? { baseline: known.name, ...domainFacts(known.domains) } : {}
    return (value) => value && { action: 'baseline_delete', before }
  },
  'baselines.assign': ({ accountId, id, appIds }, store) => {
    const baseline = id === null ? '' : (store.baselines.get(accountId, id)?.name ?? id)
    return (value) => value && { action: 'baseline_assign', after: { baseline, merchants: appIds } }
  },
  'baselines.preview': 'reading',
  'codes.save':
    ({ codes }) =>
    (value) =>
      value && { action: 'codes_save', after: { codes: codes.map(({ label }) => label) } },
  'codes.forget': ({ accountId, ids }, store) => {
    const labels = ids.map((id) => store.savedCodes.get(accountId, id)?.label ?? id)
    return (value) => value && { action: 'codes_forget', before: { codes: labels } }
  },
  'activity.page': 'reading',
  'activity.choices': 'reading',
  'activity.check': 'reading',
  'activity.report': 'reading',
  // It is the entry.
  'activity.noteExport': 'ledger'
} satisfies CallDescriptions

const settingFactNames: Readonly<Record<string, ActivityFact>> = {
  theme: 'theme',
  language: 'language',
  textSize: 'textSize',
  motion: 'motion',
  practiceTimeFactor: 'practiceSpeed',
  notifications: 'notifications'
}

/** Which account is shown, and what the first start has told, are no settings that anybody asks for later. */
const passing: ReadonlySet<string> = new Set(['currentAccountId', 'welcomed', 'firstTasksHidden'])

/** The settings of these names; those without a fact of their own in one list. */
function settingFacts(settings: Partial<Settings>, names: readonly string[]): ActivityFacts {
  const shown = Object.entries(settings).filter(([name]) => names.includes(name) && !passing.has(name))
  const own = shown.flatMap(([name, value]) => {
    const fact = settingFactNames[name]
    return fact ? [[fact, textOf(value)] as const] : []
  })
  const others = shown.flatMap(([name, value]) => (settingFactNames[name] ? [] : [`${name}: ${textOf(value)}`]))
  return { ...Object.fromEntries(own), ...(others.length === 0 ? {} : { setting: others }) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

function domainFacts({ request, socket, upload, download, webview }: DomainSet): ActivityFacts {
  return {
    requestDomains: request,
    socketDomains: socket,
    uploadDomains: upload,
    downloadDomains: download,
    webviewDomains: webview
  }
}
