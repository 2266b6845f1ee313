import type { CategoryFacts } from '../domain/category'
import type { DomainDrift, DomainFacts } from '../domain/domains'
import type { AuthorizationState, PermissionSet } from '../domain/merchant'
import type { MerchantInformation, ProfileAudit } from '../domain/profile'
import type {
  Readiness,
  ReadinessCheck,
  ReadinessFix,
  ReadinessItem,
  ReadinessLevel,
  ReadinessSummary
} from '../domain/readiness'
import type { StandingFacts } from '../domain/standing'
import { clauses } from '../texts/joined'
import { say } from '../texts/say'
import { unpublished } from './category-rules'
import { permissionSets } from './limits'

/** What is known of a merchant; null: not read (yet). */
export type ReadinessFacts = {
  readonly authorization: AuthorizationState
  readonly permissions: readonly PermissionSet[]
  readonly information: MerchantInformation | null
  readonly categories: CategoryFacts | null
  readonly domains: DomainFacts | null
  readonly drift: DomainDrift | null
  readonly standing: StandingFacts | null
}

/**
 * What the platform would refuse in a submission to audit and why (page "提审代码": codes 10109, 11305, 11306, 28001018), and
 * what is amiss besides. What can not be read (whether the subject or the mini program is banned: 10104, 10107) is not
 * judged.
 */
export function readiness(facts: ReadinessFacts): Readiness {
  const { information } = facts
  const told = information === null ? [notRead('name', say`还没有读到基本资料`)] : informationItems(information)
  return [
    authorizationItem(facts),
    permissionItem(facts),
    ...told,
    publishingItem(facts),
    domainsItem(facts),
    filingItem(facts)
  ]
}

const order: readonly ReadinessLevel[] = ['blocking', 'warning', 'unknown', 'ok']

/** The list's column: the worst level, and what is behind it. What is not read counts only for the profile. */
export function summarized(items: Readiness): ReadinessSummary {
  const counted = items.filter(({ level, check }) => level !== 'unknown' || check === 'name')
  const level = order.find((each) => counted.some((item) => item.level === each)) ?? 'unknown'
  const named = level === 'ok' ? [] : counted.filter((item) => item.level === level)
  return { level, text: clauses(named.map(({ text }) => text)) }
}

type Judgement = { readonly level: ReadinessLevel; readonly text: string; readonly platformCode?: string }

function item(check: ReadinessCheck, fix: ReadinessFix | null, judgement: Judgement): ReadinessItem {
  const { level, text, platformCode = null } = judgement
  return { check, level, text, platformCode, fix: level === 'ok' ? null : fix }
}

const ok = (text: string): Judgement => ({ level: 'ok', text })
const warning = (text: string): Judgement => ({ level: 'warning', text })
const blocking = (text: string, platformCode: string): Judgement => ({ level: 'blocking', text, platformCode })
const notRead = (check: ReadinessCheck, text: string, fix: ReadinessFix = 'profile'): ReadinessItem =>
  item(check, fix, { level: 'unknown', text })

function authorizationItem({ authorization }: ReadinessFacts): ReadinessItem {
  const judged = {
    lost: blocking(say`授权已失效`, '40022'),
    unknown: { level: 'unknown', text: say`授权状态还没有读到` },
    authorized: ok(say`已授权`)
  } as const satisfies Record<AuthorizationState, Judgement>
  return item('authorization', 'authorization', judged[authorization])
}

function permissionItem({ permissions }: ReadinessFacts): ReadinessItem {
  const granted = (id: number): boolean => permissions.some((set) => set.id === id)
  const { development, basicInformation } = permissionSets
  if (permissions.length === 0) return notRead('permission', say`权限集还没有读到`, 'authorization')
  if (!granted(development.id)) {
    return item('permission', 'authorization', blocking(say`没有授予「${development.name}」`, '28001018'))
  }
  if (!granted(basicInformation.id)) {
    return item('permission', 'authorization', warning(say`没有授予「${basicInformation.name}」，资料不能代为设置`))
  }
  return item('permission', null, ok(say`需要的权限都已授予`))
}

function informationItems(information: MerchantInformation): ReadinessItem[] {
  return [
    item(
      'standing',
      'standing',
      information.appState === 'offline' ? warning(say`小程序已被下架`) : ok(say`没有被下架`)
    ),
    item('subject', 'standing', subject(information)),
    item('name', 'profile', name(information)),
    item('introduction', 'profile', text(say`简介`, information.introduction, information.introductionAudit)),
    item('icon', 'profile', text(say`图标`, information.iconUrl ?? '', information.iconAudit)),
    item('category', 'categories', category(information))
  ]
}

function subject({ subjectName, subjectState }: MerchantInformation): Judgement {
  if (subjectState === 'in_review') return blocking(say`主体认证还在审核中`, '11305')
  if (subjectState === 'rejected') return blocking(say`主体认证没有通过`, '11305')
  return subjectName === null ? blocking(say`没有完成主体认证`, '11305') : ok(say`主体：${subjectName}`)
}

function name({ name: present, nameAudit }: MerchantInformation): Judgement {
  if (nameAudit?.state === 'expired') return blocking(say`名称已被平台重置，需要先改名`, '10109')
  return text(say`名称`, present, nameAudit)
}

/** Something that must be there; a refused change of it leaves what was there before. */
function text(what: string, present: string, audit: ProfileAudit | null): Judgement {
  if (present === '') {
    const why = audit?.state === 'in_review' ? say`${what}还在审核中` : say`没有${what}`
    return blocking(why, '11306')
  }
  if (audit?.state === 'rejected')
    return warning(audit.reason ? say`${what}的修改没有通过：${audit.reason}` : say`${what}的修改没有通过`)
  return ok(audit?.state === 'in_review' ? say`${what}已设置，新的在审核中` : say`${what}已设置`)
}

/** A state that the documentation does not describe blocks nothing: the platform has the last word. */
function category({ categories }: MerchantInformation): Judgement {
  const approved = categories.filter(({ state }) => state === 'approved')
  if (categories.length === 0) return blocking(say`没有服务类目`, '11306')
  if (approved.length === 0) {
    if (categories.some(({ state }) => state === null)) return { level: 'unknown', text: say`服务类目的状态没有读到` }
    const waits = categories.some(({ state }) => state === 'in_review')
    return blocking(waits ? say`服务类目还在审核中` : say`服务类目没有通过审核`, '11306')
  }
  const rejected = categories.filter(({ state }) => state === 'rejected')
  if (rejected.length > 0) return warning(say`${rejected.length} 个服务类目没有通过审核`)
  return ok(say`${approved.length} 个服务类目已通过`)
}

function publishingItem({ categories, information }: ReadinessFacts): ReadinessItem {
  if (categories === null || categories.online === null) {
    return notRead('publishing', say`已发布的类目还没有读到`, 'categories')
  }
  const waiting = unpublished(categories)
  const isPublished = information?.appState === 'published'
  if (categories.publishing?.state === 'rejected') {
    return item('publishing', 'categories', warning(say`上一次发布类目没有通过`))
  }
  if (isPublished && waiting.length > 0) {
    return item('publishing', 'categories', warning(say`${waiting.length} 个类目通过了还没有发布`))
  }
  return item('publishing', null, ok(isPublished ? say`类目都已发布` : say`类目会随首次发布生效`))
}

function domainsItem({ domains, drift }: ReadinessFacts): ReadinessItem {
  if (domains === null || domains.server === null) return notRead('domains', say`服务器域名还没有读到`, 'domains')
  if (Object.values(domains.server).every((list) => list.length === 0)) {
    return item('domains', 'domains', warning(say`没有服务器域名，小程序不能发出请求`))
  }
  const missing = drift?.missing ?? 0
  if (drift && missing > 0)
    return item('domains', 'domains', warning(say`比基线「${drift.baselineName}」少 ${missing} 个域名`))
  return item('domains', null, ok(say`服务器域名已设置`))
}

/** The numbers are not documented, so that none is judged. */
function filingItem({ standing }: ReadinessFacts): ReadinessItem {
  const status = standing?.filing?.status
  return status === undefined
    ? notRead('filing', say`备案状态还没有读到`, 'standing')
    : item('filing', 'standing', {
        level: 'unknown',
        text: say`备案状态码 ${status}，平台没有说明含义，请在平台后台确认`
      })
}
