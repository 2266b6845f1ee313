import type { ProfileDetail } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useFacet } from '@/pages/merchant/setup/use-facet'
import { installDesk, later, ok, refused } from '../fake-desk'
import { merchant } from '../samples'
import { information, profileDetail, settingChange } from './samples'

type Answer = CallResult<ProfileDetail> | Promise<CallResult<ProfileDetail>>

const fresh = profileDetail(information({ name: '新读的' }))
const readAt = (ago: number, name = '库里的') =>
  profileDetail(null, { reading: { value: information({ name }), readAt: Date.now() - ago, error: null } })

let stop = (): void => {}
afterEach(() => stop())

function open(get: () => Answer, read: () => Answer = () => ok(fresh)) {
  const desk = installDesk({})
  const asked: string[] = []
  const shown = shallowRef(merchant)
  const scope = effectScope()
  stop = () => scope.stop()
  const facet = scope.run(() =>
    useFacet<ProfileDetail>(() => shown.value, {
      get: async ({ appId }) => {
        asked.push(`get ${appId}`)
        return get()
      },
      read: async ({ appId }) => {
        asked.push(`read ${appId}`)
        return read()
      },
      readAt: (detail) => detail.reading.readAt
    })
  )
  if (!facet) throw new Error('no scope')
  return { desk, asked, shown, facet, name: () => facet.detail.value?.reading.value?.name }
}

describe("a part of a merchant's set-up", () => {
  it('is shown from the database, and read behind when that is older than a minute', async () => {
    const reading = later<CallResult<ProfileDetail>>()
    const { facet, name } = open(
      () => ok(readAt(61_000)),
      () => reading.promise
    )
    await flushPromises()
    expect(name()).toBe('库里的')
    expect(facet.reading.value).toBe(true)
    reading.give(ok(fresh))
    await flushPromises()
    expect(name()).toBe('新读的')
    expect(facet.reading.value).toBe(false)
  })

  it('is not read again while it is younger than that', async () => {
    const { asked } = open(() => ok(readAt(30_000)))
    await flushPromises()
    expect(asked).toEqual(['get tt0001'])
  })

  it('tells why it could not be read, until anything reads it', async () => {
    let stored = readAt(61_000)
    const { desk, facet } = open(
      () => ok(stored),
      () => refused({ message: '没有读到' })
    )
    await flushPromises()
    expect(facet.readError.value?.message).toBe('没有读到')
    desk.send('setting.changed', { change: settingChange() })
    await flushPromises()
    expect(facet.readError.value?.message).toBe('没有读到')
    stored = readAt(0)
    desk.send('setting.changed', { change: settingChange() })
    await flushPromises()
    expect(facet.readError.value).toBeNull()
  })

  it('tells that the database did not answer', async () => {
    const { facet } = open(() => refused({ message: '库打不开' }))
    await flushPromises()
    expect(facet.loadError.value?.message).toBe('库打不开')
  })

  it('is loaded again when something of this merchant changed, and of no other', async () => {
    const { desk, asked } = open(() => ok(readAt(0)))
    await flushPromises()
    desk.send('setting.changed', { change: settingChange({ appId: 'other' }) })
    desk.send('merchants.replaced', { accountId: 'other' })
    expect(asked).toHaveLength(1)
    desk.send('setting.changed', { change: settingChange() })
    desk.send('merchants.replaced', { accountId: merchant.accountId })
    expect(asked).toHaveLength(3)
  })

  it('drops the answers about a merchant that was left', async () => {
    const slow = later<CallResult<ProfileDetail>>()
    const answers: Answer[] = [slow.promise, ok(readAt(0, '第二家'))]
    const { shown, name } = open(() => answers.shift() ?? refused())
    shown.value = { ...merchant, appId: 'tt0002' }
    await flushPromises()
    slow.give(ok(readAt(0, '第一家')))
    await flushPromises()
    expect(name()).toBe('第二家')
  })

  it('carries out one change at a time, and takes the state it led to', async () => {
    const { facet, name } = open(() => ok(readAt(0)))
    await flushPromises()
    const first = later<CallResult<ProfileDetail>>()
    const running = facet.carryOut(() => first.promise)
    expect(facet.busy.value).toBe(true)
    let sent = false
    expect(
      await facet.carryOut(() => {
        sent = true
        return Promise.resolve(ok(fresh))
      })
    ).toBeNull()
    expect(sent).toBe(false)
    first.give(ok(fresh))
    await running
    expect(facet.busy.value).toBe(false)
    expect(name()).toBe('新读的')
  })

  it('stops listening when it goes', async () => {
    const { desk } = open(() => ok(readAt(0)))
    await flushPromises()
    stop()
    expect(desk.listenerCount()).toBe(0)
  })
})
