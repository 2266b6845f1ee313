import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CategoryNode, CategoryRule } from '@shared/domain/category'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { MaterialUse, MerchantClient } from '../../../electron/douyin/platform'
import { png } from '../../integration/simulator/merchant-browser'
import { merchants, startPlatform } from '../../integration/simulator/platform'
import { failureOf, testClient, testClock } from './support/client'

/** The simulated platform and a client of it, which share one clock. */
async function connected(appId = merchants.upToDate) {
  const clock = testClock()
  const { simulator, control } = await startPlatform({ now: () => clock.now() })
  const { url, application } = simulator
  const ticket = (): Promise<string> => Promise.resolve(simulator.ticket())
  const client = testClient(url, { clock, application, ticket })
  onTestFinished(() => client.close())
  return { control, client, app: client.merchant(appId) }
}

async function aFile(bytes: Buffer = png): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'material-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'file.png')
  await writeFile(file, bytes)
  return file
}

async function uploaded(app: MerchantClient, use: MaterialUse): Promise<string> {
  return (await app.uploadMaterial({ use, file: await aFile(), contentType: 'image/png' })).path
}

const codeOf = async (call: Promise<unknown>): Promise<string | undefined> => (await failureOf(call)).platformCode

describe('the profile of a simulated merchant', () => {
  test('shows its name on the way from the check to the verdict', async () => {
    const { app, control } = await connected()
    expect(await codeOf(app.checkName('星巴克甄选'))).toBe('21006')
    await app.checkName('山茶与海')
    const before = await app.basicInformation()
    expect((await app.changeName({ name: '山茶与海', evidencePath: null })).logId).toMatch(/./)
    expect(await codeOf(app.changeName({ name: '另一个名称', evidencePath: null }))).toBe('21004')
    expect((await app.basicInformation()).nameAudit).toMatchObject({ value: '山茶与海', state: 'in_review' })
    control.profileAudit(merchants.upToDate, 'name', {
      outcome: 'reject',
      reason: '太宽泛',
      advice: '加品牌',
      now: true
    })
    const { name, nameAudit } = await app.basicInformation()
    expect(name).toBe(before.name)
    expect(nameAudit).toMatchObject({ state: 'rejected', reason: '太宽泛', advice: '加品牌' })
    expect(nameAudit?.remaining).toBeGreaterThanOrEqual(0)
  })

  test('takes a brand’s name with evidence that was uploaded as such', async () => {
    const { app } = await connected()
    const wrong = await uploaded(app, 'icon')
    expect(await codeOf(app.changeName({ name: '星巴克甄选', evidencePath: wrong }))).toBe('40033')
    await app.changeName({ name: '星巴克甄选', evidencePath: await uploaded(app, 'name_evidence') })
    expect((await app.basicInformation()).nameAudit).toMatchObject({ value: '星巴克甄选', state: 'in_review' })
  })

  test('takes a new introduction and icon, each by itself', async () => {
    const { app, client, control } = await connected()
    const introduction = '为街坊提供到店预约与优惠信息'
    await app.changeIntroduction(introduction)
    await app.changeIcon(await uploaded(app, 'icon'))
    for (const item of ['introduction', 'icon'] as const) {
      control.profileAudit(merchants.upToDate, item, { outcome: 'pass', now: true })
    }
    const now = await app.basicInformation()
    expect(now).toMatchObject({
      introduction,
      introductionAudit: { state: 'approved' },
      iconAudit: { state: 'approved' }
    })
    expect((await client.picture(now.iconUrl ?? '')).bytes.equals(png)).toBe(true)
    expect(await codeOf(app.changeIntroduction('太短'))).toBe('21201')
    expect(await codeOf(app.changeIcon('tos/none'))).toBe('21101')
    control.changeMerchant(merchants.upToDate, { remaining: { introduction: 0 } })
    expect(await codeOf(app.changeIntroduction(`${introduction}，欢迎`))).toBe('20105')
  })

  test('uploads up to 2 MB of a picture', async () => {
    const { app } = await connected()
    const limit = 2 * 1024 * 1024
    const upload = async (bytes: Buffer) =>
      app.uploadMaterial({ use: 'qualification', file: await aFile(bytes), contentType: 'image/png' })
    await expect(upload(Buffer.concat([png], limit))).resolves.toHaveProperty('path')
    expect(await codeOf(upload(Buffer.concat([png], limit + 1)))).toBe('40031')
    expect(await codeOf(upload(Buffer.from('GIF89a')))).toBe('40032')
  })
})

const completeId = ({ ancestors, id }: CategoryNode): string => [...ancestors, id].join(',')

/** One of each alternative is enough. */
async function qualificationsFor(app: MerchantClient, { relation, list }: CategoryRule) {
  const ids = new Set(relation.flatMap((element) => element.split('|')[0]?.split('&') ?? []))
  const path = await uploaded(app, 'qualification')
  return list.filter(({ id }) => ids.has(id)).map((each) => ({ ...each, paths: [path] }))
}

/** A category that may be added and asks for qualifications, with its rule. */
async function aCategory(app: MerchantClient): Promise<{ id: string; rule: CategoryRule }> {
  const { configured } = await app.categories()
  const set = new Set(configured.map(({ id }) => id))
  for (const node of (await app.categoryTree()).nodes) {
    if (node.level === 3 && node.rule && !set.has(completeId(node))) return { id: completeId(node), rule: node.rule }
  }
  throw new Error('no category to add')
}

describe('the categories of a simulated merchant', () => {
  test('are added, corrected, published, made the main one and deleted', async () => {
    const { app, control } = await connected()
    const { id, rule } = await aCategory(app)
    expect(await codeOf(app.addCategory({ category: id, qualifications: [] }))).toBe('21302')

    const before = await app.categories()
    await app.addCategory({ category: id, qualifications: await qualificationsFor(app, rule) })
    control.categoryAudit(merchants.upToDate, id, { outcome: 'reject', reason: '资质不清晰', now: true })
    const find = async () => (await app.categories()).configured.find((each) => each.id === id)
    const rejected = await find()
    expect(rejected).toMatchObject({ state: 'rejected', reason: '资质不清晰' })
    expect((await app.categories()).remaining).toBe((before.remaining ?? 0) - 1)

    const path = await uploaded(app, 'qualification')
    const corrected = rejected?.qualifications.map((each) => ({ ...each, paths: [path] })) ?? []
    await app.supplyCategory({ category: id, qualifications: corrected })
    control.categoryAudit(merchants.upToDate, id, { outcome: 'pass', now: true })
    expect(await find()).toMatchObject({ state: 'approved' })
    expect(await codeOf(app.supplyCategory({ category: id, qualifications: corrected }))).toBe('21310')

    await app.presetMainCategory(id)
    expect((await app.categories()).main).toMatchObject({ preset: { id } })
    await app.publishCategories()
    expect((await app.categories()).publishing).toMatchObject({ state: 'in_review' })
    control.publishAudit(merchants.upToDate, { outcome: 'reject', lacking: ['丁'], redundant: ['丙'], now: true })
    expect((await app.categories()).publishing).toMatchObject({ state: 'rejected', lacking: ['丁'], redundant: ['丙'] })

    await app.publishCategories()
    control.publishAudit(merchants.upToDate, { outcome: 'pass', now: true })
    expect((await app.categories()).online?.map((each) => each.id)).toContain(id)
    await app.deleteCategory(id)
    expect(await find()).toBeUndefined()
  })

  test('that can not be changed say why', async () => {
    const { app, client } = await connected()
    expect(await codeOf(app.addCategory({ category: '1,2,3', qualifications: [] }))).toBe('21301')
    const known = (await app.categories()).configured[0]?.id ?? ''
    expect(await codeOf(app.addCategory({ category: known, qualifications: [] }))).toBe('21306')
    const full = client.merchant(merchants.fiveCategories)
    const { id, rule } = await aCategory(full)
    const qualifications = await qualificationsFor(full, rule)
    expect(await codeOf(full.addCategory({ category: id, qualifications }))).toBe('21304')
    expect((await full.categories()).configured).toHaveLength(5)
  })
})

describe('the domains of a simulated merchant', () => {
  const base = 'zhanggui.example.com'

  test('are read, added, deleted and set', async () => {
    const { app } = await connected()
    const before = await app.serverDomains()
    const none = { request: [], socket: [], upload: [], download: [] }
    await app.changeServerDomains('add', { ...none, request: [`new.${base}`] })
    expect((await app.serverDomains()).request).toEqual([...before.request, `new.${base}`])
    expect(await codeOf(app.changeServerDomains('add', { ...none, request: [`new.${base}`] }))).toBe('40026')
    expect(await codeOf(app.changeServerDomains('delete', { ...none, request: ['none.example.com'] }))).toBe('40028')
    expect(await codeOf(app.changeServerDomains('add', { ...none, socket: ['elsewhere.example.cn'] }))).toBe('40023')
    await app.changeServerDomains('set', { ...none, request: [base] })
    expect(await app.serverDomains()).toEqual({ ...none, request: [base] })
  })

  test('for pages are read in either shape', async () => {
    const { app, control } = await connected()
    control.setRules({ webviewShape: 'object' })
    const inObject = await app.webviewDomains()
    control.setRules({ webviewShape: 'array' })
    expect(await app.webviewDomains()).toEqual(inObject)
  })

  test('for pages are for companies only', async () => {
    const { app } = await connected(merchants.person)
    expect(await codeOf(app.webviewDomains())).toBe('40025')
  })

  test('are proved by a file of the application', async () => {
    const { client } = await connected()
    const { name, content } = await client.domainCheckFile()
    expect([name, content]).toEqual([expect.stringMatching(/\.txt$/), expect.stringMatching(/./)])
  })
})

test('how a simulated merchant stands is told', async () => {
  const { app, control } = await connected()
  const tasks = [{ name: 'Health', target: 20, progress: 8 }]
  const trial = { isTrial: true, passScore: 80, capabilityLimited: true, tasks }
  control.changeMerchant(merchants.upToDate, { creditScore: -999, trial, filingStatus: 3 })
  expect(await app.creditScore()).toBeNull()
  expect(await app.trialInformation()).toMatchObject({
    inTrial: true,
    score: null,
    passScore: 80,
    tasks: [{ name: '健康经营', target: 20, progress: 8 }],
    limits: { capabilities: true, payment: false, traffic: false }
  })
  expect([await app.filingStatus(), await app.qualityRating()]).toEqual([3, { state: 'retired' }])
  control.changeMerchant(merchants.upToDate, { creditScore: 96 })
  expect(await app.creditScore()).toBe(96)
})
