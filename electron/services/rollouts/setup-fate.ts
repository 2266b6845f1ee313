import type { Capability } from '@shared/domain/capability'
import type { MerchantRef, MerchantRow } from '@shared/domain/merchant'
import type { ItemRequest, RolloutPreviewItem, SetupWork } from '@shared/domain/rollout'
import { applicationProblems, capabilityAction } from '@shared/rules/capability-rules'
import { differenceSize } from '@shared/rules/domain-rules'
import { profileAction } from '@shared/rules/profile-rules'
import { blockCause, rolloutBlocks, type BlockKey } from '@shared/rules/rollout-blocks'
import { say } from '@shared/texts/say'
import type { Store, StoredCapabilities } from '../../store/repositories'
import { baselinePreview } from '../setup/baseline-preview'
import { requestProblem } from './setup-check'
import { isIntroduced } from './setup-work'

type Work<Kind extends SetupWork['kind']> = Extract<SetupWork, { readonly kind: Kind }>

/** What a preview says of a merchant whose set-up would be changed. */
export type SetupFate = Pick<RolloutPreviewItem, 'fate' | 'cause' | 'why' | 'fix' | 'readAt'>

/** What is looked up once for all merchants of a preview. */
export type SetupContext = {
  readonly store: Store
  readonly work: SetupWork
  /** By app id; empty for other kinds than applications. */
  readonly capabilities: ReadonlyMap<string, StoredCapabilities>
}

/** What a preview of many merchants needs. */
export function setupContext(store: Store, accountId: string, work: SetupWork): SetupContext {
  const rows = work.kind === 'capability' ? store.capabilityRows(accountId) : []
  return { store, work, capabilities: new Map(rows.map((row) => [row.appId, row])) }
}

/** What would become of a merchant, judged by what was read last. It is read again when its turn comes. */
export function setupFate(context: SetupContext, row: MerchantRow, request: ItemRequest | null): SetupFate {
  const { store, work, capabilities } = context
  const { accountId, appId } = row
  if (row.authorization === 'lost') return blocked('authorization', rolloutBlocks.authorization.title, null)
  switch (work.kind) {
    case 'domains':
      return domains(store, { accountId, appId }, work)
    case 'capability':
      return capability(work, capabilities.get(appId))
    case 'introduction':
    case 'icon':
      return profile(store, { accountId, appId }, work.kind, request)
  }
}

const begin = (why: string | null, readAt: number | null): SetupFate => ({
  fate: 'setup',
  cause: null,
  why,
  fix: null,
  readAt
})

const unchanged = (why: string, readAt: number | null): SetupFate => ({
  fate: 'unchanged',
  cause: null,
  why,
  fix: null,
  readAt
})

const blocked = (key: BlockKey, why: string, readAt: number | null): SetupFate => ({
  fate: 'blocked',
  cause: blockCause(key),
  why,
  fix: rolloutBlocks[key].fix,
  readAt
})

const notRead = (): SetupFate => begin(say`还没有读过，轮到时先读取`, null)

function domains(store: Store, ref: MerchantRef, { baseline, mode }: Work<'domains'>): SetupFate {
  const preview = baselinePreview(store, ref, baseline.domains, mode)
  const { difference, readAt } = preview
  if (preview.blocked !== null) return blocked('domains', preview.blocked, readAt)
  if (difference === null) return notRead()
  const { missing, extra } = differenceSize(difference)
  if (missing + extra === 0) return unchanged(say`域名已经和基线一致`, readAt)
  const parts = [missing > 0 ? say`增加 ${missing} 个域名` : '', extra > 0 ? say`删除 ${extra} 个域名` : '']
  return begin(parts.filter(Boolean).join(say`，`), readAt)
}

function capability(work: Work<'capability'>, stored: StoredCapabilities | undefined): SetupFate {
  const { capabilities = null, readAt = null } = stored ?? {}
  if (capabilities === null) return notRead()
  const found = capabilities.find(({ key }) => key === work.key)
  if (!found) return blocked('setup', say`平台没有给这个商家列出这项能力`, readAt)
  if (found.state === 'granted') return unchanged(say`已经开通`, readAt)
  if (found.state === 'applying') return unchanged(say`已经在申请`, readAt)
  const why = whyNot(found, work)
  return why === null ? begin(null, readAt) : blocked('setup', why, readAt)
}

function whyNot(found: Capability, work: Work<'capability'>): string | null {
  const action = capabilityAction(found)
  if (!action.possible) return action.why
  const [problem] = Object.values(applicationProblems(found, work))
  return problem === undefined ? null : say`申请表：${problem}`
}

function profile(
  store: Store,
  ref: MerchantRef,
  kind: 'introduction' | 'icon',
  request: ItemRequest | null
): SetupFate {
  const { value, readAt } = store.information.read(ref)
  const problem = requestProblem(kind, request ?? undefined)
  if (problem !== null) return blocked('setup', problem, readAt)
  if (value === null) return notRead()
  if (request !== null && 'introduction' in request && isIntroduced(value, request.introduction)) {
    return unchanged(say`简介已经是这样`, readAt)
  }
  const action = profileAction(value, kind)
  return action.possible ? begin(null, readAt) : blocked('setup', action.why, readAt)
}
