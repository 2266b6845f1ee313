import { describe, expect, it } from 'vitest'
import { like, merchants } from '../../../integration/simulator/platform'
import { errorOf, setupBench, stage } from '../setup/setup-bench'

const live = {
  key: 'live_self_mount',
  reason: '商家自播需要挂载小程序',
  answers: [{ key: 'scene_desc', texts: ['开播时挂载预约页'], files: [] }]
}
const anchor = { key: 'anchor_text', texts: ['点我预约'], files: [] }

/** A merchant that is online and may apply for most. */
async function bench() {
  const made = await setupBench(merchants.introductionRejected)
  made.control.changeMerchant(made.ref.appId, { trial: { isTrial: false } })
  return made
}

describe('the capabilities of a merchant', () => {
  it('are read with the two that have ways of their own, and kept', async () => {
    const { capabilities, ref } = await bench()
    expect(capabilities.get(ref)).toEqual({
      reading: { value: null, readAt: null, error: null },
      changes: [],
      running: null
    })
    const { reading } = await capabilities.read(ref)
    expect(reading.value?.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['video_self_mount', 'video_mount', 'phone_number'])
    )
    expect(capabilities.get(ref).reading).toEqual(reading)
    expect((await errorOf(() => capabilities.read({ ...ref, appId: 'ttnone' }))).code).toBe('not_found')
  })
})

describe('an application', () => {
  it('is in review then, and the journal knows it by its name', async () => {
    const { capabilities, ref, control } = await bench()
    await capabilities.read(ref)
    const { reading, changes } = await capabilities.apply(ref, live)
    expect(reading.value?.find(({ key }) => key === live.key)?.state).toBe('applying')
    expect(changes).toMatchObject([
      { kind: 'capability_apply', summary: '直播自主挂载', state: 'done', rolloutId: null }
    ])
    expect(control.state(ref.appId).merchants[0]?.capabilities[live.key]).toMatchObject({
      application: { reason: live.reason, info: { scene_desc: ['开播时挂载预约页'] } }
    })
  })

  it('sends its pictures before it begins, and drops them then', async () => {
    const { capabilities, files, ref, received, control } = await bench()
    const pictures = [stage(files), stage(files)]
    const key = 'ma.jsapi.jump_live_room'
    await capabilities.apply(ref, {
      key,
      reason: '引流到直播间',
      answers: [{ key: 'img_uri_list', texts: [], files: pictures }]
    })
    const { application } = control.state(ref.appId).merchants[0]?.capabilities[key] ?? {}
    expect(application?.info['img_uri_list']).toHaveLength(2)
    expect(received('upload_material')).toBe(2)
    for (const fileId of pictures) expect(files.discard(fileId)).toEqual({ discarded: false })
  })

  it('for the short-video mount takes its own way, with a picture of the landing page', async () => {
    const { capabilities, files, ref, control } = await bench()
    const picture = { key: 'image_path', texts: [], files: [stage(files)] }
    const { reading } = await capabilities.apply(ref, {
      key: 'video_mount',
      reason: ' 门店介绍视频挂载预约页 ',
      answers: [anchor, picture]
    })
    expect(reading.value?.find(({ key }) => key === 'video_mount')?.state).toBe('applying')
    expect(control.state(ref.appId).merchants[0]?.capabilities['video_mount']?.application?.reason).toBe(
      '门店介绍视频挂载预约页'
    )
  })

  it('with mistakes is refused by the field, and nothing is sent or uploaded', async () => {
    const { capabilities, files, ref, received, changes } = await bench()
    const [one, two] = [stage(files), stage(files)]
    const error = await errorOf(() =>
      capabilities.apply(ref, {
        key: 'video_mount',
        reason: '字'.repeat(201),
        answers: [
          { ...anchor, texts: [' '] },
          { key: 'image_path', texts: [], files: [one, two] },
          { key: 'more', texts: ['x'], files: [] }
        ]
      })
    )
    expect(error).toMatchObject({ code: 'invalid_input', merchant: { appId: ref.appId } })
    expect(error.fields).toEqual({
      reason: '最多 200 个字，现在 201 个',
      'answers.anchor_text': '请填写',
      'answers.image_path': '只要一张图片',
      'answers.more': '申请表里没有这一项'
    })
    expect([received('apply_permission'), received('upload_material'), changes()]).toEqual([0, 0, []])
    expect(files.get(one).file.fileId).toBe(one)
  })

  it('is refused where the state does not allow it, saying why', async () => {
    const { capabilities, ref, control, received } = await bench()
    const why = async (key: string) => (await errorOf(() => capabilities.apply(ref, { ...live, key }))).reason
    control.changeMerchant(ref.appId, { capabilities: { live_self_mount: { state: 'granted' } } })
    expect(await why('live_self_mount')).toBe('已经开通')
    control.changeMerchant(ref.appId, { capabilities: { live_self_mount: { state: 'banned', reason: '违规' } } })
    expect(await why('live_self_mount')).toBe('被平台封禁：违规')
    control.changeMerchant(ref.appId, { capabilities: { live_self_mount: { state: 'closed' } }, takenDown: true })
    expect(await why('live_self_mount')).toBe('条件还没有满足：小程序已上线')
    expect(await why('phone_number')).toMatch(/自动开通/)
    expect(await why('no_such_key')).toMatch(/没有给这个商家列出/)
    expect(received('apply_capacity')).toBe(0)
  })

  it('that was rejected may be made again, and is settled by the list when its answer is lost', async () => {
    const { capabilities, ref, control, received, waits } = await bench()
    control.changeMerchant(ref.appId, { capabilities: { live_self_mount: { state: 'rejected', reason: '太简略' } } })
    control.addFault({ kind: 'reset-after', match: { endpoint: 'apply_capacity' }, times: 1 })
    const { changes } = await capabilities.apply(ref, live)
    expect(changes).toMatchObject([{ state: 'done' }])
    expect(waits).toEqual([])
    control.capabilityAudit(ref.appId, live.key, { outcome: 'reject', reason: '还是太简略', now: true })
    control.addFault({ kind: 'reset-before', match: { endpoint: 'apply_capacity' } })
    const lost = await errorOf(() => capabilities.apply(ref, live))
    expect(lost).toMatchObject({ code: like(/not_carried_out|network/) })
    expect(received('apply_capacity')).toBe(2)
  })

  it('is told with the platform’s code where the platform refuses it, the pictures kept', async () => {
    const { capabilities, files, ref } = await bench()
    const fileId = stage(files)
    const answers = [{ key: 'img_uri_list', texts: [], files: [fileId, fileId, fileId, fileId, fileId, fileId] }]
    const error = await errorOf(() =>
      capabilities.apply(ref, { key: 'ma.jsapi.jump_live_room', reason: '引流', answers })
    )
    expect(error).toMatchObject({ code: 'platform_refused', platformCode: like(/\d/) })
    expect(files.get(fileId).file.fileId).toBe(fileId)
  })
})

describe('the matrix', () => {
  it('has a column for whatever any merchant has, and reads the chosen merchants behind', async () => {
    const { capabilities, refreshes, store, ref, time, sent } = await bench()
    const [lost, other] = [merchants.lost, merchants.upToDate]
    store.merchants.discover(
      'a',
      [lost, other].map((appId) => ({ appId, authorizedAt: time.now }))
    )
    store.merchants.saveAuthorization({ accountId: 'a', appId: lost }, 'lost')
    expect(capabilities.matrix('a').capabilities).toEqual([])
    const asked = [ref.appId, other, lost, 'ttnone', other]
    expect(capabilities.refresh('a', asked)).toEqual({ asked: 2 })
    expect(capabilities.refresh('a', asked)).toEqual({ asked: 0 })
    await refreshes.idle()
    const { capabilities: columns, rows } = capabilities.matrix('a')
    expect(columns.at(-1)).toEqual({ key: 'phone_number', name: '获取手机号', way: 'automatic' })
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    const row = rows.find(({ appId }) => appId === other)
    expect(row?.states['video_self_mount']).toEqual({ state: 'granted', reason: '' })
    expect(rows.find(({ appId }) => appId === lost)).toMatchObject({ states: {}, readAt: null })
    expect(sent.filter(({ name }) => name === 'notice')).toEqual([])
  })

  it('stops reading when the account as a whole is in trouble, and tells it once', async () => {
    const { capabilities, refreshes, store, time, sent, control, received } = await bench()
    const appIds = [merchants.upToDate, merchants.person, merchants.partial, merchants.approved, merchants.gray]
    store.merchants.discover(
      'a',
      appIds.map((appId) => ({ appId, authorizedAt: time.now }))
    )
    control.addFault({ kind: 'reset-before', match: { endpoint: 'query_capacity_list' } })
    expect(capabilities.refresh('a', appIds)).toEqual({ asked: 5 })
    await refreshes.idle()
    const notices = sent.flatMap((event) => (event.name === 'notice' ? [event.payload.error.message] : []))
    expect(notices).toEqual(['没有读完各商家的能力'])
    const before = received('query_capacity_list')
    await refreshes.stop()
    capabilities.refresh('a', appIds)
    await refreshes.idle()
    expect(received('query_capacity_list')).toBe(before)
  })
})
