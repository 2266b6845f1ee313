import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useCodeLoader } from '@/pages/codes/wall/use-code-loader'
import { codeOf, savedItems, shownCode, trialItems, whyNone } from '@/pages/codes/wall/wall-items'
import { row } from '../list/rows'
import { installDesk, later, ok, refused } from '../merchant/fake-desk'
import { savedCode, trialCode } from './samples'

const withTest = (number: number) =>
  row({ appId: `tt${number}`, name: `商家 ${number}`, test: { version: '1.2.0', submitted: false } })
const items = (count: number) =>
  trialItems(
    Array.from({ length: count }, (_, place) => withTest(place)),
    'latest',
    ''
  )
type Answer = ReturnType<typeof ok<ReturnType<typeof trialCode>>>

let scope = effectScope()
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})
const loaderOf = () => scope.run(() => useCodeLoader()) ?? expect.fail()

describe('reading the codes of the wall', () => {
  it('asks for four at once, and for the next when one has come', async () => {
    const waiting: ((answer: Answer) => void)[] = []
    const desk = installDesk({
      'codes.trial': () => {
        const { promise, give } = later<Answer>()
        waiting.push(give)
        return promise
      }
    })
    loaderOf().want(items(10))
    await flushPromises()
    expect(desk.asked).toHaveLength(4)
    waiting[0]?.(ok(trialCode()))
    await flushPromises()
    expect(desk.asked).toHaveLength(5)
  })

  it('does not ask for what scrolled away before its turn', async () => {
    const first = later<Answer>()
    const desk = installDesk({
      'codes.trial': ({ appId }) => (Number(appId.slice(2)) < 4 ? first.promise : ok(trialCode()))
    })
    const loader = loaderOf()
    const all = items(12)
    loader.want(all.slice(0, 8))
    loader.want(all.slice(10))
    first.give(ok(trialCode()))
    await flushPromises()
    const asked = desk.asked.map(({ input }) => (input as { appId: string }).appId)
    expect(asked.sort()).toEqual(['tt0', 'tt1', 'tt10', 'tt11', 'tt2', 'tt3'])
  })

  it('reads an expired code again while it is in sight, and shows the old one meanwhile', async () => {
    const second = later<Answer>()
    let asked = 0
    installDesk({
      'codes.trial': () => (++asked === 1 ? ok(trialCode({ expiresAt: Date.now() + 60_000 })) : second.promise)
    })
    const loader = loaderOf()
    const [item] = items(1)
    if (!item) return expect.fail()
    loader.want([item])
    await flushPromises()
    vi.advanceTimersByTime(59_000)
    await flushPromises()
    expect(asked).toBe(1)
    vi.advanceTimersByTime(2_000)
    await flushPromises()
    expect(asked).toBe(2)
    expect(loader.states.get(item.key)).toMatchObject({ kind: 'reading', code: { version: '1.2.0' } })
    second.give(ok(trialCode({ version: '1.2.1' })))
    await flushPromises()
    expect(codeOf(loader.states.get(item.key))?.version).toBe('1.2.1')
  })

  it('does not hammer the platform when a code comes expired', async () => {
    const desk = installDesk({ 'codes.trial': () => ok(trialCode({ expiresAt: 1 })) })
    loaderOf().want(items(1))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.asked).toHaveLength(1)
  })

  it('keeps a refusal until it is tried again', async () => {
    let refuses = true
    const desk = installDesk({ 'codes.trial': () => (refuses ? refused() : ok(trialCode())) })
    const loader = loaderOf()
    const [item] = items(1)
    if (!item) return expect.fail()
    loader.want([item])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(loader.states.get(item.key)?.kind).toBe('problem')
    expect(desk.asked).toHaveLength(1)
    refuses = false
    await loader.read(item)
    expect(loader.states.get(item.key)?.kind).toBe('ready')
  })

  it('takes a saved code that was made without asking, and has the others made', async () => {
    const made = savedCode({ id: 's2' })
    const desk = installDesk({ 'codes.make': () => ok(made) })
    const loader = loaderOf()
    const saved = [savedCode(), { ...made, code: null }]
    loader.want(savedItems([row()], saved))
    await flushPromises()
    expect(desk.names()).toEqual(['codes.make'])
    expect([...loader.states.values()].map(({ kind }) => kind)).toEqual(['ready', 'ready'])
  })
})

describe('a card', () => {
  it('says why a stage has no code, without asking', () => {
    const reason = (change: Parameters<typeof row>[0]) => trialItems([row(change)], 'latest', '').map(whyNone)[0]
    expect(reason({})).toBe('还没有测试版本')
    expect(reason({ authorization: 'lost' })).toBe('商家的授权已失效')
    expect(reason({ readAt: null })).toBeNull()
  })

  it('is another one when its merchant has another version', () => {
    const [before] = trialItems([withTest(1)], 'latest', '')
    const [after] = trialItems([{ ...withTest(1), test: { version: '1.3.0', submitted: false } }], 'latest', '')
    expect(before?.key).not.toBe(after?.key)
  })

  it('warns of what our decoder could not read, and tells who scans a round code', () => {
    const state = (text: string | null) =>
      ({ kind: 'ready', code: { image: 'x', text, version: '', readAt: 1, expiresAt: null } }) as const
    const [item] = savedItems([row()], [savedCode({ request: { ...savedCode().request, round: true } })])
    const [plain] = savedItems([row()], [savedCode()])
    if (!item || !plain) return expect.fail()
    expect(shownCode(item, state(null)).warning).toContain('只能用抖音系 App 扫')
    expect(shownCode(plain, state(null)).warning).toContain('没能解出')
    expect(shownCode(plain, state('https://example.com')).warning).toBeNull()
  })
})
