import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startSimulator } from '../../../electron/simulator'
import type { Merchant } from '../../../electron/simulator/world/state'
import { codeOf, merchants, resourcesDir, startPlatform, temporaryFolder } from './platform'

const info = '/api/apps/v2/basic_info/get_info/'

it('a world goes on where it was left, tokens included', async () => {
  const stateFile = join(await temporaryFolder(), 'practice', 'world.json')
  const first = await startPlatform({ stateFile })
  const token = await first.merchantToken(merchants.upToDate)
  await first.send('POST', '/api/apps/v2/package_version/audit/', { token, body: { host_names: ['douyin'] } })
  first.control.advance(1000)
  const before = first.control.state()
  await first.simulator.close()

  const second = await startPlatform({ stateFile, seed: 99, merchants: 24 })
  expect(second.control.state()).toEqual(before)
  expect(second.simulator.application).toEqual(first.simulator.application)
  expect(codeOf(await second.send('GET', info, { token }))).toBe(0)
})

it('a world is saved a moment after each change, whole and with nothing beside it', async () => {
  const folder = await temporaryFolder()
  const stateFile = join(folder, 'world.json')
  const platform = await startPlatform({ stateFile })
  platform.control.changeMerchant(merchants.upToDate, { introduction: '改过的简介' })
  await wait(600)
  expect(await readFile(stateFile, 'utf8')).toContain('改过的简介')
  expect(await readdir(folder)).toEqual(['world.json'])
})

it.each(['', '{"format":1', '{"format":1}', '{"format":2}', '{"format":3}', '{"format":4}', '[]'])(
  'a file with %o is set aside and a fresh world begins',
  async (text) => {
    const folder = await temporaryFolder()
    const stateFile = join(folder, 'world.json')
    await writeFile(stateFile, text)
    const platform = await startPlatform({ stateFile })
    expect(platform.control.state().merchants).toHaveLength(28)
    await platform.simulator.close()
    expect((await readdir(folder)).sort()).toEqual(['world.json', 'world.json.unreadable'])
  }
)

it('a world of the first format goes on, with the defaults of what it did not have', async () => {
  const stateFile = join(await temporaryFolder(), 'world.json')
  const first = await startPlatform({ stateFile })
  const token = await first.merchantToken(merchants.upToDate)
  await first.simulator.close()
  const saved = JSON.parse(await readFile(stateFile, 'utf8')) as Record<string, unknown>
  for (const added of ['allowedAddresses', 'authorizationDomain', 'invitations', 'createAllowance', 'materials']) {
    expect(delete saved[added]).toBe(true)
  }
  await writeFile(stateFile, JSON.stringify({ ...inFormatTwo(saved), format: 1 }))

  const second = await startPlatform({ stateFile, seed: 99 })
  expect(second.simulator.application).toEqual(first.simulator.application)
  expect(codeOf(await second.send('GET', info, { token }))).toBe(0)
  expect(second.control.state()).toMatchObject({ allowedAddresses: [], authorizationDomain: null, invitations: [] })
  second.control.setRules({ allowedAddresses: ['127.0.0.1'] })
  await second.simulator.close()
  expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ format: 3, allowedAddresses: ['127.0.0.1'] })
})

it('a world of the second format goes on, its reviews ended and its categories online', async () => {
  const stateFile = join(await temporaryFolder(), 'world.json')
  const first = await startPlatform({ stateFile })
  const token = await first.merchantToken(merchants.upToDate)
  await first.simulator.close()
  const saved = JSON.parse(await readFile(stateFile, 'utf8')) as Record<string, unknown>
  await writeFile(stateFile, JSON.stringify({ ...inFormatTwo(saved), format: 2 }))

  const second = await startPlatform({ stateFile, seed: 99 })
  expect(codeOf(await second.send('GET', info, { token }))).toBe(0)
  const told = (appId: string) => second.control.state(appId).merchants[0]
  expect(told(merchants.upToDate)).toMatchObject({
    onlineCategories: [{ id: '1101,1102,110203' }],
    profileChanges: { name: { newest: null }, icon: { newest: null } }
  })
  expect(told(merchants.nameReset)?.profileChanges.name.newest).toMatchObject({ state: 'expired', advice: '' })
  expect(told(merchants.nameInReview)).toMatchObject({ name: '半岛海鲜环岛路总店' })
  const limits = second.control.state().merchants.map(({ categoryChanges }) => categoryChanges.limit)
  expect(limits).toEqual(first.control.state().merchants.map(({ categoryChanges }) => categoryChanges.limit))
  expect(new Set(limits)).toEqual(new Set([3, 5]))
})

/** A saved world as the second format had it. */
function inFormatTwo(saved: Record<string, unknown>): Record<string, unknown> {
  const merchantsOfOld = (saved['merchants'] as OldMerchant[]).map((merchant) => {
    const { profileChanges, categories, ...rest } = merchant
    for (const added of ['onlineCategories', 'publication', 'mainCategory', 'categoryChanges']) {
      expect(delete rest[added]).toBe(true)
    }
    const { newest } = profileChanges.name
    const nameChange = newest && { name: newest.value, state: newest.state, reason: newest.reason }
    return {
      ...rest,
      nameChange,
      categories: categories.map(({ id, name, state, reason }) => ({ id, name, state, reason }))
    }
  })
  return { ...saved, merchants: merchantsOfOld, materials: [] }
}

type OldMerchant = Record<string, unknown> & Pick<Merchant, 'profileChanges' | 'categories'>

it('a world that could not be saved says so when it closes', async () => {
  const stateFile = join(await temporaryFolder(), 'world.json')
  await mkdir(`${stateFile}.new`) // the place of the file that is written first
  const options = { port: 0, seed: 7, merchants: 24, timeFactor: 1, waitFactor: 1, resourcesDir, stateFile }
  const simulator = await startSimulator(options)
  await wait(300)
  await expect(simulator.close()).rejects.toThrow('EISDIR')
})

it('an audit that was due while nothing ran has ended', async () => {
  const stateFile = join(await temporaryFolder(), 'world.json')
  const first = await startPlatform({ stateFile })
  await first.simulator.close()
  const later = Date.UTC(2026, 5, 4)
  const second = await startPlatform({ stateFile, now: () => later })
  expect(second.control.state(merchants.inReview).merchants[0]?.audit).toMatchObject({ status: 'passed', plan: null })
})

it('the same seed gives the same world, another seed another one', async () => {
  const world = async (seed: number) => (await startPlatform({ seed, merchants: 40 })).control.state()
  expect(await world(3)).toEqual(await world(3))
  const [one, other] = [await world(3), await world(4)]
  expect(one.merchants.slice(0, 28)).toEqual(other.merchants.slice(0, 28))
  expect(one.merchants[30]?.appId).not.toBe(other.merchants[30]?.appId)
})
