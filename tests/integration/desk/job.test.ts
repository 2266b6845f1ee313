import { describe, expect, it } from 'vitest'
import { defaultExtJson } from '@shared/rules/ext-json'
import { isIdle, merchantThat, newBench, until } from './support'

/** Larger than any integer that a JavaScript number holds exactly. */
const templateId = '9133504853504535288'

describe('the whole job through the application', () => {
  it('goes from the template to the released version and back, and the timeline tells it', async () => {
    const bench = await newBench()
    const appId = merchantThat(bench, isIdle)
    const ref = { accountId: bench.accountId, appId }
    const before = await bench.value('merchants.get', ref)

    const library = await bench.value('templates.library', { accountId: bench.accountId, fresh: true })
    expect(library.templates.map((each) => each.templateId)).toContain(templateId)
    const upload = { ...ref, templateId, version: '9.9.1', description: '新增预约功能', extJson: defaultExtJson(appId) }
    const uploaded = await bench.value('versions.upload', upload)
    expect(uploaded.operation).toMatchObject({ state: 'done', version: '9.9.1', actor: '小王' })
    expect(uploaded.operation.logId).not.toBeNull()
    expect(uploaded.detail.versions?.latest?.version).toBe('9.9.1')

    const code = await bench.value('codes.trial', { ...ref, stage: 'latest', path: '/pages/home/index?from=qa' })
    expect(code).toMatchObject({ stage: 'latest', version: '9.9.1', path: 'pages/home/index?from=qa' })
    expect(code.text).toContain(appId)

    const { available } = await bench.value('versions.auditHosts', ref)
    const submit = { ...ref, expectedVersion: '9.9.1', resubmit: false, hosts: [...available], note: '无需登录' }
    const submitted = await bench.value('versions.submit', submit)
    expect(submitted.detail.versions?.audit).toMatchObject({ version: '9.9.1', status: 'in_review' })

    bench.simulator.control.audit(appId, { outcome: 'pass', now: true })
    await until(async () => (await bench.value('merchants.get', ref)).versions?.audit?.status === 'passed')

    const released = await bench.value('versions.release', { ...ref, expectedVersion: '9.9.1' })
    expect(released.detail.versions?.current?.version).toBe('9.9.1')

    const target = released.detail.versions?.current?.rollback.toVersion ?? ''
    expect(target).toBe(before.versions?.current?.version)
    const back = await bench.value('versions.rollback', { ...ref, expectedVersion: target })
    expect(back.detail.versions?.current).toMatchObject({ version: '9.9.1', rollback: { possible: false } })
    bench.simulator.control.advance(6 * 60_000)
    const after = await bench.value('merchants.read', ref)
    expect(after.versions?.current?.version).toBe(target)

    const { entries } = await bench.value('versions.timeline', { ...ref, cursor: null, limit: 50 })
    const newest = entries.slice(0, 5).map(({ kind, source, version }) => [kind, source, version])
    expect(newest).toEqual([
      ['rolled_back', 'desk', target],
      ['released', 'desk', '9.9.1'],
      ['approved', 'platform', '9.9.1'],
      ['submitted', 'desk', '9.9.1'],
      ['uploaded', 'desk', '9.9.1']
    ])
    expect(entries.filter(({ source }) => source === 'desk').every(({ actor }) => actor === '小王')).toBe(true)
  })

  it('carries a template id beyond 2^53 unchanged to the platform', async () => {
    const bench = await newBench()
    const appId = merchantThat(bench, isIdle)
    const ref = { accountId: bench.accountId, appId }
    await bench.value('versions.upload', {
      ...ref,
      templateId,
      version: '1.0.0-id',
      description: 'id',
      extJson: defaultExtJson(appId)
    })
    const refused = await bench.error('versions.upload', {
      ...ref,
      templateId: '9133504853504535289',
      version: '1.0.0-id',
      description: 'id',
      extJson: defaultExtJson(appId)
    })
    expect(refused).toMatchObject({ code: 'platform_refused', platformCode: '40029', merchant: { appId } })
    const defaults = await bench.value('versions.uploadDefaults', ref)
    expect(defaults.templateId).toBe(templateId)
  })

  it('serves icons, tags merchants and tells the page of every change', async () => {
    const bench = await newBench()
    const { rows, total } = await bench.value('merchants.page', {
      accountId: bench.accountId,
      cursor: null,
      limit: 1000
    })
    expect(rows).toHaveLength(total)
    const withIcon = rows.find((row) => row.iconKey !== null)
    const icon = await bench.desk.media(`/media/icon/${bench.accountId}/${withIcon?.appId}`)
    expect(icon?.contentType).toBe('image/png')
    expect(await bench.desk.media('/media/icon/other/tt')).toBeNull()

    const appId = rows[0]?.appId ?? ''
    const row = await bench.value('merchants.setTags', { accountId: bench.accountId, appId, tags: ['重点', '重点'] })
    expect(row.tags).toEqual(['重点'])
    await until(() =>
      bench.events.some(
        (event) => event.name === 'merchants.changed' && event.payload.rows.some((each) => each.tags.includes('重点'))
      )
    )
  })

  it('opens from the database alone when the platform can not be reached', async () => {
    const first = await newBench()
    const { total } = await first.value('merchants.page', { accountId: first.accountId, cursor: null, limit: 1 })
    await first.desk.close()
    first.simulator.control.addFault({ kind: 'reset-before' })
    const { simulator, dataDir } = first
    const second = await newBench({ simulator, dataDir, ready: false })
    const page = await second.value('merchants.page', { accountId: first.accountId, cursor: null, limit: 1000 })
    expect(page.total).toBe(total)
    expect(page.rows.filter((row) => row.online !== null).length).toBeGreaterThan(10)
  })
})
