import { describe, expect, it } from 'vitest'
import { like, merchants } from '../../../integration/simulator/platform'
import { errorOf, setupBench, stage, type SetupBench } from './setup-bench'

const hair = '1201,1202,120201'
const bar = '1101,1102,110205'
const teaHouse = '1101,1102,110203'
const swimming = '1301,1303,130301'
const onCategories = { actor: 'operator', wayOut: 'merchant_categories' }
const foodLicence = { id: '11', name: '食品经营许可证' }
const wineLicence = { id: '14', name: '酒类商品经营许可证' }

const submission = ({ ref }: SetupBench, category: string, name: string) => ({ ...ref, category, name })

describe('the categories', () => {
  it('are read with what is published and the main one', async () => {
    const { categories, ref } = await setupBench(merchants.categoryUnpublished)
    expect(categories.get(ref).reading.value).toBeNull()
    const { value } = (await categories.read(ref)).reading
    expect(value?.configured.map(({ state }) => state)).toEqual(['approved', 'approved'])
    expect([value?.online?.length, value?.main?.current?.name]).toEqual([1, '文化教育-学前教育-幼儿园'])
  })

  it('that may be set are kept for an hour, unless they are asked for afresh', async () => {
    const { categories, ref, time, received } = await setupBench()
    const tree = await categories.available(ref, false)
    expect(tree.nodes.some(({ level }) => level === 3)).toBe(true)
    expect(await categories.available(ref, false)).toBe(tree)
    expect(received('get_all_categories')).toBe(1)
    await categories.available(ref, true)
    time.now += 3600_000
    await categories.available(ref, false)
    expect(received('get_all_categories')).toBe(3)
  })
})

describe('adding a category', () => {
  it('without qualifications is approved at once', async () => {
    const bench = await setupBench()
    const { reading, changes } = await bench.categories.add({
      ...submission(bench, hair, '生活服务-丽人-美发'),
      qualifications: []
    })
    expect(reading.value?.configured.find(({ id }) => id === hair)?.state).toBe('approved')
    expect(changes[0]).toMatchObject({ kind: 'category_add', summary: '生活服务-丽人-美发', state: 'done' })
  })

  it('uploads its files one after another, in the order of the form, and drops them then', async () => {
    const bench = await setupBench()
    const { categories, files, sent } = bench
    const [first, second, third] = [stage(files), stage(files), stage(files)]
    const qualifications = [
      { ...foodLicence, files: [{ fileId: first }, { fileId: second }] },
      { ...wineLicence, files: [{ fileId: third }] }
    ]
    const { reading } = await categories.add({ ...submission(bench, bar, '餐饮服务-饮品-酒馆'), qualifications })
    const added = reading.value?.configured.find(({ id }) => id === bar)
    expect(added?.state).toBe('in_review')
    expect(added?.qualifications.map(({ id, paths }) => [id, paths.length])).toEqual([
      ['11', 2],
      ['14', 1]
    ])
    const ended = sent.flatMap(({ name, payload }) =>
      name === 'upload.progress' && payload.sentBytes === payload.totalBytes ? payload.fileId : []
    )
    expect(ended).toEqual([first, second, third])
    for (const fileId of [first, second, third])
      expect(await errorOf(() => files.get(fileId))).toMatchObject({ code: 'not_found' })
  })

  it('takes files that the platform has already', async () => {
    const bench = await setupBench()
    const { categories, files, ref } = bench
    const { value } = (await categories.read(ref)).reading
    const path = value?.configured[0]?.qualifications[0]?.paths[0] ?? ''
    const qualifications = [
      { ...foodLicence, files: [{ path }] },
      { ...wineLicence, files: [{ fileId: stage(files) }] }
    ]
    const { reading } = await categories.add({ ...submission(bench, bar, '酒馆'), qualifications })
    expect(reading.value?.configured.find(({ id }) => id === bar)?.qualifications[0]?.paths).toEqual([path])
  })

  it('is refused at its field before anything is sent', async () => {
    const bench = await setupBench()
    const { categories, files, received } = bench
    const fileId = stage(files)
    const food = { ...foodLicence, files: [{ fileId }] }
    const tried = (category: string, qualifications: (typeof food)[]) =>
      errorOf(() => categories.add({ ...submission(bench, category, '类目'), qualifications }))
    expect(await tried(bar, [food])).toMatchObject({ fields: { qualifications: '缺少 「酒类商品经营许可证」' } })
    expect(await tried(hair, [food])).toMatchObject({
      code: 'invalid_input',
      fields: { qualifications: like(/不收资质/) }
    })
    expect(await tried(teaHouse, [food, food])).toMatchObject({
      fields: { qualifications: like(/两次/) }
    })
    expect(await tried('1,2,3', [])).toMatchObject({
      code: 'invalid_input',
      fields: { category: like(/不允许/) }
    })
    expect([received('upload_material'), received('add_categories')]).toEqual([0, 0])
    expect(files.get(fileId).file.fileId).toBe(fileId)
  })

  it('that is set, beyond five, or without changes left is not sent', async () => {
    const twice = await setupBench()
    const qualifications = [{ ...foodLicence, files: [{ fileId: stage(twice.files) }] }]
    const again = () => twice.categories.add({ ...submission(twice, teaHouse, '茶饮店'), qualifications })
    expect(await errorOf(again)).toMatchObject({ code: 'not_possible_now', reason: like(/已经设置/) })
    const five = await setupBench(merchants.fiveCategories)
    const sixth = () => five.categories.add({ ...submission(five, hair, '美发'), qualifications: [] })
    expect(await errorOf(sixth)).toMatchObject({ code: 'not_possible_now', reason: like(/最多 5 个/), ...onCategories })
    const none = await setupBench(merchants.noCategoryChanges)
    const nails = () => none.categories.add({ ...submission(none, '1201,1202,120203', '美甲'), qualifications: [] })
    expect(await errorOf(nails)).toMatchObject({
      code: 'not_possible_now',
      reason: like(/修改已用完/),
      ...{ actor: 'nobody', wayOut: 'merchant_categories' }
    })
    expect([twice, five, none].map(({ received }) => received('add_categories'))).toEqual([0, 0, 0])
  })

  it('changes nothing where a file is missing or given up on its way', async () => {
    const bench = await setupBench()
    const { categories, files, control, changes } = bench
    const [first, second] = [stage(files), stage(files)]
    const qualifications = [
      { ...foodLicence, files: [{ fileId: first }] },
      { ...wineLicence, files: [{ fileId: second }] }
    ]
    const adding = () => categories.add({ ...submission(bench, bar, '酒馆'), qualifications })
    control.addFault({ kind: 'slow-receive', match: { endpoint: 'upload_material' } })
    const given = errorOf(adding)
    setTimeout(() => files.discard(second), 150)
    expect((await given).code).toMatch(/not_found|cancelled/)
    expect(await errorOf(adding)).toMatchObject({ code: 'not_found' })
    expect([changes(), files.get(first).file.fileId]).toEqual([[], first])
  })
})

describe('correcting a rejected category', () => {
  it('sends the same qualifications with other files, or with those of before', async () => {
    const bench = await setupBench(merchants.categoryRejected)
    const { categories, files, ref } = bench
    const rejected = (await categories.read(ref)).reading.value?.configured.find(({ id }) => id === swimming)
    const [pool, sport] = rejected?.qualifications ?? []
    if (!pool || !sport) throw new Error('the sample has two qualifications')
    const qualifications = [
      { id: pool.id, name: pool.name, files: [{ fileId: stage(files) }] },
      { id: sport.id, name: sport.name, files: sport.paths.map((path) => ({ path })) }
    ]
    const order = { ...submission(bench, swimming, rejected?.name ?? ''), qualifications }
    const foreign = { ...sport, files: [{ path: pool.paths[0] ?? '' }] }
    const wrong = [
      { ...order, qualifications: [...qualifications, { ...foodLicence, files: [{ path: 'x' }] }] },
      { ...order, qualifications: [...qualifications.slice(0, 1), foreign] }
    ]
    for (const each of wrong) {
      const error = await errorOf(() => categories.supply(each))
      expect(error).toMatchObject({
        code: 'invalid_input',
        fields: { qualifications: like(/上次提交/) }
      })
    }
    const { reading, changes } = await categories.supply(order)
    expect(reading.value?.configured.find(({ id }) => id === swimming)?.state).toBe('in_review')
    expect(changes.map(({ kind, state }) => [kind, state])).toEqual([['category_supply', 'done']])
    expect(await errorOf(() => categories.supply(order))).toMatchObject({ code: 'not_found' })
  })

  it('is for rejected ones only', async () => {
    const bench = await setupBench()
    const qualifications = [{ ...foodLicence, files: [{ fileId: stage(bench.files) }] }]
    const supply = () => bench.categories.supply({ ...submission(bench, teaHouse, '茶饮店'), qualifications })
    expect(await errorOf(supply)).toMatchObject({
      code: 'not_possible_now',
      reason: like(/审核未通过/)
    })
  })
})

describe('deleting, publishing and the main category', () => {
  it('deletes one, publishes what is left, and says what that changes', async () => {
    const { categories, ref } = await setupBench(merchants.fiveCategories)
    await categories.read(ref)
    const deleted = await categories.delete(ref, '1101,1103,110302')
    expect(deleted.changes[0]).toMatchObject({ kind: 'category_delete', summary: '餐饮服务-中餐-小吃快餐' })
    const { reading, changes } = await categories.publish(ref)
    expect(reading.value?.publishing).toMatchObject({ state: 'in_review' })
    expect(changes[0]).toMatchObject({ kind: 'category_publish', summary: '去掉 餐饮服务-中餐-小吃快餐' })
    expect(await errorOf(() => categories.publish(ref))).toMatchObject({
      code: 'not_possible_now',
      reason: like(/审核中/)
    })
  })

  it('does not delete the last approved one, or one that is not set', async () => {
    const { categories, ref, received } = await setupBench()
    expect(await errorOf(() => categories.delete(ref, teaHouse))).toMatchObject({
      reason: like(/最后一个/)
    })
    expect(await errorOf(() => categories.delete(ref, hair))).toMatchObject({ reason: '没有这个类目' })
    expect(received('del_categories')).toBe(0)
  })

  it('presets the main category', async () => {
    const { categories, ref } = await setupBench(merchants.fiveCategories)
    const { reading } = await categories.presetMain(ref, '1801,1803,180302')
    expect(reading.value?.main?.preset?.id).toBe('1801,1803,180302')
    expect(await errorOf(() => categories.presetMain(ref, '1801,1803,180302'))).toMatchObject({
      reason: like(/已经预设/)
    })
  })

  it('settles a lost publication and a lost deletion by what is set', async () => {
    const { categories, control, ref, received } = await setupBench(merchants.fiveCategories)
    control.addFault({ kind: 'reset-after', match: { endpoint: 'del_categories' } })
    control.addFault({ kind: 'reset-after', match: { endpoint: 'publish_category' } })
    await categories.delete(ref, '1101,1103,110302')
    const { changes } = await categories.publish(ref)
    expect(changes.map(({ state }) => state)).toEqual(['done', 'done'])
    expect([received('del_categories'), received('publish_category')]).toEqual([1, 1])
  })
})
