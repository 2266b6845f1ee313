import type { MerchantDetail } from '@shared/contract'
import type { Operation } from '@shared/domain/operation'
import type { AuditVersion, OnlineVersion, TestVersion, VersionList } from '@shared/domain/version'

/** Builders of what the main process answers, with believable values wherever a test does not care. */
export const merchant = { accountId: 'practice', appId: 'tt0001' }

const base = (version: string) => ({
  version,
  summary: `说明 ${version}`,
  createdAt: 1_000,
  categories: [],
  developerName: null,
  channel: ''
})

export const testVersion = (version: string, change: Partial<TestVersion> = {}): TestVersion => ({
  ...base(version),
  stage: 'latest',
  submitted: false,
  ...change
})

export const auditVersion = (version: string, change: Partial<AuditVersion> = {}): AuditVersion => ({
  ...base(version),
  stage: 'audit',
  status: 'in_review',
  released: false,
  takenDown: false,
  approvedHosts: [],
  reasons: [],
  ...change
})

export const onlineVersion = (version: string, change: Partial<OnlineVersion> = {}): OnlineVersion => ({
  ...base(version),
  stage: 'current',
  takenDown: false,
  approvedHosts: [],
  notApprovedHosts: [],
  reasons: [],
  rollback: { possible: false, toVersion: null },
  ...change
})

export const versionList = (change: Partial<VersionList> = {}): VersionList => ({
  latest: null,
  audit: null,
  gray: null,
  current: null,
  readAt: 1_000,
  ...change
})

export const merchantDetail = (
  change: Partial<MerchantDetail> = {},
  readAt: number | null = 1_000
): MerchantDetail => ({
  profile: {
    ...merchant,
    name: '山野茶事',
    introduction: '',
    iconKey: null,
    appState: 'published',
    subjectName: null,
    subjectType: null,
    tags: [],
    note: '',
    authorization: { state: 'authorized', authorizedAt: null, permissions: [{ id: 1, name: '开发管理权限' }] },
    readAt,
    readError: null
  },
  versions: versionList(),
  unsettled: null,
  lastSubmittedAt: null,
  lastRolledBackAt: null,
  readiness: [],
  ...change
})

export const operation = (change: Partial<Operation> = {}): Operation => ({
  ...merchant,
  id: '7',
  kind: 'upload',
  version: '1.4.0',
  state: 'done',
  startedAt: 1_000,
  finishedAt: 2_000,
  actor: '小林',
  logId: null,
  error: null,
  rolloutId: null,
  ...change
})
