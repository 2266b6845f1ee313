import type { LearnedRule, RolloutItem, RolloutWork } from '@shared/domain/rollout'
import { rollbackIntervalMs, submitIntervalMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { timeSpan } from '../doctor/words'
import type { RolloutBook } from './rollout-book'

/** `every`: the rule's interval in words; `span`: how long all that are left take by it. */
type RuleTexts = {
  readonly byMerchant: (every: string) => string
  readonly byApplication: (every: string, left: number, span: string) => string
}
type RuleWords = {
  readonly intervalMs: number
  readonly texts: RuleTexts
  readonly does: (work: RolloutWork) => boolean
}

const rules: Readonly<Record<LearnedRule['rule'], RuleWords>> = {
  submit: {
    intervalMs: submitIntervalMs,
    texts: {
      byMerchant: (every) => say`平台的 ${every}规则只按商家计：提审不再一个一个排队`,
      byApplication: (every, left, span) =>
        say`平台的 ${every}规则对整个应用生效：接下来每 ${every}提审一个，还有 ${left} 个，预计还要 ${span}`
    },
    does: (work) => work.kind === 'submit' || (work.kind === 'ship' && work.until !== 'upload')
  },
  rollback: {
    intervalMs: rollbackIntervalMs,
    texts: {
      byMerchant: (every) => say`平台的 ${every}规则只按商家计：回退不再一个一个排队`,
      byApplication: (every, left, span) =>
        say`平台的 ${every}规则对整个应用生效：接下来每 ${every}回退一个，还有 ${left} 个，预计还要 ${span}`
    },
    does: ({ kind }) => kind === 'rollback'
  }
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
  const { intervalMs, texts } = rules[rule]
  const every = timeSpan(intervalMs)
  return width === 'merchant' ? texts.byMerchant(every) : texts.byApplication(every, left, timeSpan(left * intervalMs))
}

/** In waves that are not open yet too. */
const isStillToDo = ({ state, step }: RolloutItem): boolean =>
  (state === 'waiting' || state === 'running') && step !== 'review' && step !== 'release'
