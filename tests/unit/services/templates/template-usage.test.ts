import { describe, expect, it } from 'vitest'
import type { VersionList } from '@shared/domain/version'
import { templateUsage } from '../../../../electron/services/templates/template-usage'
import { discover, newStore } from '../../store/support'
import { auditVersion, onlineVersion, testVersion, versionList } from '../../support'
import { journalUpload, newest as template } from './template-bench'

const ours = { templateId: template.templateId, version: '1.0.0', description: '一店一版' }
const others = { ...ours, templateId: '1622' }
const shown = <Version extends { summary: string }>(version: Version, summary = ours.description): Version => ({
  ...version,
  summary
})

async function usersOf(stages: Partial<VersionList>, uploads: readonly (typeof ours)[] = []) {
  const store = newStore()
  discover(store, ['tt01', 'tt02'])
  store.merchants.saveVersions({ accountId: 'a', appId: 'tt01' }, versionList(9, stages))
  for (const [index, upload] of uploads.entries()) journalUpload(store, 'tt01', upload, index + 1)
  return (await templateUsage(store, 'a', { ...template, createdAt: 1 })).users
}

describe('who uses a template', () => {
  it('is certain by our journal, at every stage where the version still stands', async () => {
    const stages = {
      latest: shown(testVersion('1.0.0', 3)),
      audit: shown(auditVersion('1.0.0', 3, 'passed')),
      current: onlineVersion('0.9.0', 2, { rollback: { possible: true, toVersion: '1.0.0' } })
    }
    expect(await usersOf(stages, [ours])).toEqual([
      { appId: 'tt01', name: 'tt01', stages: ['latest', 'audit', 'previous'], certain: true }
    ])
  })

  it('counts a version that is online for a share of the users', async () => {
    const gray = { ...shown(testVersion('1.0.0', 3)), stage: 'gray' as const, hostShares: [] }
    expect(await usersOf({ gray }, [ours])).toMatchObject([{ stages: ['current'], certain: true }])
  })

  it('is nobody whose version stands no more, or was made of another template', async () => {
    expect(await usersOf({ latest: shown(testVersion('1.1.0', 3)) }, [ours])).toEqual([])
    expect(await usersOf({ latest: shown(testVersion('1.0.0', 3)) }, [others])).toEqual([])
    expect(await usersOf({})).toEqual([])
  })

  it('is not certain by version and description alone', async () => {
    const { version, description } = template
    const alike = shown(testVersion(version, 3), description)
    expect(await usersOf({ latest: alike })).toMatchObject([{ stages: ['latest'], certain: false }])
    expect(await usersOf({ latest: { ...alike, summary: '另一个说明' } })).toEqual([])
    const before = onlineVersion('3', 2, { rollback: { possible: true, toVersion: version } })
    expect(await usersOf({ current: before })).toMatchObject([{ stages: ['previous'], certain: false }])
  })

  it('is not certain where one version was made of several templates, or was replaced elsewhere', async () => {
    const latest = shown(testVersion('1.0.0', 3))
    expect(await usersOf({ latest }, [ours, others])).toMatchObject([{ certain: false }])
    expect(await usersOf({ latest: { ...latest, summary: '别处传的' } }, [ours])).toMatchObject([{ certain: false }])
  })
})
