import { describe, expect, it } from 'vitest'
import type { Drift, DriftRow } from '@shared/domain/drift'
import type { Template } from '@shared/domain/template'
import type { VersionList } from '@shared/domain/version'
import { DriftService } from '../../../../electron/services/rollouts/drift-service'
import { discover } from '../../store/support'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../../support'
import { errorOf } from '../setup/setup-bench'
import { journalUpload, templateBench, type Upload } from '../templates/template-bench'

/** The simulated library, and one merchant with these versions. */
async function driftBench(stagesOf: (templates: readonly Template[]) => Partial<VersionList> = () => ({})) {
  const bench = await templateBench()
  const { store, templates, ref } = bench
  const library = (await templates.library('a', false)).templates
  store.merchants.saveVersions(ref, versionList(7, stagesOf(library)))
  return {
    ...bench,
    library,
    service: new DriftService({ store, templates }),
    upload: (upload: Upload, at = 1) => journalUpload(store, ref.appId, upload, at)
  }
}

const pick = (templates: readonly Template[], index: number): Template => {
  const found = templates.at(index)
  if (!found) throw new Error('the sample has several templates')
  return found
}

function rowOf({ rows }: Drift, appId: string): DriftRow {
  const found = rows.find((row) => row.appId === appId)
  if (!found) throw new Error(`no ${appId}`)
  return found
}

const onlineOf = ({ version, description }: Template) => ({ ...onlineVersion(version, january), summary: description })

describe('version drift', () => {
  it('counts the templates that are newer than the one online, and since when there are any', async () => {
    const { service, library, ref } = await driftBench((templates) => ({ current: onlineOf(pick(templates, -1)) }))
    const times = library.slice(0, -1).map(({ createdAt }) => createdAt ?? 0)
    const drift = await service.drift('a')
    expect(drift.templates).toEqual(library)
    expect(rowOf(drift, ref.appId)).toMatchObject({
      online: { version: pick(library, -1).version, templateId: pick(library, -1).templateId, isCertain: false },
      behind: library.length - 1,
      behindSince: Math.min(...times)
    })
    expect(library.length).toBeGreaterThan(2)
  })

  it('is none with the newest online', async () => {
    const { service, ref } = await driftBench((templates) => ({ current: onlineOf(pick(templates, 0)) }))
    expect(rowOf(await service.drift('a'), ref.appId)).toMatchObject({ behind: 0, behindSince: null })
  })

  it('believes our journal, whatever version and description the operator chose', async () => {
    const own = { version: '7.7.7', description: '一店一版' }
    const current = { ...onlineVersion(own.version, january), summary: own.description }
    const { service, library, ref, upload } = await driftBench(() => ({ current }))
    const { templateId } = pick(library, 1)
    upload({ ...own, templateId })
    const row = rowOf(await service.drift('a'), ref.appId)
    expect(row).toMatchObject({ online: { templateId, isCertain: true }, behind: 1 })
    expect(row.behindSince).toBe(pick(library, 0).createdAt)
  })

  it('takes the newest, and is not certain, where one version was made of several templates', async () => {
    const own = { version: '7.7.7', description: '一店一版' }
    const current = { ...onlineVersion(own.version, january), summary: own.description }
    const { service, library, ref, upload } = await driftBench(() => ({ current }))
    upload({ ...own, templateId: pick(library, 0).templateId }, 1)
    upload({ ...own, templateId: pick(library, 1).templateId }, 2)
    expect(rowOf(await service.drift('a'), ref.appId).online).toMatchObject({
      templateId: pick(library, 1).templateId,
      isCertain: false
    })
  })

  it('can not be told for a version of other hands, nor of a template that is gone', async () => {
    const current = { ...onlineVersion('7.7.7', january), summary: '一店一版' }
    const { service, ref, upload } = await driftBench(() => ({ current }))
    expect(rowOf(await service.drift('a'), ref.appId)).toMatchObject({
      online: { version: '7.7.7', templateId: null, isCertain: false },
      behind: null,
      behindSince: null
    })
    upload({ version: '7.7.7', description: '一店一版', templateId: '1' })
    expect(rowOf(await service.drift('a'), ref.appId)).toMatchObject({
      online: { templateId: '1', isCertain: true },
      behind: null
    })
  })

  it('shows every stage with its state, the hosts online, and when it was read', async () => {
    const { service, ref } = await driftBench(() => ({
      latest: testVersion('3', 3),
      audit: auditVersion('2', 2, 'passed', { takenDown: true }),
      current: onlineVersion('1', 1, { takenDown: true, approvedHosts: ['抖音', '抖音极速版'] })
    }))
    expect(rowOf(await service.drift('a'), ref.appId)).toMatchObject({
      online: { version: '1', createdAt: 1, state: 'taken_down' },
      audit: { version: '2', state: 'taken_down' },
      test: { version: '3', state: 'ok' },
      hosts: ['抖音', '抖音极速版'],
      readAt: 7
    })
  })

  it.each(['in_review', 'passed', 'rejected', 'withdrawn'] as const)('shows an audit as %s', async (status) => {
    const { service, ref } = await driftBench(() => ({ audit: auditVersion('2', 2, status) }))
    const row = rowOf(await service.drift('a'), ref.appId)
    expect(row).toMatchObject({ audit: { state: status }, online: null, behind: null, hosts: [] })
  })

  it('has every merchant of the account, also those never read', async () => {
    const { service, store, ref } = await driftBench()
    const many = Array.from({ length: 120 }, (_, index) => `ttx${String(index).padStart(3, '0')}`)
    discover(store, many)
    store.merchants.setTags({ accountId: 'a', appId: 'ttx000' }, ['试点'])
    const drift = await service.drift('a')
    expect(drift.rows.map(({ appId }) => appId).toSorted()).toEqual([ref.appId, ...many].toSorted())
    expect(rowOf(drift, 'ttx000')).toMatchObject({
      tags: ['试点'],
      online: null,
      audit: null,
      test: null,
      readAt: null
    })
  })

  it('is told as the library tells it where that can not be read', async () => {
    const { templates, store, control } = await templateBench()
    control.addFault({ kind: 'reset-after', match: { endpoint: 'get_tpl_list' }, times: 20 })
    const error = await errorOf(() => new DriftService({ store, templates }).drift('a'))
    expect(error.message).toBe('模板库没有读到')
  })
})
