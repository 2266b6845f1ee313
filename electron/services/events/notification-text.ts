import type { DesktopNotification } from '@shared/contract'
import type { PlatformEvent, PlatformEventKind } from '@shared/domain/platform-event'

/** What is told of a message. */
export type Told = Pick<PlatformEvent, 'accountId' | 'merchant' | 'kind' | 'title' | 'detail' | 'tone'>

/** How several merchants' messages of a kind are summed up: "3 个商家审核通过，1 个未通过". */
type Wording = { readonly subject: string } & Readonly<Record<PlatformEvent['tone'], string>>

const judged = { good: '通过', bad: '未通过', neutral: '有结果' }

/** The kinds that the operator waits for; the others are only listed. */
const wordings: Readonly<Partial<Record<PlatformEventKind, Wording>>> = {
  audit: { subject: '审核', ...judged },
  authorized: { subject: '', good: '已授权', bad: '已授权', neutral: '已授权' },
  unauthorized: { subject: '', good: '取消了授权', bad: '取消了授权', neutral: '取消了授权' },
  profile: { subject: '资料修改', ...judged, bad: '未通过或被重置' },
  category: { subject: '类目审核', ...judged },
  capability: { subject: '能力审核', ...judged, bad: '未通过或被关闭' }
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
  const names = distinct(accounts.filter(Boolean)).join('、')
  const prefix = [quiet ? '免打扰期间' : '', names].filter(Boolean).join(' · ')
  return prefix ? `${prefix}：${title}` : title
}

function single({ merchant, title, detail }: Told): { title: string; body: string } {
  return merchant ? { title, body: [merchant.name, detail].filter(Boolean).join('\n') } : { title, body: detail }
}

function summary(told: readonly Told[]): { title: string; body: string } {
  const kinds = distinct(told.map(({ kind }) => kind))
  const title = kinds.map((kind) => counted(told.filter((each) => each.kind === kind))).join('；')
  const names = distinct(told.map(({ merchant }) => merchant?.name ?? '').filter(Boolean))
  const more = names.length > namesShown ? ` 等 ${names.length} 个` : ''
  return { title, body: names.slice(0, namesShown).join('、') + more }
}

/** All of one kind. The subject stands once, at the first count. */
function counted(told: readonly Told[]): string {
  const wording = told[0] && wordings[told[0].kind]
  if (!wording) return ''
  return tones
    .map((tone) => ({ tone, count: merchantsIn(told.filter((each) => each.tone === tone)).length }))
    .filter(({ count }) => count > 0)
    .map(({ tone, count }, index) => `${count} 个${index === 0 ? `商家${wording.subject}` : ''}${wording[tone]}`)
    .join('，')
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
