import type { AuditVersion, OnlineVersion, TestVersion, VersionList } from '@shared/domain/version'

/** 2026-01-01 08:00 in China. */
export const january = Date.UTC(2026, 0, 1)

const common = { summary: '说明', categories: [], developerName: null, channel: '' }

export function testVersion(version: string, createdAt: number, submitted = false): TestVersion {
  return { ...common, stage: 'latest', version, createdAt, submitted }
}

export function auditVersion(
  version: string,
  createdAt: number,
  status: AuditVersion['status'],
  more: Partial<AuditVersion> = {}
): AuditVersion {
  return {
    ...common,
    stage: 'audit',
    version,
    createdAt,
    status,
    released: false,
    takenDown: false,
    approvedHosts: [],
    reasons: [],
    ...more
  }
}

export function onlineVersion(version: string, createdAt: number, more: Partial<OnlineVersion> = {}): OnlineVersion {
  return {
    ...common,
    stage: 'current',
    version,
    createdAt,
    takenDown: false,
    approvedHosts: ['抖音'],
    notApprovedHosts: [],
    reasons: [],
    rollback: { possible: false, toVersion: null },
    ...more
  }
}

export function versionList(readAt: number, stages: Partial<VersionList> = {}): VersionList {
  return { latest: null, audit: null, gray: null, current: null, ...stages, readAt }
}
