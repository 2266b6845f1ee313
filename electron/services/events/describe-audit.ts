import { hostName } from '@shared/rules/hosts'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { describing, passOrFail, status, text, texts, verdictOf, type EventDescriber } from './event-fields'

const guide = z.object({ name: text, link: text })
const auditDetail = z.object({ reason: texts, modifyGuide: guide.nullish().catch(null) })
const hostResult = z.object({
  hostName: z.string(),
  status,
  reason: texts,
  auditDetail: z.array(auditDetail).nullish().catch(null)
})
type HostResult = z.output<typeof hostResult>

/** Page `develop/audit-code`: one result per host, `auditDetail` null where it passed. */
const describePackageAudit = describing(z.object({ AuditResults: z.array(hostResult).min(1) }), ({ AuditResults }) => {
  return {
    kind: 'audit',
    title: titleOf(AuditResults),
    detail: AuditResults.map(reasonLine).filter(Boolean).join('\n'),
    tone: toneOf(AuditResults)
  }
})

export const auditDescribers: readonly (readonly [string, EventDescriber])[] = [['PACKAGE_AUDIT', describePackageAudit]]

/** `审核通过：抖音`, or what became of which hosts where they fared differently. */
function titleOf(results: readonly HostResult[]): string {
  const perStatus = [...Map.groupBy(results, (result) => result.status)].map(([number, some]) => ({
    verdict: verdictOf(passOrFail, number),
    hosts: listed(some.map((result) => hostName(result.hostName)))
  }))
  const [only] = perStatus
  if (only && perStatus.length === 1) return say`${only.verdict.said(say`审核`)}：${only.hosts}`
  return say`审核结果：${perStatus.map(({ verdict, hosts }) => verdict.said(hosts)).join(say`，`)}`
}

/** One rejected host spoils it. */
function toneOf(results: readonly HostResult[]) {
  const tones = results.map((result) => verdictOf(passOrFail, result.status).tone)
  if (tones.includes('bad')) return 'bad'
  return tones.includes('neutral') ? 'neutral' : 'good'
}

/** What the reviewers said about a host, with the guides that they name; the same reason may stand in both places. */
function reasonLine(result: HostResult): string {
  const details = result.auditDetail ?? []
  const reasons = new Set([...result.reason, ...details.flatMap(({ reason }) => reason)])
  const guides = new Set(
    details.flatMap(({ modifyGuide }) =>
      modifyGuide?.link ? [say`修改指引 ${modifyGuide.name} ${modifyGuide.link}`] : []
    )
  )
  const all = [...reasons, ...guides]
  return all.length > 0 ? say`${hostName(result.hostName)}：${clauses(all)}` : ''
}
