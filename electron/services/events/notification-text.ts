import type { DesktopNotification } from '@shared/contract'
import type { PlatformEvent, PlatformEventKind } from '@shared/domain/platform-event'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

/** What is told of a message. */
export type Told = Pick<PlatformEvent, 'accountId' | 'merchant' | 'kind' | 'title' | 'detail' | 'tone'>

type Tone = PlatformEvent['tone']
type Count = (count: number) => string

/** How several merchants' messages of a kind are summed up, the first count and those after it: "3 个商家审核通过，1 个未通过". */
type Wording = { readonly first: Readonly<Record<Tone, Count>>; readonly further: Readonly<Record<Tone, Count>> }

const further: Readonly<Record<Tone, Count>> = {
  good: (count) => say`${count} 个通过`,
  bad: (count) => say`${count} 个未通过`,
  neutral: (count) => say`${count} 个有结果`
}

const always = (first: Count, next: Count): Wording => ({
  first: { good: first, bad: first, neutral: first },
  further: { good: next, bad: next, neutral: next }
})

/** The kinds that the operator waits for; the others are only listed. */
const wordings: Readonly<Partial<Record<PlatformEventKind, Wording>>> = {
  audit: {
    first: {
      good: (count) => say`${count} 个商家审核通过`,
      bad: (count) => say`${count} 个商家审核未通过`,
      neutral: (count) => say`${count} 个商家审核有结果`
    },
    further
  },
  authorized: always(
    (count) => say`${count} 个商家已授权`,
    (count) => say`${count} 个已授权`
  ),
  unauthorized: always(
    (count) => say`${count} 个商家取消了授权`,
    (count) => say`${count} 个取消了授权`
  ),
  profile: {
    first: {
      good: (count) => say`${count} 个商家资料修改通过`,
      bad: (count) => say`${count} 个商家资料修改未通过或被重置`,
      neutral: (count) => say`${count} 个商家资料修改有结果`
    },
    further: { ...further, bad: (count) => say`${count} 个未通过或被重置` }
  },
  category: {
    first: {
      good: (count) => say`${count} 个商家类目审核通过`,
      bad: (count) => say`${count} 个商家类目审核未通过`,
      neutral: (count) => say`${count} 个商家类目审核有结果`
    },
    further
  },
  capability: {
    first: {
      good: (count) => say`${count} 个商家能力审核通过`,
      bad: (count) => say`${count} 个商家能力审核未通过或被关闭`,
      neutral: (count) => say`${count} 个商家能力审核有结果`
    },
    further: { ...further, bad: (count) => say`${count} 个未通过或被关闭` }
  }
}
const tones = ['good', 'bad', 'neutral'] as const

const bodyMaxLength = 200
const namesShown = 5

export function isAwaited({ kind }: Told): boolean {
  return wordings[kind] !== undefined
}

/**
 * One notification for these messages. `accountName` names an account where that is needed, and is empty else; `quiet`:
 * they came in the quiet hours. The page that it opens is the merchant's where only one is concerned.
 */
export function notificationOf(
  told: readonly Told[],
  accountName: (accountId: string) => string,
  quiet: boolean
): DesktopNotification | null {
  const [first] = told
  if (!first) return null
  const accounts = told.map(({ accountId }) => accountName(accountId))
  const { title, body } = told.length === 1 ? single(first) : summary(told)
  return { title: prefixed(title, accounts, quiet), body: shortened(body), path: pathOf(told) }
}

/** A title with the accounts that are named in front of it, each once, and whether it had to wait for the quiet hours' end. */
export function prefixed(title: string, accounts: readonly string[], quiet: boolean): string {
  const names = listed(distinct(accounts.filter(Boolean)))
  const prefix = [quiet ? say`免打扰期间` : '', names].filter(Boolean).join(' · ')
  return prefix ? say`${prefix}：${title}` : title
}

function single({ merchant, title, detail }: Told): { title: string; body: string } {
  return merchant ? { title, body: [merchant.name, detail].filter(Boolean).join('\n') } : { title, body: detail }
}

function summary(told: readonly Told[]): { title: string; body: string } {
  const kinds = distinct(told.map(({ kind }) => kind))
  const title = clauses(kinds.map((kind) => counted(told.filter((each) => each.kind === kind))))
  const names = distinct(told.map(({ merchant }) => merchant?.name ?? '').filter(Boolean))
  const shown = listed(names.slice(0, namesShown))
  return { title, body: names.length > namesShown ? say`${shown} 等 ${names.length} 个` : shown }
}

/** All of one kind. The subject stands once, at the first count. */
function counted(told: readonly Told[]): string {
  const wording = told[0] && wordings[told[0].kind]
  if (!wording) return ''
  return tones
    .map((tone) => ({ tone, count: merchantsIn(told.filter((each) => each.tone === tone)).length }))
    .filter(({ count }) => count > 0)
    .map(({ tone, count }, index) => wording[index === 0 ? 'first' : 'further'][tone](count))
    .join(say`，`)
}

function pathOf(told: readonly Told[]): string {
  const [only, ...others] = merchantsIn(told)
  return only && others.length === 0 ? `/merchants/${only}` : '/events'
}

/** Each merchant once, as the last two parts of its page's path. */
function merchantsIn(told: readonly Told[]): readonly string[] {
  return distinct(
    told.flatMap(({ accountId, merchant }) =>
      merchant ? [`${encodeURIComponent(accountId)}/${encodeURIComponent(merchant.appId)}`] : []
    )
  )
}

function shortened(body: string): string {
  return body.length > bodyMaxLength ? `${body.slice(0, bodyMaxLength).toWellFormed()}…` : body
}

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]
