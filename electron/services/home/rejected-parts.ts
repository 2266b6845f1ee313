import type { CategoryFacts } from '@shared/domain/category'
import type { MerchantInformation } from '@shared/domain/profile'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { RejectedPart } from '../../store/repositories'
import type { Matter } from './matters'

/** The platform dates no rejection: one of what we sent within this time is to be dealt with, an older one to be known. */
const recentMs = 14 * 24 * 3600_000

/** What of a merchant's profile or categories is rejected; nothing where the other part has it. */
export function rejectedMatter(
  { appId, name, iconKey, sentAt, ...part }: RejectedPart,
  now: number
): readonly Matter[] {
  const texts = part.facet === 'information' ? profileTexts(part.value) : categoryTexts(part.value)
  if (texts.length === 0) return []
  return [
    {
      kind: part.facet === 'information' ? 'profile_rejected' : 'category_rejected',
      group: sentAt !== null && now - sentAt < recentMs ? 'now' : 'know',
      merchant: { appId, name, iconKey, text: clauses(texts), at: sentAt }
    }
  ]
}

function profileTexts({ nameAudit, introductionAudit, iconAudit }: MerchantInformation): readonly string[] {
  const named = [
    [say`名称`, nameAudit],
    [say`简介`, introductionAudit],
    [say`图标`, iconAudit]
  ] as const
  return named.flatMap(([what, audit]) => (audit?.state === 'rejected' ? [withReason(what, audit.reason)] : []))
}

function categoryTexts({ configured, publishing }: CategoryFacts): readonly string[] {
  const rejected = configured.filter(({ state }) => state === 'rejected')
  return [
    ...rejected.map(({ name, reason }) => withReason(say`「${name}」`, reason)),
    ...(publishing?.state === 'rejected' ? [withReason(say`类目发布`, publishing.reason)] : [])
  ]
}

const withReason = (what: string, reason: string): string => (reason === '' ? what : say`${what}：${reason}`)
