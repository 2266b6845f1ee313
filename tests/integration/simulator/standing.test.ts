import { describe, expect, it } from 'vitest'
import { at, codeOf, merchants, type Platform, startPlatform } from './platform'

const dayMs = 86_400_000
const paths = {
  credit: '/api/apps/v2/credit_score/get_credit_score/',
  trial: '/api/apps/v2/trial/get_trial_info/',
  filing: '/api/apps/v1/icp_record/query_record_status/'
}

/** Reads one merchant's data with a fresh token, so that the clock may have moved. */
async function read(platform: Platform, path: string, appId = merchants.upToDate): Promise<unknown> {
  const { body } = await platform.send('GET', path, { token: await platform.merchantToken(appId) })
  return at(body, 'data')
}

async function readOld(platform: Platform, name: string, appId = merchants.upToDate) {
  const query = await platform.credentialsOfV1(appId)
  return platform.send('GET', `/openapi/v1/microapp/app/${name}`, { query })
}

describe('the credit score', () => {
  it('stays within a day, drifts over weeks, and is the same again for the same seed', async () => {
    const history = async () => {
      const platform = await startPlatform()
      const scores: unknown[] = []
      for (let week = 0; week < 10; week += 1) {
        scores.push(at(await read(platform, paths.credit), 'credit_score'))
        platform.control.advance(7 * dayMs)
      }
      return scores
    }
    const scores = await history()
    expect(new Set(scores).size).toBeGreaterThan(1)
    for (const score of scores) expect(score).toBeGreaterThan(60)
    for (const score of scores) expect(score).toBeLessThanOrEqual(100)
    expect(await history()).toEqual(scores)
  })

  it('is -999 for what never was online, and lower for what was taken down', async () => {
    const platform = await startPlatform()
    expect(await read(platform, paths.credit, merchants.empty)).toEqual({ credit_score: -999 })
    const before = Number(at(await read(platform, paths.credit), 'credit_score'))
    platform.control.changeMerchant(merchants.upToDate, { takenDown: true })
    expect(await read(platform, paths.credit)).toEqual({ credit_score: before - 20 })
  })

  it('is what control fixes, in both generations, until control lets it go', async () => {
    const platform = await startPlatform()
    const usual = await read(platform, paths.credit)
    platform.control.changeMerchant(merchants.upToDate, { creditScore: 61 })
    expect(await read(platform, paths.credit)).toEqual({ credit_score: 61 })
    expect((await readOld(platform, 'credit_score')).body).toMatchObject({ errno: 0, data: { creditScore: 61 } })
    platform.control.changeMerchant(merchants.upToDate, { creditScore: null })
    expect(await read(platform, paths.credit)).toEqual(usual)
  })
})

describe('the trial operation', () => {
  it('goes on for what never was online, with limits, tasks and no score yet', async () => {
    expect(await read(await startPlatform(), paths.trial, merchants.empty)).toEqual({
      is_trial: 1,
      app_credit_score: -999,
      trial_pass_score: 80,
      trial_limit_info: { is_capability_limited: 1, is_payment_restricted: 1, is_traffic_limited: 1 },
      trial_task_info: [
        { name: 'Health', target: 20, progress: 0 },
        { name: 'Order', target: 50, progress: 0 }
      ]
    })
  })

  it('ends after its days, for every merchant that is online', async () => {
    const platform = await startPlatform()
    platform.control.advance(60 * dayMs)
    expect(await read(platform, paths.trial)).toMatchObject({
      is_trial: 0,
      trial_limit_info: { is_capability_limited: 0, is_payment_restricted: 0, is_traffic_limited: 0 }
    })
  })

  it('is written with booleans, and with null for no tasks, where the merchant’s habits are so', async () => {
    const platform = await startPlatform()
    const habits = platform.control.state().merchants.filter(({ authorization }) => authorization.live)
    const trial = { isTrial: false, trafficLimited: true }
    const written = async (appId: string | undefined) => {
      platform.control.changeMerchant(appId ?? '', { trial })
      return read(platform, paths.trial, appId)
    }
    const boolean = habits.find((each) => each.habits.flags === 'boolean')?.appId
    expect(await written(boolean)).toMatchObject({ is_trial: false, trial_limit_info: { is_traffic_limited: true } })
    const without = habits.find((each) => each.habits.missing === 'null')?.appId
    expect(await written(without)).toMatchObject({ trial_task_info: null })
  })

  it('is what control fixes', async () => {
    const platform = await startPlatform()
    const tasks = [{ name: 'Live', target: 3, progress: 1 }]
    platform.control.changeMerchant(merchants.upToDate, { trial: { isTrial: true, passScore: 90, tasks } })
    expect(await read(platform, paths.trial)).toMatchObject({
      ...{ is_trial: 1, trial_pass_score: 90, trial_task_info: tasks },
      trial_limit_info: { is_capability_limited: 0 }
    })
  })
})

describe('the quality rating', () => {
  it('is a letter for what is online, and empty before', async () => {
    const platform = await startPlatform()
    const data = async (appId?: string) => at((await readOld(platform, 'quality_rating', appId)).body, 'data')
    expect(await data(merchants.empty)).toEqual({ status: 1, qualityRating: '' })
    platform.control.advance(45 * dayMs)
    const rated = await data()
    expect(at(rated, 'status')).toBe(3)
    expect(['S', 'A', 'B', 'C']).toContain(at(rated, 'qualityRating'))
    platform.control.changeMerchant(merchants.upToDate, { qualityRating: 'rating' })
    expect(await data()).toEqual({ status: 2, qualityRating: '' })
    platform.control.changeMerchant(merchants.upToDate, { qualityRating: 'C' })
    expect(await data()).toEqual({ status: 3, qualityRating: 'C' })
  })

  it('is retired with a code or with a missing page, as the rule says', async () => {
    const platform = await startPlatform()
    platform.control.setRules({ qualityRatingRetired: 'code' })
    expect((await readOld(platform, 'quality_rating')).body).toMatchObject({ errno: 28001056 })
    platform.control.setRules({ qualityRatingRetired: 'not_found' })
    expect((await readOld(platform, 'quality_rating')).status).toBe(404)
  })
})

it('the filing is done for what is online, and a number that control fixes', async () => {
  const platform = await startPlatform()
  expect(await read(platform, paths.filing)).toEqual({ status: 3 })
  platform.control.changeMerchant(merchants.upToDate, { filingStatus: 4 })
  expect(await read(platform, paths.filing)).toEqual({ status: 4 })
})

it.each(Object.values(paths))('%s needs 基本信息设置权限', async (path) => {
  const platform = await startPlatform()
  platform.control.changeMerchant(merchants.upToDate, { permissions: [1, 3] })
  const token = await platform.merchantToken(merchants.upToDate)
  expect(codeOf(await platform.send('GET', path, { token }))).toBe(28001018)
  expect(codeOf(await platform.send('GET', path, { token: 'isvact.wrong' }))).toBe(28001003)
})

it('the quality rating needs 基本信息设置权限 with the code of V1', async () => {
  const platform = await startPlatform()
  platform.control.changeMerchant(merchants.upToDate, { permissions: [1, 3] })
  expect(codeOf(await readOld(platform, 'quality_rating'))).toBe(40036)
})
