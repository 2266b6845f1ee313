import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capability } from '@shared/domain/capability'
import type { MiniCodeRequest } from '@shared/domain/mini-code'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { MaterialUse, MerchantClient } from '../../../electron/douyin/platform'
import type { Clock } from '../../../electron/ports'
import { png } from '../../integration/simulator/merchant-browser'
import { merchants, startPlatform } from '../../integration/simulator/platform'
import { failureOf, passingClock, testClient, testClock } from './support/client'

const appId = merchants.upToDate

const untouched = { state: 'none', reason: '' } as const

/** The simulated platform and a client of it, which share one clock; nothing was applied for yet. */
async function connected(clock: Clock = testClock()) {
  const { simulator, control } = await startPlatform({ now: () => clock.now() })
  const { url, application } = simulator
  const ticket = (): Promise<string> => Promise.resolve(simulator.ticket())
  const client = testClient(url, { clock, application, ticket })
  onTestFinished(() => client.close())
  const capabilities = { video_self_mount: untouched, live_self_mount: untouched, video_mount: untouched }
  control.changeMerchant(appId, { capabilities })
  return { control, client, app: client.merchant(appId) }
}

async function uploaded(app: MerchantClient, use: MaterialUse): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'material-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'file.png')
  await writeFile(file, png)
  return (await app.uploadMaterial({ use, file, contentType: 'image/png' })).path
}

const codeOf = async (call: Promise<unknown>): Promise<string | undefined> => (await failureOf(call)).platformCode

async function capability(app: MerchantClient, key: string): Promise<Capability | undefined> {
  return (await app.capabilities()).find((each) => each.key === key)
}

const request: MiniCodeRequest = {
  host: 'douyin',
  path: 'pages/table/index?id=3&name=%E4%B8%80',
  width: 430,
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 },
  withIcon: false,
  round: false
}

describe('a code of a simulated merchant', () => {
  test('leads a phone to the page with its parameters', async () => {
    const { app } = await connected()
    const { contentType, bytes } = await app.miniCode(request)
    const { data, width, height } = PNG.sync.read(bytes)
    const link = new URL(jsQR(new Uint8ClampedArray(data), width, height)?.data ?? 'none:')
    expect([contentType, width, link.searchParams.get('path')]).toEqual(['image/png', 430, request.path])
    expect(link.searchParams.get('host')).toBe('douyin')
  })

  test('is round, with the icon, of the home page', async () => {
    const { app } = await connected()
    const round = await app.miniCode({ ...request, path: '', round: true, withIcon: true, width: 280 })
    expect(PNG.sync.read(round.bytes).width).toBe(280)
  })

  test('is refused for a width beyond what the platform takes', async () => {
    const { app } = await connected()
    expect(await codeOf(app.miniCode({ ...request, width: 5000 }))).toBe('28005001')
  })
})

describe('the capabilities of a simulated merchant', () => {
  test.each(['app_capacity_info_list', 'AppCapacityInfoList'] as const)(
    'are listed as %s, with the form and the conditions of each',
    async (capabilityListName) => {
      const { app, control } = await connected()
      control.setRules({ capabilityListName })
      const all = await app.capabilities()
      expect(all.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['video_self_mount', 'live_self_mount', 'video_mount', 'phone_number'])
      )
      const mount = all.find(({ key }) => key === 'video_self_mount')
      expect(mount?.fields.map(({ key, kind, required }) => [key, kind, required])).toEqual([
        ['scene_desc', 'text', true],
        ['img_uri_list', 'pictures', true]
      ])
      expect(mount?.conditions.flat().length).toBeGreaterThan(0)
      expect([mount?.state, mount?.permitted]).toEqual(['can_apply', true])
    }
  )

  test('are applied for with pictures, rejected for a reason, and applied for again', async () => {
    const { app, control } = await connected()
    const apply = async () => {
      const answers = { scene_desc: ['开播时挂载预约页'], img_uri_list: [await uploaded(app, 'capability')] }
      return app.applyCapability({ key: 'video_self_mount', way: 'general', reason: '自播需要挂载', answers })
    }
    expect((await apply()).logId).toMatch(/./)
    expect((await capability(app, 'video_self_mount'))?.state).toBe('applying')
    expect(await codeOf(apply())).toBe('28005032')
    control.capabilityAudit(appId, 'video_self_mount', { outcome: 'reject', reason: '截图不清楚', now: true })
    expect(await capability(app, 'video_self_mount')).toMatchObject({ state: 'rejected', reason: '截图不清楚' })
    await apply()
    control.capabilityAudit(appId, 'video_self_mount', { outcome: 'pass', now: true })
    expect(await capability(app, 'video_self_mount')).toMatchObject({ state: 'granted', reason: '' })
  })

  test('that the platform closed or banned say why', async () => {
    const { app, control } = await connected()
    control.changeMerchant(appId, {
      capabilities: {
        live_self_mount: { state: 'closed', reason: '长期未使用' },
        video_self_mount: { state: 'banned', reason: '违规引流' }
      }
    })
    expect(await capability(app, 'live_self_mount')).toMatchObject({ state: 'closed', reason: '长期未使用' })
    expect(await capability(app, 'video_self_mount')).toMatchObject({ state: 'banned', reason: '违规引流' })
  })

  test('include the short-video mount, whose landing page has a type of its own', async () => {
    const { app, control } = await connected()
    const apply = async (use: MaterialUse) => {
      const answers = { anchor_text: ['点我预约'], image_path: [await uploaded(app, use)] }
      return app.applyCapability({ key: 'video_mount', way: 'video_mount', reason: '挂载预约页', answers })
    }
    expect((await capability(app, 'video_mount'))?.state).toBe('can_apply')
    expect(await codeOf(apply('scene'))).toBe('40033')
    await apply('landing_page')
    expect((await capability(app, 'video_mount'))?.state).toBe('applying')
    control.capabilityAudit(appId, 'video_mount', { outcome: 'reject', reason: '锚点文案不当', now: true })
    expect(await capability(app, 'video_mount')).toMatchObject({ state: 'rejected', reason: '锚点文案不当' })
  })

  test('include the phone number, which comes with the end of the trial period', async () => {
    const { app, control } = await connected()
    control.changeMerchant(appId, { trial: { isTrial: true } })
    expect((await capability(app, 'phone_number'))?.state).toBe('cannot_apply')
    control.changeMerchant(appId, { trial: { isTrial: false } })
    expect((await capability(app, 'phone_number'))?.state).toBe('granted')
  })

  test('are read of many at once though the platform takes ten calls a second', async () => {
    const { app, control } = await connected(passingClock())
    control.setRules({ capabilityCallsPerSecond: 10 })
    await app.versions()
    control.resetCounters()
    const read = await Promise.all(Array.from({ length: 20 }, () => app.capabilities()))
    expect(read.filter((all) => all.some(({ key }) => key === 'live_self_mount'))).toHaveLength(20)
    expect(control.counters().endpoints['query_capacity_list']).toMatchObject({ carriedOut: 20 })
  }, 20_000)
})

describe('the simulated template library', () => {
  test('takes a draft as a template and gives it up again, once each', async () => {
    const { client, control } = await connected()
    const templateApp = (await client.templateApps())[0]?.appId ?? ''
    const { draftId } = control.newDraft(templateApp, { version: '9.9.9', description: '新模板' })
    const before = await client.templates()
    expect((await client.addTemplate(draftId)).logId).toMatch(/./)
    const added = (await client.templates()).find(({ version }) => version === '9.9.9')
    expect(added).toMatchObject({ description: '新模板' })
    await client.deleteTemplate(added?.templateId ?? '')
    expect(await client.templates()).toEqual(before)
    expect(await codeOf(client.deleteTemplate(added?.templateId ?? ''))).toBe('40029')
    expect(await codeOf(client.addTemplate('404'))).toBe('40034')
  })

  test('is full at its limit', async () => {
    const { client, control } = await connected()
    control.setRules({ templateLimit: (await client.templates()).length })
    const draftId = (await client.templateApps()).flatMap(({ draft }) => draft?.draftId ?? [])[0] ?? ''
    expect(await codeOf(client.addTemplate(draftId))).toBe('40035')
  })
})
