import { readinessChecks, type ReadinessFix } from '../domain/readiness'
import type { RolloutCause, RolloutItem, RolloutItemState } from '../domain/rollout'
import type { DeskError, DeskErrorCode } from '../errors'
import { say } from '../texts/say'
import { readinessFixes, reviewEnds, rolloutBlocks, type Block } from './rollout-blocks'
import { byComplaint, type ComplaintGroup } from './rollout-complaints'

const withTrouble: readonly RolloutItemState[] = ['failed', 'rejected', 'blocked', 'unknown']

/** Somebody has to put these right first, whatever the error itself says. */
const needsHelp: readonly DeskErrorCode[] = ['authorization_lost', 'credentials', 'keychain', 'outcome_unknown']

/** Tells failures apart: by the platform's code where there is one, else by ours. */
export const causeOfError = ({ platformCode, code }: DeskError): string =>
  platformCode === undefined ? `desk:${code}` : `platform:${platformCode}`

/** Ours: longer reasons are told apart by their beginnings. */
const reasonMaxLength = 120

/** Tells apart why nothing was sent as the rules say that it would be refused: by the reason, whatever numbers are in it. */
export const causeOfRefusal = ({ reason, message }: DeskError): string =>
  `refused:${[...(reason ?? message).replace(/\s+/g, ' ').replace(/\d+/g, '#')].slice(0, reasonMaxLength).join('')}`

/** Brings those that did not get there together by cause, the most frequent first: 87 failures are seldom more than 3 causes. */
export function rolloutCauses(items: readonly RolloutItem[]): readonly RolloutCause[] {
  const troubled = items.filter(({ state }) => withTrouble.includes(state))
  const [rejected, others] = [troubled.filter(isRejected), troubled.filter((item) => !isRejected(item))]
  const groups = [...grouped(others, keyOf)].map(([key, members]) => causeOf(key, members, wordsOf(key, members)))
  return [...groups, ...byComplaint(rejected).map(rejectionCause)].sort(
    (a, b) => b.appIds.length - a.appIds.length || (a.key < b.key ? -1 : 1)
  )
}

const isRejected = ({ state, cause }: RolloutItem): boolean =>
  state === 'rejected' && (cause === null || cause.startsWith('rejected:'))

/** Nothing of the merchant's own: they pass by themselves, and are one cause, whatever broke on the way. */
const roadCause = 'desk:network'
const roadCodes: readonly DeskErrorCode[] = ['network', 'timeout', 'platform_fault', 'not_carried_out']
const roadCauses: ReadonlySet<string> = new Set(roadCodes.map((code) => `desk:${code}`))

/** What is sent and not known is one cause, however it came about: it is settled by itself. */
function keyOf({ state, cause, error }: RolloutItem): string {
  if (state === 'unknown') return 'desk:outcome_unknown'
  const key = cause ?? (error === null ? 'desk:internal' : causeOfError(error))
  const isRoad = roadCauses.has(key) || (error !== null && roadCodes.includes(error.code))
  return state === 'failed' && isRoad ? roadCause : key
}

type Words = Pick<RolloutCause, 'title' | 'advice' | 'fix'> & { readonly isRetryable: boolean | null }

function causeOf(key: string, members: readonly RolloutItem[], words: Words): RolloutCause {
  const errors = errorsOf(members)
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

function rejectionCause({ key, text, members, further }: ComplaintGroup): RolloutCause {
  const complaint = text || say`没有说明原因`
  const title =
    further > 0 && members.length > 1
      ? say`审核没有通过：${complaint}（其中 ${further} 个还有别的意见）`
      : say`审核没有通过：${complaint}`
  const advice = say`请按审核意见修改，然后重试：会重新上传并提审`
  return causeOf(key, members, { title, advice, fix: null, isRetryable: false })
}

const errorsOf = (members: readonly RolloutItem[]): readonly DeskError[] =>
  members.flatMap(({ error }) => (error === null ? [] : [error]))

function platformCodeOf(key: string, errors: readonly DeskError[]): string | null {
  const [kind = '', code = ''] = parts(key)
  return kind === 'platform' ? code : only(errors.map(({ platformCode }) => platformCode ?? '')) || null
}

const isTransient = (errors: readonly DeskError[]): boolean =>
  errors.length > 0 && errors.every(({ retryable, code }) => retryable && !needsHelp.includes(code))

function wordsOf(key: string, members: readonly RolloutItem[]): Words {
  const [kind, rest] = parts(key)
  const errors = errorsOf(members)
  const known = knownWords(kind, rest)
  if (known) return { ...known, title: kind === 'blocked' ? (only(errors.map(reasonOf)) ?? known.title) : known.title }
  if (kind === 'readiness') {
    const advice = say`提审会被平台拒绝；请在商家的页面处理好，然后重试`
    return { title: findingOf(errors) ?? say`就绪检查没有通过`, advice, fix: fixOf(rest), isRetryable: false }
  }
  if (key === roadCause) {
    return { title: say`网络或平台故障`, advice: say`请等网络和平台恢复，然后重试`, fix: null, isRetryable: true }
  }
  if (rest === 'outcome_unknown') {
    const advice = say`程序会继续核对，不会重复发送；有了结果会自己接着做`
    return { title: say`平台的回答没有收到，结果还不知道`, advice, fix: null, isRetryable: false }
  }
  return failureWords(errors)
}

/** What has words of its own, whatever the errors say. */
function knownWords(kind: string, rest: string): Block | null {
  const table: Readonly<Record<string, Block>> =
    kind === 'blocked' ? rolloutBlocks : kind === 'review' ? reviewEnds : {}
  return Object.hasOwn(table, rest) ? (table[rest] ?? null) : null
}

/** The finding that gave its cause its name comes first; others may follow it. */
const findingOf = (errors: readonly DeskError[]): string | null =>
  only(errors.map(reasonOf)) ?? mostly(errors.map((error) => reasonOf(error).split(/；|; /)[0] ?? ''))

function failureWords(errors: readonly DeskError[]): Words {
  const needsAuthorization = errors.some(({ code }) => code === 'authorization_lost')
  return {
    title: mostly(errors.map(reasonOf)) ?? say`没有成功，原因不明`,
    advice: mostly(errors.map(({ nextStep }) => nextStep)) ?? say`请重试；如果一直这样，请导出这次的记录，联系支持`,
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

function fixOf(check: string): ReadinessFix | null {
  const found = readinessChecks.find((each) => each === check)
  return found ? readinessFixes[found] : null
}
