import type { CallInput, MerchantPage, RefreshProgress } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useMerchantsStore } from '@/stores/merchants'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { row, rows } from './rows'

const idle: RefreshProgress = { accountId: 'practice', total: 0, done: 0, failed: 0, running: false }

beforeEach(() => setActivePinia(createPinia()))

/** A main process with a list of its own, which it hands out in pages. */
function deskWith(list: MerchantPage['rows']) {
  const page = ({ cursor, limit }: CallInput<'merchants.page'>): CallResult<MerchantPage> => {
    const from = Number(cursor ?? 0)
    const next = from + limit < list.length ? String(from + limit) : null
    return ok({ rows: list.slice(from, from + limit), total: list.length, next })
  }
  return installDesk({
    'merchants.page': page,
    'merchants.refreshStatus': () => ok(idle),
    'merchants.refresh': ({ accountId }) => ok({ ...idle, accountId, total: 2, running: true }),
    'merchants.setTags': ({ appId, tags }) => ok(row({ appId, tags }))
  })
}

const complete = (store: ReturnType<typeof useMerchantsStore>) =>
  vi.waitFor(() => expect(store.status).toBe('complete'))

describe('loading', () => {
  it('shows a first page before the rest is there, then all of it in order', async () => {
    const desk = deskWith(rows(2_500))
    const store = useMerchantsStore()
    void store.load('practice')
    await flushPromises()
    expect(store.status).toBe('filling')
    expect(store.rows.length).toBeLessThanOrEqual(200)
    expect(store.total).toBe(2_500)
    await complete(store)
    expect(store.rows.map((each) => each.appId)).toEqual(rows(2_500).map((each) => each.appId))
    const limits = desk.asked.filter((each) => each.name === 'merchants.page').length
    expect(limits).toBeLessThanOrEqual(4)
  })

  it('drops a late answer about another account', async () => {
    const slow = later<CallResult<MerchantPage>>()
    installDesk({
      'merchants.page': ({ accountId }) =>
        accountId === 'slow' ? slow.promise : ok({ rows: [row({ accountId })], total: 1, next: null }),
      'merchants.refreshStatus': () => ok(idle)
    })
    const store = useMerchantsStore()
    void store.load('slow')
    await store.load('quick')
    slow.give(ok({ rows: rows(3), total: 3, next: null }))
    await flushPromises()
    expect(store.rows.map((each) => each.accountId)).toEqual(['quick'])
    expect(store.total).toBe(1)
  })

  it('holds the error, and can be tried again', async () => {
    let broken = true
    installDesk({
      'merchants.page': () => (broken ? refused({ code: 'storage' }) : ok({ rows: rows(1), total: 1, next: null })),
      'merchants.refreshStatus': () => ok(idle)
    })
    const store = useMerchantsStore()
    await store.load('practice')
    expect(store.status).toBe('failed')
    expect(store.error?.code).toBe('storage')
    broken = false
    await store.load('practice')
    expect(store.status).toBe('complete')
    expect(store.error).toBeNull()
  })
})

describe('changes that the main process tells', () => {
  it('are applied once a frame, the last one of a row winning', async () => {
    const desk = deskWith(rows(3))
    const store = useMerchantsStore()
    await store.load('practice')
    const before = store.rows
    desk.send('merchants.changed', { accountId: 'practice', rows: [row({ appId: 'tt00001', readError: '超时' })] })
    desk.send('merchants.changed', { accountId: 'practice', rows: [row({ appId: 'tt00001', name: '新名' })] })
    expect(store.rows).toBe(before)
    await vi.waitFor(() => expect(store.rows).not.toBe(before))
    expect(store.rows.find((each) => each.appId === 'tt00001')).toMatchObject({ name: '新名', readError: null })
    expect(store.rows).toHaveLength(3)
  })

  it('add merchants to an empty list and count them', async () => {
    const desk = deskWith([])
    const store = useMerchantsStore()
    await store.load('practice')
    desk.send('merchants.changed', { accountId: 'practice', rows: rows(2) })
    await vi.waitFor(() => expect(store.total).toBe(2))
  })

  it('do not overwrite a page that was answered after them', async () => {
    const second = later<CallResult<MerchantPage>>()
    const desk = installDesk({
      'merchants.page': ({ cursor }) =>
        cursor === null ? ok({ rows: rows(1), total: 2, next: 'more' }) : second.promise,
      'merchants.refreshStatus': () => ok(idle)
    })
    const store = useMerchantsStore()
    void store.load('practice')
    await vi.waitFor(() => expect(desk.names().filter((name) => name === 'merchants.page')).toHaveLength(2))
    desk.send('merchants.changed', { accountId: 'practice', rows: [row({ appId: 'b', name: '旧' })] })
    second.give(ok({ rows: [row({ appId: 'b', name: '新' })], total: 2, next: null }))
    await complete(store)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(store.rows.find((each) => each.appId === 'b')?.name).toBe('新')
  })

  it('of another account are not ours', async () => {
    const desk = deskWith(rows(1))
    const store = useMerchantsStore()
    await store.load('practice')
    desk.send('merchants.changed', { accountId: 'other', rows: [row({ appId: 'x' })] })
    desk.send('refresh.progress', { ...idle, accountId: 'other', running: true })
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(store.rows).toHaveLength(1)
    expect(store.progress).toBeNull()
  })

  it('that replace everything make the list be read again', async () => {
    let list = rows(3)
    const desk = installDesk({
      'merchants.page': () => ok({ rows: list, total: list.length, next: null }),
      'merchants.refreshStatus': () => ok(idle)
    })
    const store = useMerchantsStore()
    await store.load('practice')
    list = [row({ appId: 'fresh' })]
    desk.send('merchants.replaced', { accountId: 'practice' })
    await vi.waitFor(() => expect(store.rows.map((each) => each.appId)).toEqual(['fresh']))
  })
})

it('counts what waits for the operator', async () => {
  deskWith([
    row({ appId: 'a', audit: { version: '2', status: 'rejected', released: false, reason: '' } }),
    row({ appId: 'b', audit: { version: '2', status: 'passed', released: false, reason: '' } }),
    row({ appId: 'c' })
  ])
  const store = useMerchantsStore()
  await store.load('practice')
  expect(store.waiting).toEqual({ rejected: 1, toRelease: 1 })
})

it('shows a refresh as running as soon as it was asked for, and new tags as soon as they are kept', async () => {
  const desk = deskWith(rows(2))
  const store = useMerchantsStore()
  await store.load('practice')
  await store.refresh(['tt00001'])
  expect(store.refreshing).toBe(true)
  expect(desk.asked.at(-1)).toEqual({
    name: 'merchants.refresh',
    input: { accountId: 'practice', appIds: ['tt00001'] }
  })
  await store.setTags({ accountId: 'practice', appId: 'tt00001', tags: ['华东'] })
  expect(store.rows.find((each) => each.appId === 'tt00001')?.tags).toEqual(['华东'])
})
