import { readinessChecks, type ReadinessFix } from '../domain/readiness'
import type { RolloutCause, RolloutItem, RolloutItemState } from '../domain/rollout'
import type { HostReason } from '../domain/version'
import type { DeskError, DeskErrorCode } from '../errors'
import { readinessFixes, rolloutBlocks, type BlockKey } from './rollout-blocks'

/** Ours: longer complaints of reviewers are told apart by their beginnings. */
const reasonMaxLength = 120

const withTrouble: readonly RolloutItemState[] = ['failed', 'rejected', 'blocked', 'unknown']

/** Somebody has to put these right first, whatever the error itself says. */
const needsHelp: readonly DeskErrorCode[] = ['authorization_lost', 'credentials', 'keychain', 'outcome_unknown']

/** Tells failures apart: by the platform's code where there is one, else by ours. */
export const causeOfError = ({ platformCode, code }: DeskError): string =>
  platformCode === undefined ? `desk:${code}` : `platform:${platformCode}`

/**
 * Tells rejections apart by what the reviewers complained about, whatever the hosts, spaces and numbers in it; at most 120
 * characters of it.
 */
export function causeOfRejection(reasons: readonly HostReason[]): string {
  const texts = reasons.flatMap((each) => each.reasons.map(normalized)).filter((text) => text !== '')
  const all = [...new Set(texts)].sort().join('；')
  return `rejected:${[...all].slice(0, reasonMaxLength).join('')}`
}

const normalized = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(/\d+/g, '#')

/** Brings those that did not get there together by cause, the most frequent first: 87 failures are seldom more than 3 causes. */
export function rolloutCauses(items: readonly RolloutItem[]): readonly RolloutCause[] {
  const troubled = items.filter(({ state }) => withTrouble.includes(state))
  const groups = grouped(troubled, keyOf)
  return [...groups]
    .map(([key, members]) => causeOf(key, members))
    .sort((a, b) => b.appIds.length - a.appIds.length || (a.key < b.key ? -1 : 1))
}

/** What is sent and not known is one cause, however it came about: it is settled by itself. */
function keyOf({ state, cause, error }: RolloutItem): string {
  if (state === 'unknown') return 'desk:outcome_unknown'
  if (cause !== null) return cause
  if (state === 'rejected') return causeOfRejection([])
  return error === null ? 'desk:internal' : causeOfError(error)
}

type Words = Pick<RolloutCause, 'title' | 'advice' | 'fix'> & { readonly isRetryable: boolean | null }

function causeOf(key: string, members: readonly RolloutItem[]): RolloutCause {
  const errors = members.flatMap(({ error }) => (error === null ? [] : [error]))
  const words = wordsOf(key, errors)
  return {
    key,
    title: words.title,
    advice: words.advice,
    platformCode: platformCodeOf(key, errors),
    fix: words.fix,
    isRetryable: words.isRetryable ?? isTransient(errors),
    appIds: members.map(({ appId }) => appId)
  }
}

function platformCodeOf(key: string, errors: readonly DeskError[]): string | null {
  const [kind = '', code = ''] = parts(key)
  return kind === 'platform' ? code : only(errors.flatMap(({ platformCode }) => platformCode ?? []))
}

const isTransient = (errors: readonly DeskError[]): boolean =>
  errors.length > 0 && errors.every(({ retryable, code }) => retryable && !needsHelp.includes(code))

function wordsOf(key: string, errors: readonly DeskError[]): Words {
  const [kind, rest] = parts(key)
  const reason = only(errors.map(reasonOf))
  if (kind === 'blocked' && isBlockKey(rest)) {
    const { title, advice, fix, isRetryable } = rolloutBlocks[rest]
    return { title: reason ?? title, advice, fix, isRetryable }
  }
  if (kind === 'readiness') {
    const advice = '提审会被平台拒绝；请在商家的页面处理好，然后重试'
    return { title: reason ?? '就绪检查没有通过', advice, fix: fixOf(rest), isRetryable: false }
  }
  if (kind === 'rejected') {
    const title = `审核没有通过：${reason ?? (rest || '没有说明原因')}`
    return { title, advice: '请按审核意见修改，然后重试：会重新上传并提审', fix: null, isRetryable: false }
  }
  if (rest === 'outcome_unknown') {
    const advice = '程序会继续核对，不会重复发送；有了结果会自己接着做'
    return { title: '平台的回答没有收到，结果还不知道', advice, fix: null, isRetryable: false }
  }
  return failureWords(errors)
}

function failureWords(errors: readonly DeskError[]): Words {
  const needsAuthorization = errors.some(({ code }) => code === 'authorization_lost')
  return {
    title: mostly(errors.map(reasonOf)) ?? '没有成功，原因不明',
    advice: mostly(errors.map(({ nextStep }) => nextStep)) ?? '请重试；如果一直这样，请导出这次的记录，联系支持',
    fix: needsAuthorization ? 'authorization' : null,
    isRetryable: null
  }
}

const reasonOf = ({ reason, message }: DeskError): string => reason ?? message

/** The most frequent text; null where there is none. */
function mostly(texts: readonly string[]): string | null {
  const [most] = [...grouped(texts, (text) => text)].sort(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? null
}

/** In the order in which the keys come up. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The part before the first colon, and the rest. */
function parts(key: string): readonly [string, string] {
  const colon = key.indexOf(':')
  return colon < 0 ? ['', key] : [key.slice(0, colon), key.slice(colon + 1)]
}

/** What all have in common; null where they differ. */
function only(texts: readonly string[]): string | null {
  const [first] = texts
  return first !== undefined && texts.every((each) => each === first) ? first : null
}

const isBlockKey = (text: string): text is BlockKey => Object.hasOwn(rolloutBlocks, text)

function fixOf(check: string): ReadinessFix | null {
  const found = readinessChecks.find((each) => each === check)
  return found ? readinessFixes[found] : null
}
