import { describe, expect, it } from 'vitest'
import type { VersionList } from '@shared/domain/version'
import { templateInUse } from '../../../../electron/services/templates/told-template'
import { discover, newStore } from '../../store/support'
import { auditVersion, onlineVersion, testVersion, versionList } from '../../support'
import { journalUpload, newest } from './template-bench'

const upload = { templateId: newest.templateId, version: '1.0.0', description: '一店一版' }
const other = { ...upload, templateId: '1622' }
const told = { templateId: upload.templateId, description: '一店一版', isCertain: true }
const shown = <Version extends { summary: string }>(version: Version, summary = upload.description): Version => ({
  ...version,
  summary
})

/** What is told of a merchant with these versions, of which these were uploaded from here, one after the other. */
function inUse(stages: Partial<VersionList> | null, uploads: readonly (typeof upload)[] = [], uploader = 'tt01') {
  const store = newStore()
  const ref = { accountId: 'a', appId: 'tt01' }
  discover(store, ['tt01', 'tt02'])
  if (stages) store.merchants.saveVersions(ref, versionList(9, stages))
  for (const [index, each] of uploads.entries()) journalUpload(store, uploader, each, index + 1)
  return templateInUse(store, ref)
}

describe('the template that a merchant uses', () => {
  it('is that of the online version by our journal, whatever is in test by now', () => {
    const stages = { current: shown(onlineVersion('1.0.0', 3)), latest: testVersion('2.0.0', 5) }
    expect(inUse(stages, [upload, { ...other, version: '2.0.0' }])).toEqual(told)
  })

  it('is that of the test version where nothing is online, and never that of the one in review', () => {
    expect(inUse({ latest: shown(testVersion('1.0.0', 3)) }, [upload])).toEqual(told)
    expect(inUse({ audit: shown(auditVersion('1.0.0', 3, 'passed')) }, [upload])).toBeNull()
  })

  it('is not that of the test version where what is online came from elsewhere', () => {
    const stages = { current: shown(onlineVersion('0.9.0', 3)), latest: shown(testVersion('1.0.0', 5)) }
    expect(inUse(stages, [upload])).toBeNull()
  })

  it('is the newest, and not certain, where one version was uploaded from several', () => {
    const stages = { current: shown(onlineVersion('1.0.0', 3)) }
    expect(inUse(stages, [other, upload])).toEqual({ ...told, isCertain: false })
    expect(inUse(stages, [upload, upload])).toEqual(told)
  })

  it('is not told by the version or the description alone, nor by what another merchant was sent', () => {
    expect(inUse({ current: shown(onlineVersion('1.0.0', 3), '另一个说明') }, [upload])).toBeNull()
    expect(inUse({ current: shown(onlineVersion('1.0.1', 3)) }, [upload])).toBeNull()
    expect(inUse({ current: shown(onlineVersion('1.0.0', 3)) }, [upload], 'tt02')).toBeNull()
  })

  it('is not told before anything was read', () => {
    expect(inUse(null, [upload])).toBeNull()
    expect(inUse({}, [upload])).toBeNull()
  })
})
