import type { AppInfo, CallInput, EventPage } from '@shared/contract'
import type { PlatformEvent } from '@shared/domain/platform-event'
import { practiceInfo } from '../common/app-info'
import { ok } from '../merchant/fake-desk'

/** A pushed message in which nothing is out of the ordinary, with what a test wants otherwise. */
export function event(id: string, change: Partial<PlatformEvent> = {}): PlatformEvent {
  return {
    id,
    accountId: 'practice',
    merchant: { appId: 'tt0001', name: '云间民宿' },
    kind: 'audit',
    event: 'PACKAGE_AUDIT',
    title: `审核结果 ${id}`,
    detail: '',
    tone: 'neutral',
    happenedAt: 1_000,
    receivedAt: 2_000,
    source: 'receiver',
    copies: 1,
    handling: 'nothing',
    trouble: null,
    seen: true,
    raw: '{}',
    ...change
  }
}

/** A main process that keeps these events and answers `events.page` and `events.markSeen` as the contract says. */
export function eventKeeper(...kept: PlatformEvent[]) {
  let events = kept
  const unseen = () => events.filter(({ seen, kind }) => !seen && kind !== 'ticket').length
  const fits = ({ accountId, filter }: CallInput<'events.page'>) =>
    events.filter(
      (each) =>
        each.accountId === accountId &&
        (filter.kinds === null || filter.kinds.includes(each.kind)) &&
        (filter.appId === null || filter.appId === each.merchant?.appId) &&
        !(filter.unseenOnly && each.seen)
    )
  return {
    unseen,
    add: (added: PlatformEvent) => (events = [added, ...events]),
    answers: {
      'app.info': () => ok(twoAccounts()),
      'events.page': (input: CallInput<'events.page'>) => {
        const from = Number(input.cursor ?? 0)
        const found = fits(input)
        const end = from + input.limit
        const page: EventPage = {
          events: found.slice(from, end),
          next: found.length > end ? String(end) : null,
          unseen: unseen()
        }
        return ok(page)
      },
      'events.markSeen': ({ upTo }: CallInput<'events.markSeen'>) => {
        events = events.map((each) => (Number(each.id) <= Number(upTo) ? { ...each, seen: true } : each))
        return ok({ unseen: unseen() })
      }
    }
  }
}

/** The practice environment, which is shown, and an agency's account beside it. */
export function twoAccounts(currentAccountId = 'practice'): AppInfo {
  const info = practiceInfo()
  const [practice] = info.accounts
  if (!practice) throw new Error('no account')
  const agency = { ...practice, id: 'agency', kind: 'platform', name: '小林工作室', colour: '#2565cf' } as const
  return { ...info, accounts: [agency, practice], currentAccountId }
}
