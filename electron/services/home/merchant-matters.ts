import type { MerchantMatter } from '@shared/domain/home'
import type { MerchantRow } from '@shared/domain/merchant'
import { refreshSoonMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import type { AttentionRow, CapabilityAnswered, EndingToken, HomeRepository } from '../../store/repositories'
import { capabilityAbout } from '../events/describe-capability'
import { dueBefore, type Matter } from './matters'
import { rejectedMatter } from './rejected-parts'

const dayMs = 24 * 3600_000
/** So long an answer about a capability is news. */
const answerDays = 3

export type MerchantSources = {
  readonly home: HomeRepository
  /** Merchants that a rollout is at: it goes on with them by itself. */
  readonly busy: ReadonlyMap<string, unknown>
  readonly now: number
}

/** What is the matter with the merchants of an account, as far as the database knows. */
export function merchantMatters(accountId: string, { home, busy, now }: MerchantSources): readonly Matter[] {
  return [
    ...home.attention(accountId).flatMap((found) => attentionMatter(found, busy)),
    ...home.endingTokens(accountId, now + refreshSoonMs).map((token) => endingMatter(token, now)),
    ...home.rejectedParts(accountId).flatMap((part) => rejectedMatter(part, now)),
    ...newestAnswers(home.capabilityAnswers(accountId, now - answerDays * dayMs)).map(answerMatter)
  ]
}

function attentionMatter({ row, since }: AttentionRow, busy: ReadonlyMap<string, unknown>): readonly Matter[] {
  const kind = attentionKind(row)
  if (kind === null || (kind === 'approved' && busy.has(row.appId))) return []
  const { appId, name, iconKey, audit } = row
  const isAudit = kind === 'rejected' || kind === 'approved'
  const text = (kind === 'rejected' ? audit?.reason : kind === 'approved' ? audit?.version : row.online?.version) ?? ''
  const merchant = { appId, name, iconKey, text, at: isAudit ? since : null }
  return [{ kind, group: kind === 'approved' ? 'release' : 'now', merchant }]
}

/**
 * As the merchant list has it: what stands first hides the rest. What is being found out needs nobody, nor does one that was
 * taken down and has its next version in review; a release puts it back.
 */
function attentionKind(row: MerchantRow): MerchantMatter | null {
  if (row.authorization === 'lost') return 'authorization_lost'
  if (row.unsettled !== null) return null
  if (row.audit?.status === 'passed' && !row.audit.released) return 'approved'
  if (row.appState === 'offline' || row.online?.takenDown) {
    return row.audit?.status === 'in_review' ? null : 'taken_down'
  }
  return row.audit?.status === 'rejected' ? 'rejected' : null
}

/** Tokens are renewed long before their end; one that comes so near could not be. */
function endingMatter({ appId, name, iconKey, refreshExpiresAt: at }: EndingToken, now: number): Matter {
  const merchant = { appId, name, iconKey, text: '', at }
  if (at <= now) return { kind: 'authorization_ended', group: 'now', merchant }
  return { kind: 'authorization_ending', group: at < dueBefore(now) ? 'due' : 'know', merchant }
}

/** Of several answers about the same, the last; they come newest first. */
function newestAnswers(answers: readonly CapabilityAnswered[]): readonly CapabilityAnswered[] {
  const newest = new Map<string, CapabilityAnswered>()
  for (const answer of answers) {
    const about = `${answer.appId} ${capabilityAbout(answer.event, answer.raw) ?? answer.title}`
    if (!newest.has(about)) newest.set(about, answer)
  }
  return [...newest.values()]
}

/** A refusal that the operator has seen among the events is only to be known. */
function answerMatter({ appId, name, iconKey, title, detail, tone, seen, at }: CapabilityAnswered): Matter {
  const merchant = { appId, name, iconKey, text: detail === '' ? title : say`${title}：${detail}`, at }
  if (tone === 'good') return { kind: 'capability_granted', group: 'know', merchant }
  return { kind: 'capability_refused', group: seen ? 'know' : 'now', merchant }
}
