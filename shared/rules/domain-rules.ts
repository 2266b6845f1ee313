import { parse } from 'tldts'
import {
  domainKinds,
  serverDomainKinds,
  type DomainDifference,
  type DomainGroup,
  type DomainKind,
  type DomainSet
} from '../domain/domains'
import { say } from '../texts/say'
import { domainsMax } from './limits'

/** One line of a list of domains as it was typed; `fix` is what was probably meant, where that can be told. */
export type DomainVerdict = {
  readonly text: string
  readonly problem: string | null
  readonly fix: string | null
}

export const domainKindNames: Readonly<Record<DomainKind, string>> = {
  get request() {
    return say`request 合法域名`
  },
  get socket() {
    return say`socket 合法域名`
  },
  get upload() {
    return say`uploadFile 合法域名`
  },
  get download() {
    return say`downloadFile 合法域名`
  },
  get webview() {
    return say`业务域名（webview）`
  }
}

export const kindsOf = (group: DomainGroup): readonly DomainKind[] =>
  group === 'server' ? serverDomainKinds : ['webview']

/** Lines of a pasted text: separated by line breaks, spaces, commas or semicolons, without empty ones. */
export function domainLines(text: string): string[] {
  return text.split(/[\s,;，；、]+/u).filter((line) => line !== '')
}

const isLabel = (text: string): boolean =>
  /^[a-z0-9-]{1,63}$/.test(text) && !text.startsWith('-') && !text.endsWith('-')

/** A last label of digits makes an address of a host name (`1.2.3` is 1.2.0.3), whatever comes before. */
const endsInNumber = (text: string): boolean => /^\d+$/.test(text.split(':')[0]?.split('.').at(-1) ?? '')

/**
 * Why the platform would refuse a domain by its form (code 40027), in the operator's words: scheme, path, port, IP, a public
 * suffix such as `com.cn` that belongs to nobody, characters that no host name has. Null when it would not.
 */
export function domainProblem(text: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return say`不要带协议（https://、wss://）`
  if (/[/?#]/.test(text)) return say`不要带路径`
  if (text.includes('@')) return say`不要带用户名`
  const { hostname, isIp, domain, publicSuffix } = parse(text, { allowPrivateDomains: true })
  if (isIp === true || endsInNumber(text)) return say`不能用 IP 地址`
  if (/:\d*$/.test(text)) return say`不能带端口`
  if (text.includes('*')) return say`不能用通配符，下级域名要逐个填写`
  if (/\P{ASCII}/u.test(text)) return say`含有中文或全角字符；中文域名请填 xn-- 开头的形式`
  if (hostname === 'localhost' || !text.includes('.')) return say`不是完整的域名`
  const labels = text.toLowerCase().split('.')
  if (text.length > 253 || !labels.every(isLabel)) return say`域名的写法不对`
  if (domain === null) return say`${publicSuffix ?? text} 是公共后缀，不能单独填写`
  return null
}

/** The bare host that was probably meant by an address; null where that can not be told, or it is what was typed. */
export function bareDomain(text: string): string | null {
  const typed = text
    .replace(/\u3002/g, '.')
    .replace(/\uff1a/g, ':')
    .trim()
  const { hostname } = parse(typed, { extractHostname: true })
  const bare = hostname?.toLowerCase() ?? null
  return bare === null || bare === text || domainProblem(bare) !== null ? null : bare
}

/** Whether a domain is one of these or below one of them (code 40023). */
export function isCovered(domain: string, own: readonly string[]): boolean {
  return own.some((each) => domain === each || domain.endsWith(`.${each}`))
}

/**
 * Judges a list line by line as the platform does: form (40027), the third-party application's own list (40023, where it is
 * known: an empty one checks nothing), doubles. Host names are compared in lower case.
 */
export function checkDomains(lines: readonly string[], own: readonly string[]): readonly DomainVerdict[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const verdict = checkDomain(line, own, seen)
    seen.add(line.toLowerCase())
    return verdict
  })
}

function checkDomain(text: string, own: readonly string[], seen: ReadonlySet<string>): DomainVerdict {
  const problem = domainProblem(text)
  if (problem !== null) return { text, problem, fix: bareDomain(text) }
  const lower = text.toLowerCase()
  if (seen.has(lower)) return { text, problem: say`和上面的重复`, fix: null }
  if (own.length > 0 && !isCovered(lower, own)) {
    return { text, problem: say`不在第三方应用自己的域名列表里，也不是其中域名的下级域名`, fix: null }
  }
  return { text, problem: null, fix: lower === text ? null : lower }
}

/** Why a list as a whole would be refused (code 40024); null when it would not. */
export function tooManyDomains(domains: readonly string[]): string | null {
  return domains.length > domainsMax ? say`最多 ${domainsMax} 个域名，现在是 ${domains.length} 个` : null
}

const sorted = (domains: Iterable<string>): string[] => [...new Set(domains)].sort()

/** What `current` lacks of `target` and has beyond it, per kind. */
export function domainDifference(current: Partial<DomainSet>, target: Partial<DomainSet>): DomainDifference {
  const of = (kind: DomainKind) => {
    const have = new Set(current[kind] ?? [])
    const want = new Set(target[kind] ?? [])
    return {
      missing: sorted([...want].filter((each) => !have.has(each))),
      extra: sorted([...have].filter((each) => !want.has(each)))
    }
  }
  return {
    request: of('request'),
    socket: of('socket'),
    upload: of('upload'),
    download: of('download'),
    webview: of('webview')
  }
}

/** How many domains of these kinds differ. */
export function differenceSize(
  difference: DomainDifference,
  kinds: readonly DomainKind[] = domainKinds
): { readonly missing: number; readonly extra: number } {
  return {
    missing: kinds.reduce((sum, kind) => sum + difference[kind].missing.length, 0),
    extra: kinds.reduce((sum, kind) => sum + difference[kind].extra.length, 0)
  }
}

/** The one call that makes a group equal to its target; null when nothing differs. */
export type DomainPlan = { readonly action: 'add' | 'delete' | 'set'; readonly domains: Partial<DomainSet> }

/**
 * Only what differs is sent: what is missing is added, what is more is deleted. Where both are needed everything is
 * replaced (`set`) in one call, with all kinds of the group, since what happens to a kind that is left out is not stated.
 */
export function domainPlan(
  group: DomainGroup,
  current: Partial<DomainSet>,
  target: Partial<DomainSet>
): DomainPlan | null {
  const difference = domainDifference(current, target)
  const kinds = kindsOf(group)
  const { missing, extra } = differenceSize(difference, kinds)
  const pick = (domains: (kind: DomainKind) => readonly string[]): Partial<DomainSet> =>
    Object.fromEntries(kinds.map((kind) => [kind, domains(kind)]))
  if (missing > 0 && extra > 0) return { action: 'set', domains: pick((kind) => sorted(target[kind] ?? [])) }
  if (missing > 0) return { action: 'add', domains: pick((kind) => difference[kind].missing) }
  if (extra > 0) return { action: 'delete', domains: pick((kind) => difference[kind].extra) }
  return null
}
