import type { KeeperDanger, KeeperEntry } from '@shared/domain/authorization'
import { authorizationDanger } from '@shared/rules/authorization-danger'
import type { KeeperFacts } from '../../store/repositories'

/** The order in which the token keeper (令牌管家) shows what is in danger. */
const urgency: Readonly<Record<KeeperDanger, number>> = { lost: 0, ended: 1, soon: 2, untried: 3, none: 4 }

/** Says how urgent an authorisation is at the time `now`. */
export function judged(facts: KeeperFacts, now: number): KeeperEntry {
  return { ...facts, danger: authorizationDanger(facts.authorization, facts.refreshExpiresAt, now) }
}

/** Those in danger first, then those that end first, then by app id. */
export function byUrgency(a: KeeperEntry, b: KeeperEntry): number {
  return urgency[a.danger] - urgency[b.danger] || end(a) - end(b) || (a.appId < b.appId ? -1 : 1)
}

const end = ({ refreshExpiresAt }: KeeperEntry): number => refreshExpiresAt ?? Number.MAX_SAFE_INTEGER
