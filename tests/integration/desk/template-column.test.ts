import { expect, it } from 'vitest'
import { defaultExtJson } from '@shared/rules/ext-json'
import { isIdle, merchantThat, newBench, until, type Bench } from './support'

const templateId = '9133504853504535288'
const description = '新增预约功能'

async function rowOf(bench: Bench, appId: string) {
  const { rows } = await bench.value('merchants.page', { accountId: bench.accountId, cursor: null, limit: 500 })
  const found = rows.find((row) => row.appId === appId)
  if (!found) throw new Error(`no ${appId}`)
  return found
}

/** A merchant that has nothing online, or one that has, and the upload to it. */
async function prepared(isOnline: boolean) {
  const bench = await newBench()
  const appId = merchantThat(bench, (each) => (isOnline ? isIdle(each) : each.current === null && each.audit === null))
  const ref = { accountId: bench.accountId, appId }
  const order = { ...ref, templateId, version: '9.9.1', description, extJson: defaultExtJson(appId) }
  return { bench, appId, ref, upload: () => bench.value('versions.upload', order) }
}

it('the list tells the template once its version is online, and not any more after a roll back to one of other hands', async () => {
  const { bench, appId, ref, upload } = await prepared(true)
  await upload()
  expect((await rowOf(bench, appId)).template).toBeNull()
  const { available } = await bench.value('versions.auditHosts', ref)
  const expected = { ...ref, expectedVersion: '9.9.1' }
  await bench.value('versions.submit', { ...expected, resubmit: false, hosts: [...available], note: '' })
  bench.simulator.control.audit(appId, { outcome: 'pass', now: true })
  await until(async () => (await bench.value('merchants.get', ref)).versions?.audit?.status === 'passed')
  const { detail } = await bench.value('versions.release', expected)
  expect((await rowOf(bench, appId)).template).toEqual({ templateId, description, isCertain: true })

  const before = detail.versions?.current?.rollback.toVersion ?? ''
  await bench.value('versions.rollback', { ...ref, expectedVersion: before })
  bench.simulator.control.advance(6 * 60_000)
  await bench.value('merchants.read', ref)
  expect(await rowOf(bench, appId)).toMatchObject({ online: { version: before }, template: null })
})

it('the list tells the template of an upload whose answer was lost, as soon as it is found done', async () => {
  const { bench, appId, upload } = await prepared(false)
  bench.simulator.control.addFault({ kind: 'reset-after', match: { endpoint: 'upload' }, times: 1 })
  await upload()
  expect(await rowOf(bench, appId)).toMatchObject({ online: null, template: { templateId, isCertain: true } })
})

it('the list tells until when the refresh token lasts, as the token keeper does', async () => {
  const { bench, appId } = await prepared(true)
  const keeper = await bench.value('authorization.keeper', { accountId: bench.accountId })
  const entry = keeper.find((each) => each.appId === appId)
  expect(entry?.refreshExpiresAt).toBeGreaterThan(Date.now())
  expect((await rowOf(bench, appId)).authorizationEndsAt).toBe(entry?.refreshExpiresAt)
})
