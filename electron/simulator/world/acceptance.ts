import { type AuthorizationCode, beginAuthorization, permissionSets } from './authorization'
import { noDomains } from './domain-state'
import { pictureMark } from './events'
import { freshProfile } from './fresh-profile'
import { digest } from './random'
import { Refusal } from './refusal'
import { nothingFixed } from './standing-state'
import type { Invitation, Merchant } from './state'
import type { World } from './world'

/** The sets that the application may be granted, and those that a merchant ticks who does not think about it. */
export const offeredSets: readonly number[] = Object.keys(permissionSets).map(Number)
export const usualSets: readonly number[] = [1, 2, 3, 4, 5, 6]

/** The mini programs that could authorise the application: those that did before, then those that never did. */
export function candidates(world: World): readonly Merchant[] {
  return [...world.everyMerchant().filter(({ authorization }) => !authorization.live), ...world.newcomers()]
}

/** Whom the merchant chose (nobody: the first one that can be chosen) and what it granted. */
export type Choice = { readonly appId?: string | undefined; readonly permissions?: readonly number[] | undefined }
export type Acceptance = { readonly merchant: Merchant; readonly code: AuthorizationCode }

/**
 * The merchant confirms: an existing mini program authorises the application, or a new one is made that does. The
 * invitation is used up by it. Throws `Refusal` 40004 (nobody by that id, or nobody left), 40019 (authorised already, or
 * a template app), 40001 (unknown permission set).
 */
export function acceptInvitation(world: World, invitation: Invitation, { appId, permissions }: Choice): Acceptance {
  const creates = invitation.purpose === 'create'
  const merchant = creates ? createdMerchant(world, invitation) : chosenMerchant(world, appId)
  const details = creates ? creationDetails(merchant) : {}
  const code = beginAuthorization(world, merchant, permissions ?? usualSets, details)
  if (!world.state.merchants.includes(merchant)) world.add(merchant)
  invitation.usedAt = world.now()
  invitation.usedBy = merchant.appId
  world.touch()
  return { merchant, code }
}

function chosenMerchant(world: World, appId: string | undefined): Merchant {
  if (world.state.templateApps.some((app) => app.appId === appId)) throw new Refusal(40019)
  const possible = candidates(world)
  const chosen = appId === undefined ? possible[0] : possible.find((each) => each.appId === appId)
  if (chosen !== undefined) return chosen
  if (appId === undefined) throw new Refusal(40004)
  world.merchant(appId)
  throw new Refusal(40019)
}

/** Has a name and perhaps an icon, and nothing else: no introduction, no category, no version. */
function createdMerchant(world: World, { appName, appIcon }: Invitation): Merchant {
  const appId = `tt${digest(world.state.seed, 'created', world.mint('created')).slice(0, 18)}`
  return {
    ...{ appId, name: appName, introduction: '', icon: appIcon, standing: 'normal', categories: [] },
    ...freshProfile(appId),
    subject: { name: `${appName}（个体工商户）`, type: 'person', state: 'approved' },
    developer: null,
    habits: { flags: 'number', missing: 'absent' },
    hosts: ['douyin', 'douyin_lite', 'toutiao', 'tt_lite'],
    releasedHosts: [],
    domains: noDomains(),
    assessment: nothingFixed(),
    capabilities: {},
    authorization: { live: false, listed: false, at: world.now(), permissions: [] },
    tokens: { v1: null, v2: null },
    ...{ tests: [], audit: null, gray: null, current: null, previous: null, takenDownAt: null },
    ...{ submissions: 0, lastSubmissionAt: null, auditLocked: false, nextAudit: null },
    rollback: { lastAt: null, used: false, effectiveAt: null }
  }
}

/** What the event tells of a mini program that was created; the contact comes masked. */
function creationDetails({ name, icon, subject }: Merchant): Record<string, unknown> {
  return {
    AppName: name,
    AppIcon: icon === '' ? '' : pictureMark('icon', icon),
    CompanyName: subject.name,
    AppSuperAdminEmail: 'm***@example.com',
    AppSuperAdminMobile: '138****0000'
  }
}
