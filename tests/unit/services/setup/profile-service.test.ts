import { describe, expect, it } from 'vitest'
import { like, merchants } from '../../../integration/simulator/platform'
import { errorOf, png, setupBench, stage } from './setup-bench'

const introduction = '为本地用户提供到店预约与优惠信息'

describe('the profile', () => {
  it('is read whole, with its icon, and judged for the list', async () => {
    const { profile, store, ref } = await setupBench(merchants.introductionRejected)
    expect(profile.get(ref).reading).toEqual({ value: null, readAt: null, error: null })
    const { reading, changes, running } = await profile.read(ref)
    expect(reading.value?.introductionAudit).toMatchObject({ state: 'rejected' })
    expect([reading.error, changes, running]).toEqual([null, [], null])
    const row = store.merchants.row(ref)
    expect(row).toMatchObject({ name: reading.value?.name, readiness: { text: like(/简介/) } })
    expect(row?.iconKey).not.toBeNull()
  })

  it('keeps what was read before, with the reason, when it can not be read again', async () => {
    const { profile, control, ref } = await setupBench()
    const before = await profile.read(ref)
    control.changeMerchant(ref.appId, { permissions: [1] })
    const error = await errorOf(() => profile.read(ref))
    expect(error).toMatchObject({ code: 'authorization_lost', merchant: { appId: ref.appId } })
    expect(profile.get(ref).reading).toEqual({ ...before.reading, error })
  })

  it('of a merchant that the account does not have is not found', async () => {
    const { profile, ref, received } = await setupBench()
    const unknown = { ...ref, appId: 'ttunknown' }
    expect(await errorOf(() => profile.read(unknown))).toMatchObject({ code: 'not_found' })
    expect(await errorOf(() => profile.changeIntroduction(unknown, introduction))).toMatchObject({ code: 'not_found' })
    expect(received('get_info')).toBe(0)
  })

  it('tells the introductions of all merchants of an account at once, and of no other', async () => {
    const { profile, store, ref } = await setupBench()
    const { reading } = await profile.read(ref)
    const all = profile.introductions(ref.accountId)
    expect(all.map(({ appId }) => appId)).toEqual([...store.merchants.appIds(ref.accountId)].sort())
    expect(reading.value?.introduction).not.toBe('')
    expect(all).toContainEqual({ appId: ref.appId, introduction: reading.value?.introduction })
    expect(profile.introductions('another')).toEqual([])
  })

  it('shows the picture that was submitted last', async () => {
    const { profile, files, ref } = await setupBench()
    await profile.read(ref)
    expect(await errorOf(() => profile.submittedIcon(ref))).toMatchObject({ code: 'not_found' })
    await profile.changeIcon(ref, stage(files))
    expect(await profile.submittedIcon(ref)).toEqual({ image: `data:image/png;base64,${png.toString('base64')}` })
  })
})

describe('checking a name', () => {
  it('does not ask the platform about one that the rules refuse', async () => {
    const { profile, ref, received } = await setupBench()
    const { verdict, error } = await profile.checkName(ref, '豆')
    expect([verdict, error?.code, received('check_app_name')]).toEqual(['refused', 'not_possible_now', 0])
  })

  it.each([
    ['山茶与海', 'usable', undefined],
    ['星巴克甄选', 'evidence', '21006'],
    ['慢煮咖啡', 'refused', '21003'],
    ['全城最低价茶饮', 'refused', '21005']
  ])('tells that %s is %s', async (name, verdict, platformCode) => {
    const { profile, ref } = await setupBench()
    const answer = await profile.checkName(ref, name)
    expect([answer.verdict, answer.error?.platformCode]).toEqual([verdict, platformCode])
  })

  it('throws where the platform gave no verdict', async () => {
    const { profile, control, ref } = await setupBench()
    control.changeMerchant(ref.appId, { permissions: [1] })
    expect(await errorOf(() => profile.checkName(ref, '山茶与海'))).toMatchObject({ code: 'authorization_lost' })
  })
})

describe('changing the profile', () => {
  it('submits an introduction, writes it down before and after, and shows it in review', async () => {
    const { profile, ref, changes, store } = await setupBench()
    const detail = await profile.changeIntroduction(ref, introduction)
    expect(detail.reading.value?.introductionAudit).toMatchObject({ value: introduction, state: 'in_review' })
    expect(changes().map(({ state, kind, summary }) => [state, kind, summary])).toEqual([
      ['intended', 'introduction', introduction],
      ['done', 'introduction', introduction]
    ])
    expect(detail.changes).toEqual([changes().at(-1)])
    expect(detail.changes[0]).toMatchObject({ actor: '小王', logId: like(/./), rolloutId: null, error: null })
    expect(store.settingChanges.allUnsettled()).toEqual([])
  })

  it('submits the name of a brand with its certificate, which is dropped then', async () => {
    const { profile, files, ref } = await setupBench()
    const evidence = stage(files)
    const refused = await errorOf(() => profile.changeName(ref, '星巴克甄选', null))
    expect(refused).toMatchObject({ code: 'platform_refused', platformCode: '21006' })
    const { reading, changes } = await profile.changeName(ref, '星巴克甄选', evidence)
    expect(reading.value?.nameAudit).toMatchObject({ value: '星巴克甄选', state: 'in_review' })
    expect(changes.map(({ state }) => state)).toEqual(['done', 'refused'])
    expect(await errorOf(() => files.get(evidence))).toMatchObject({ code: 'not_found' })
  })

  it('submits an icon and tells how far the upload is', async () => {
    const { profile, files, ref, sent } = await setupBench()
    const fileId = stage(files)
    const { reading } = await profile.changeIcon(ref, fileId)
    expect(reading.value?.iconAudit).toMatchObject({ state: 'in_review' })
    const progress = sent.flatMap((event) => (event.name === 'upload.progress' ? event.payload : []))
    expect(progress.at(-1)).toEqual({ fileId, sentBytes: png.length, totalBytes: png.length })
    expect(progress.length).toBeLessThanOrEqual(2)
  })

  it('keeps the icon of a rollout, which may serve other merchants', async () => {
    const { profile, files, ref } = await setupBench()
    const fileId = stage(files)
    const { changes } = await profile.changeIcon(ref, fileId, 'r1')
    expect([changes[0]?.rolloutId, files.get(fileId).file.bytes]).toEqual(['r1', png.length])
  })

  it.each([
    ['a short introduction', 'introduction', 'changeIntroduction', '太短'],
    ['a name with a space', 'name', 'changeName', '山茶 与海']
  ] as const)('refuses %s at its field before anything is read', async (_, field, method, text) => {
    const { profile, ref, received } = await setupBench()
    const error = await errorOf(() => profile[method](ref, text, null))
    expect(error).toMatchObject({ code: 'invalid_input', fields: { [field]: error.reason }, actor: 'operator' })
    expect(received('get_info')).toBe(0)
  })

  it('sends nothing while the last change is in review, or without changes left', async () => {
    const { profile, control, ref, received, changes } = await setupBench()
    await profile.changeIntroduction(ref, introduction)
    const error = await errorOf(() => profile.changeIntroduction(ref, `${introduction}吧`))
    expect(error).toMatchObject({
      code: 'not_possible_now',
      reason: like(/审核中/),
      actor: 'nobody',
      wayOut: 'merchant_profile'
    })
    control.profileAudit(ref.appId, 'introduction', { outcome: 'pass', now: true })
    control.changeMerchant(ref.appId, { remaining: { introduction: 0 } })
    const used = await errorOf(() => profile.changeIntroduction(ref, `${introduction}吧`))
    expect(used).toMatchObject({ code: 'not_possible_now', reason: like(/用完/), actor: 'nobody' })
    expect([received('modify_app_intro'), changes().length]).toEqual([1, 2])
  })

  it('writes nothing down where the upload is given up or too large', async () => {
    const { profile, files, control, ref, changes, received } = await setupBench()
    control.addFault({ kind: 'slow-receive', match: { endpoint: 'upload_material' } })
    const fileId = stage(files)
    const changing = errorOf(() => profile.changeIcon(ref, fileId))
    setTimeout(() => files.discard(fileId), 150)
    expect(await changing).toMatchObject({ code: 'cancelled', merchant: { appId: ref.appId } })
    const large = stage(files, Buffer.concat([png, Buffer.alloc(2 * 1024 ** 2)]))
    expect(await errorOf(() => profile.changeIcon(ref, large))).toMatchObject({
      code: 'invalid_input',
      fields: { fileId: like(/2 MB/) }
    })
    expect([changes(), received('modify_app_icon')]).toEqual([[], 0])
  })
  it('gives an upload up when the application closes, and keeps the file', async () => {
    const { profile, files, control, closing, ref, changes } = await setupBench()
    control.addFault({ kind: 'slow-receive', match: { endpoint: 'upload_material' } })
    const fileId = stage(files)
    const changing = errorOf(() => profile.changeIcon(ref, fileId))
    setTimeout(() => closing.abort(), 150)
    expect(await changing).toMatchObject({ code: 'cancelled' })
    expect([changes(), files.get(fileId).file.fileId]).toEqual([[], fileId])
  })
})
