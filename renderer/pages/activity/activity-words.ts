import {
  activityFacts,
  type ActivityEntry,
  type ActivityFact,
  type ActivityFacts,
  type ActivityOutcome
} from '@shared/domain/activity'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'
import { clauses, listed } from '@/i18n/list'
import { factValue } from './fact-values'

/** What was done, in the platform's words. */
export const actionName = (action: ActivityEntry['action']): string => t(`activity.action.${action}`)

export const factName = (fact: ActivityFact): string => t(`activity.fact.${fact}`)

const looks: Readonly<Record<ActivityOutcome, { readonly kind: Tone; readonly icon: StateIcon }>> = {
  done: { kind: 'success', icon: 'done' },
  refused: { kind: 'danger', icon: 'failed' },
  not_carried_out: { kind: 'warning', icon: 'attention' },
  unknown: { kind: 'warning', icon: 'waiting' }
}

/** How an outcome is drawn: colour, icon and word. */
export const outcomeLook = (outcome: ActivityOutcome) => ({ ...looks[outcome], text: t(`activity.outcome.${outcome}`) })

/** The same of an entry: what the platform's side did was not done by anybody here, well or badly. */
export function entryLook({ outcome, origin }: Pick<ActivityEntry, 'outcome' | 'origin'>) {
  if (outcome === 'unreadable')
    return { kind: 'danger', icon: 'failed', text: t('activity.outcome.unreadable') } as const
  if (origin === 'platform') return { kind: 'neutral', icon: 'note', text: t('activity.outcome.seen') } as const
  return outcomeLook(outcome)
}

/** Who did it, as a line has room for: the user, or whose side it was. */
export function actorText({ actor, origin }: ActivityEntry): string {
  return actor === '' ? t(`activity.origin.${origin}`) : actor
}

/** Why an entry has no content; empty where it has one. */
export function contentGone({ action, content }: ActivityEntry): string {
  if (content !== null) return ''
  return t(action === 'unreadable' ? 'activity.drawer.unreadable' : 'activity.drawer.emptied')
}

/** One fact before and after; null where that side does not tell of it. */
export type FactChange = {
  readonly fact: ActivityFact
  readonly before: readonly string[] | null
  readonly after: readonly string[] | null
}

/** All that an entry tells of, each fact once. */
export function factChanges({ content }: ActivityEntry): readonly FactChange[] {
  if (content === null) return []
  const { before, after } = content
  const facts = new Set([...factsOf(before), ...factsOf(after)])
  return [...facts].map((fact) => ({ fact, before: linesOf(before, fact), after: linesOf(after, fact) }))
}

/** The whole change in one line of a list. */
export function changeLine(entry: ActivityEntry): string {
  return clauses(factChanges(entry).map(oneLine))
}

function oneLine({ fact, before, after }: FactChange): string {
  const texts = { before: sideText(before), after: sideText(after) }
  const change = before && after ? t('activity.change', texts) : before ? texts.before : texts.after
  return t('activity.changeOf', { fact: factName(fact), change })
}

function sideText(lines: readonly string[] | null): string {
  const text = listed((lines ?? []).slice(0, shownInLine))
  return text === '' ? t('activity.drawer.nothing') : text
}

/** What a list shows in a line before it is cut by its width anyway. */
const shownInLine = 8

function factsOf(facts: ActivityFacts): readonly ActivityFact[] {
  return activityFacts.filter((fact) => facts[fact] !== undefined)
}

function linesOf(facts: ActivityFacts, fact: ActivityFact): readonly string[] | null {
  const value = facts[fact]
  if (value === undefined) return null
  const lines = typeof value === 'string' ? [value].filter(Boolean) : value
  return lines.map((line) => factValue(fact, line))
}
