import type { ActivityContent, ActivityEntry } from '@shared/domain/activity'

type Readable = Exclude<ActivityEntry, { action: 'unreadable' }>

/** An entry about 云间民宿, done by 小王. */
export function entryOf(
  sequence: number,
  { action, outcome = 'done', ...content }: Pick<Readable, 'action'> & Partial<Readable & ActivityContent>
): ActivityEntry {
  return {
    sequence,
    ...{ at: sequence * 1000, actor: '小王', origin: 'operator', accountId: 'practice', action, outcome },
    ...{ contentHash: 'c'.repeat(64), previousHash: '0'.repeat(64), hash: 'f'.repeat(64) },
    content: {
      ...{ nonce: 'n', accountName: '演练环境', appId: 'tt0001', merchantName: '云间民宿', before: {}, after: {} },
      ...{ reason: null, platformCode: null, platformMessage: null, logId: null },
      links: { operation: null, setting: null, rollout: null },
      ...content
    }
  }
}
