import type { CallInput } from '@shared/contract'
import type { BatchKind } from '@shared/domain/batch'
import type { BaselineMode, DomainBaseline } from '@shared/domain/domains'
import { introductionProblem } from '@shared/rules/profile-rules'
import type { NewBatch } from '../../store/repositories'
import { invalidOrder } from './batch-failures'

/** What `batches.start` takes. */
export type BatchOrder = CallInput<'batches.start'>['order']

/** What a batch will do to each of its merchants, and how it is called. */
export type PlannedBatch = Pick<NewBatch, 'kind' | 'title' | 'items'>

type Listed<Kind extends BatchKind> = Extract<BatchOrder, { readonly kind: Kind }>

/** Refuses an introduction that the platform would refuse for its length, by line. Throws `DeskFailure` `invalid_input`. */
export function plannedIntroductions({ items }: Listed<'introduction'>): PlannedBatch {
  refuseDoubles(items)
  const texts = items.map(({ appId, introduction }) => ({ appId, introduction: introduction.trim() }))
  const problems = texts.flatMap(({ introduction }, index) => {
    const problem = introductionProblem(introduction)
    return problem === null ? [] : [[`items.${index}.introduction`, problem] as const]
  })
  if (problems.length > 0) throw invalidOrder(Object.fromEntries(problems))
  return {
    kind: 'introduction',
    title: `修改 ${items.length} 个商家的简介`,
    items: texts.map(({ appId, introduction }) => ({ appId, summary: introduction, request: { introduction } }))
  }
}

/** `nameOf` tells the name of a staged file and throws where there is none. */
export function plannedIcons({ items }: Listed<'icon'>, nameOf: (fileId: string) => string): PlannedBatch {
  refuseDoubles(items)
  return {
    kind: 'icon',
    title: `修改 ${items.length} 个商家的图标`,
    items: items.map(({ appId, fileId }) => ({ appId, summary: nameOf(fileId), request: { fileId } }))
  }
}

export function plannedDomains(appIds: readonly string[], baseline: DomainBaseline, mode: BaselineMode): PlannedBatch {
  refuseDoubles(appIds.map((appId) => ({ appId })))
  const { id, name, domains } = baseline
  const summary = mode === 'add' ? `补齐域名基线「${name}」` : `域名改成和基线「${name}」一样`
  const request = { baseline: { id, name, domains }, mode }
  return {
    kind: 'domains',
    title: `${appIds.length} 个商家${summary}`,
    items: appIds.map((appId) => ({ appId, summary, request }))
  }
}

/**
 * The same application for all: its form is judged merchant by merchant, as their lists may differ. `name` is the capability's;
 * `requireFile` throws for a picture that is not staged.
 */
export function plannedCapability(
  { appIds, key, reason, answers }: Listed<'capability'>,
  name: string,
  requireFile: (fileId: string) => void
): PlannedBatch {
  refuseDoubles(appIds.map((appId) => ({ appId })))
  if (reason.trim() === '') throw invalidOrder({ reason: '请填写申请理由' })
  for (const { files } of answers) for (const fileId of files) requireFile(fileId)
  const summary = `申请「${name}」`
  return {
    kind: 'capability',
    title: `为 ${appIds.length} 个商家${summary}`,
    items: appIds.map((appId) => ({ appId, summary, request: { key, reason, answers } }))
  }
}

function refuseDoubles(items: readonly { readonly appId: string }[]): void {
  const seen = new Set<string>()
  const problems = items.flatMap(({ appId }, index) => {
    const isDouble = seen.has(appId)
    seen.add(appId)
    return isDouble ? [[`items.${index}.appId`, `${appId} 出现了两次`] as const] : []
  })
  if (problems.length > 0) throw invalidOrder(Object.fromEntries(problems))
}
