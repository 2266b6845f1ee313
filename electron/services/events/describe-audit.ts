import { hostName } from '@shared/rules/hosts'
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
  const words = [...new Set(AuditResults.map(wordOf))]
  const perWord = words.map((word) => ({ word, hosts: hostsWith(AuditResults, word).join('、') }))
  const [only] = perWord
  const title =
    only && perWord.length === 1
      ? `审核${only.word}：${only.hosts}`
      : `审核结果：${perWord.map(({ word, hosts }) => `${hosts}${word}`).join('，')}`
  return {
    kind: 'audit',
    title,
    detail: AuditResults.map(reasonLine).filter(Boolean).join('\n'),
    tone: toneOf(AuditResults)
  }
})

export const auditDescribers: readonly (readonly [string, EventDescriber])[] = [['PACKAGE_AUDIT', describePackageAudit]]

const wordOf = (result: HostResult): string => verdictOf(passOrFail, result.status).word

function hostsWith(results: readonly HostResult[], word: string): readonly string[] {
  return results.filter((result) => wordOf(result) === word).map((result) => hostName(result.hostName))
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
      modifyGuide?.link ? [`修改指引 ${modifyGuide.name} ${modifyGuide.link}`] : []
    )
  )
  const all = [...reasons, ...guides]
  return all.length > 0 ? `${hostName(result.hostName)}：${all.join('；')}` : ''
}
