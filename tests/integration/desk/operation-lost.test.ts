import { describe, expect, it, vi } from 'vitest'
import type { FaultOrder } from '../../../electron/simulator/control/faults'
import { merchants } from '../simulator/platform'
import { openSetupDesk, stage, type SetupDesk } from './setup-desk'

vi.setConfig({ testTimeout: 30_000 })

const appId = merchants.upToDate
type Loss = Extract<FaultOrder['kind'], 'reset-before' | 'reset-after'>

const lose = ({ simulator }: SetupDesk, endpoint: string, kind: Loss) =>
  simulator.control.addFault({ kind, match: { endpoint }, times: 1 })

const general = (desk: SetupDesk) => ({
  ...{ ...desk.ref(appId), key: 'ma.im.life_im', reason: '用户到店前常有问题' },
  answers: [{ key: 'service_desc', texts: ['每天 9 点到 21 点'], files: [] }]
})
const mount = async (desk: SetupDesk) => ({
  ...{ ...desk.ref(appId), key: 'video_mount', reason: '门店介绍视频挂载预约页' },
  answers: [
    { key: 'anchor_text', texts: ['点我预约'], files: [] },
    { key: 'image_path', texts: [], files: [await stage(desk)] }
  ]
})

/** Both ways to apply: by the list, and at the mount's own endpoint. */
const ways = [
  { endpoint: 'apply_capacity', key: 'ma.im.life_im', reading: 'query_capacity_list', application: general },
  { endpoint: 'apply_permission', key: 'video_mount', reading: 'query_apply_permission_status', application: mount }
] as const

async function openForAll(): Promise<SetupDesk> {
  const desk = await openSetupDesk(1)
  desk.simulator.control.changeMerchant(appId, { capabilities: { video_mount: { state: 'none' } } })
  return desk
}

const tally = ({ simulator }: SetupDesk, endpoint: string) => simulator.control.counters().endpoints[endpoint]
const applications = ({ simulator }: SetupDesk, key: string) =>
  simulator.control.state(appId).merchants[0]?.capabilities[key]?.count ?? 0

describe.each(ways)('an application whose answer is lost: $endpoint', ({ endpoint, key, reading, application }) => {
  it('is found in review, and not sent again', async () => {
    const desk = await openForAll()
    const before = applications(desk, key)
    lose(desk, endpoint, 'reset-after')
    const { changes, reading: read } = await desk.value('capabilities.apply', await application(desk))
    expect(changes[0]).toMatchObject({ kind: 'capability_apply', state: 'done' })
    expect(read.value?.find((each) => each.key === key)?.state).toBe('applying')
    expect(tally(desk, endpoint)).toMatchObject({ received: 1, carriedOut: 1 })
    expect(applications(desk, key)).toBe(before + 1)
  })

  it('is not carried out where the platform shows nothing of it, and may be made again', async () => {
    const desk = await openForAll()
    const before = applications(desk, key)
    lose(desk, endpoint, 'reset-before')
    const order = await application(desk)
    const error = await desk.error('capabilities.apply', order)
    expect(error).toMatchObject({ code: 'not_carried_out', retryable: true })
    expect(tally(desk, endpoint)).toMatchObject({ received: 1, carriedOut: 0 })
    const { changes } = await desk.value('capabilities.apply', order)
    expect(changes.map(({ state }) => state)).toEqual(['done', 'not_carried_out'])
    expect(applications(desk, key)).toBe(before + 1)
  })

  it('stays unknown while nothing can be read, bars the next, and is settled by reading', async () => {
    const desk = await openForAll()
    const { control } = desk.simulator
    lose(desk, endpoint, 'reset-after')
    const order = await application(desk)
    desk.gateway.meddle(endpoint, () => {
      control.addFault({ kind: 'reset-before', match: { endpoint: reading } })
      return undefined
    })
    const error = await desk.error('capabilities.apply', order)
    expect(error).toMatchObject({ code: 'outcome_unknown', retryable: false })
    control.removeFaults()
    expect(await desk.error('capabilities.apply', order)).toMatchObject({ code: 'not_possible_now' })
    const { changes } = await desk.value('capabilities.get', desk.ref(appId))
    const settled = await desk.value('setup.settle', { ...desk.ref(appId), changeId: changes[0]?.id ?? '' })
    expect(settled.state).toBe('done')
    expect(tally(desk, endpoint)).toMatchObject({ received: 1, carriedOut: 1 })
  })
})

const addition = ({ accountId, simulator }: SetupDesk) => {
  const draft = simulator.control.state().templateApps.find((app) => app.draft !== null)?.draft
  return { accountId, draftId: draft?.id ?? '' }
}

describe('adding a template, when its answer is lost', () => {
  it('is found in the library, and not sent again', async () => {
    const desk = await openSetupDesk(1)
    const before = desk.simulator.control.state().templates.length
    lose(desk, 'add_tpl', 'reset-after')
    const { templates } = await desk.value('templates.add', addition(desk))
    expect(templates).toHaveLength(before + 1)
    expect(tally(desk, 'add_tpl')).toMatchObject({ received: 1, carriedOut: 1 })
  })

  it('is not carried out where the library shows nothing, and may be done again', async () => {
    const desk = await openSetupDesk(1)
    const before = desk.simulator.control.state().templates.length
    lose(desk, 'add_tpl', 'reset-before')
    expect(await desk.error('templates.add', addition(desk))).toMatchObject({
      code: 'not_carried_out',
      retryable: true
    })
    expect(tally(desk, 'add_tpl')).toMatchObject({ received: 1, carriedOut: 0 })
    expect((await desk.value('templates.add', addition(desk))).templates).toHaveLength(before + 1)
  })

  it('is unknown where the library can not be read, and shown by the next reading of it', async () => {
    const desk = await openSetupDesk(1)
    const { control } = desk.simulator
    const before = control.state().templates.length
    lose(desk, 'add_tpl', 'reset-after')
    desk.gateway.meddle('add_tpl', () => {
      control.addFault({ kind: 'reset-before', match: { endpoint: 'get_tpl_list' } })
      return undefined
    })
    expect(await desk.error('templates.add', addition(desk))).toMatchObject({
      code: 'outcome_unknown',
      retryable: false
    })
    control.removeFaults()
    const { templates } = await desk.value('templates.library', { accountId: desk.accountId, fresh: false })
    expect(templates).toHaveLength(before + 1)
    expect(tally(desk, 'add_tpl')).toMatchObject({ received: 1, carriedOut: 1 })
  })
})

describe('deleting a template, when its answer is lost', () => {
  it.each(['reset-after', 'reset-before'] as const)('is told by the library, and not sent again: %s', async (kind) => {
    const desk = await openSetupDesk(1)
    const { accountId } = desk
    await desk.value('templates.add', addition(desk))
    const templateId = desk.simulator.control.state().templates.at(-1)?.id ?? ''
    const { users } = await desk.value('templates.usage', { accountId, templateId })
    const order = { accountId, templateId, acknowledged: users.map((each) => each.appId) }
    lose(desk, 'del_tpl', kind)
    const isDone = kind === 'reset-after'
    if (isDone) await desk.value('templates.delete', order)
    else expect(await desk.error('templates.delete', order)).toMatchObject({ code: 'not_carried_out' })
    const { templates } = await desk.value('templates.library', { accountId, fresh: true })
    expect(templates.some((each) => each.templateId === templateId)).toBe(!isDone)
    expect(tally(desk, 'del_tpl')).toMatchObject({ received: 1, carriedOut: Number(isDone) })
  })
})
