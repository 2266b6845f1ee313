import type { LearnedRule, RolloutItem, RolloutWork } from '@shared/domain/rollout'
import { rollbackIntervalMs, submitIntervalMs } from '@shared/rules/limits'
import { timeSpan } from '../doctor/words'
import type { RolloutBook } from './rollout-book'

type RuleWords = { readonly intervalMs: number; readonly verb: string; readonly does: (work: RolloutWork) => boolean }

const rules: Readonly<Record<LearnedRule['rule'], RuleWords>> = {
  submit: {
    intervalMs: submitIntervalMs,
    verb: '提审',
    does: (work) => work.kind === 'submit' || (work.kind === 'ship' && work.until !== 'upload')
  },
  rollback: { intervalMs: rollbackIntervalMs, verb: '回退', does: ({ kind }) => kind === 'rollback' }
}

/** Says in the rollouts of an account that the rule counts other than was thought, and what that means for the time they take. */
export function tellRule(book: RolloutBook, accountId: string, { rule, width }: LearnedRule): void {
  const { does } = rules[rule]
  for (const live of book.of(accountId).filter((each) => does(each.plan.work) && !each.isOver())) {
    const left = live.all().filter(isStillToDo).length
    if (left > 0) book.log(live, width === 'application' ? 'warning' : 'info', ruleText(rule, width, left))
  }
}

function ruleText(rule: LearnedRule['rule'], width: LearnedRule['width'], left: number): string {
  const { intervalMs, verb } = rules[rule]
  const every = timeSpan(intervalMs)
  if (width === 'merchant') return `平台的 ${every}规则只按商家计：${verb}不再一个一个排队`
  return `平台的 ${every}规则对整个应用生效：接下来每 ${every}${verb}一个，还有 ${left} 个，预计还要 ${timeSpan(left * intervalMs)}`
}

/** In waves that are not open yet too. */
const isStillToDo = ({ state, step }: RolloutItem): boolean =>
  (state === 'waiting' || state === 'running') && step !== 'review' && step !== 'release'
