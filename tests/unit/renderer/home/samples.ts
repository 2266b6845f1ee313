import type {
  HomeFigures,
  HomeItem,
  HomeMerchant,
  MerchantMatter,
  MerchantsItem,
  WaitingRollout
} from '@shared/domain/home'

export const now = 1_800_000_000_000

export const merchant = (appId: string, change: Partial<HomeMerchant> = {}): HomeMerchant => ({
  ...{ appId, name: `店 ${appId}`, iconKey: null, text: '', at: now },
  ...change
})

/** The same matter of merchants with these app ids. */
export function matter(
  kind: MerchantMatter,
  appIds: readonly string[],
  change: Partial<Pick<HomeItem & MerchantsItem, 'accountId' | 'group' | 'merchants'>> = {}
): HomeItem & MerchantsItem {
  return {
    ...{ accountId: 'real', group: 'now', kind, appIds, merchants: appIds.map((appId) => merchant(appId)) },
    ...change
  } as const
}

export const drift: HomeItem = {
  accountId: 'real',
  group: 'know',
  kind: 'drift',
  behind: 4,
  total: 9,
  version: '2.4.0'
}

export const rollout: HomeItem & WaitingRollout = {
  ...{ accountId: 'real', group: 'release', kind: 'rollout', rolloutId: 'r1', title: '上传 2.4.0', state: 'deciding' },
  hold: { by: 'train', approved: 12 }
}

export const figures: HomeFigures = {
  days: [now - 86_400_000, now],
  versions: {
    series: [
      { version: '2.4.0', counts: [1, 3] },
      { version: null, counts: [1, 0] }
    ],
    none: 2
  },
  audits: {
    passed: [1, 2],
    rejected: [0, 1],
    inReview: 5,
    medianMs: 5 * 3600_000,
    durations: [
      { withinMs: 3600_000, count: 1 },
      { withinMs: 6 * 3600_000, count: 2 },
      { withinMs: 24 * 3600_000, count: 0 },
      { withinMs: 48 * 3600_000, count: 0 },
      { withinMs: null, count: 1 }
    ]
  },
  credit: {
    scores: [
      { score: 72, count: 1 },
      { score: 95, count: 3 }
    ],
    unknown: 4
  }
}
