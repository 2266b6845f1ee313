import { codePathMaxLength } from '@shared/rules/limits'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { cleanCodePath } from '@/components/code/code-path'
import { pictureBlob, pictureFileName } from '@/components/code/code-picture'
import { codeSize, minimumCodePx } from '@/components/code/code-size'
import { codeUnavailable, firstCodeStage, neighbourStage } from '@/components/code/code-stages'
import { useTrialCode } from '@/components/code/use-trial-code'
import { validityText } from '@/components/code/validity'
import { installDesk, later, ok } from './fake-desk'
import { auditVersion, merchant, onlineVersion, testVersion, versionList } from './samples'

describe('the path of a code', () => {
  it('loses a leading slash, and says so', () => {
    expect(cleanCodePath(' /pages/home?a=1 ')).toEqual({
      path: 'pages/home?a=1',
      note: '已去掉开头的 /:平台会忽略这样的路径'
    })
    expect(cleanCodePath('pages/home')).toEqual({ path: 'pages/home', note: null })
  })

  it('never gets longer than the contract takes', () => {
    expect(cleanCodePath('x'.repeat(codePathMaxLength + 5)).path).toHaveLength(codePathMaxLength)
  })
})

describe('the stages that have a code', () => {
  const versions = versionList({ latest: testVersion('2'), current: onlineVersion('1') })

  it('are gone through in both directions without those that have no version', () => {
    expect(neighbourStage(versions, 'latest', 1)).toBe('current')
    expect(neighbourStage(versions, 'latest', -1)).toBe('current')
    expect(neighbourStage(versionList({ audit: auditVersion('1') }), 'audit', 1)).toBe('audit')
  })

  it('say why one has none', () => {
    expect(codeUnavailable(versions, 'audit')).toBe('还没有审核版本')
    expect(codeUnavailable(null, 'latest')).toContain('请先刷新')
    expect(firstCodeStage(versionList())).toBeNull()
  })
})

describe('the size of a code', () => {
  it('is a whole multiple of the screen’s pixels where that fills the room', () => {
    expect(codeSize(165, 400, 1)).toEqual({ sidePx: 330, crisp: true })
    expect(codeSize(330, 400, 1.5)).toEqual({ sidePx: 400, crisp: true })
    expect(codeSize(200, 420, 1.25)).toEqual({ sidePx: 320, crisp: true })
  })

  it('fills the room rather than stay small, and shrinks a large picture smoothly', () => {
    expect(codeSize(330, 640, 1)).toEqual({ sidePx: 640, crisp: true })
    expect(codeSize(1280, 400, 1)).toEqual({ sidePx: 400, crisp: false })
    expect(codeSize(300, minimumCodePx, 1).sidePx).toBe(minimumCodePx)
  })
})

it('the validity is told in the unit that matters', () => {
  const text = (leftMs: number) => validityText({ expiresAt: 1_000 + leftMs }, 1_000)
  expect([23 * 60_000 + 1, 30_000, 0, 3 * 3_600_000].map(text)).toEqual([
    '还有 23 分钟有效',
    '还有 30 秒有效',
    '已过期',
    '还有 3 小时有效'
  ])
  expect(validityText({ expiresAt: null }, 1_000)).toBe('平台没有给出有效期')
})

describe('the picture', () => {
  it('gets a file name that every system takes', () => {
    expect(pictureFileName('茶/事:"*"', '测试版', '1.0')).toBe('茶 事-测试版-1.0.png')
    expect(pictureFileName('a'.repeat(300)).length).toBeLessThanOrEqual(124)
  })

  it('keeps its bytes', async () => {
    const bytes = new Uint8Array(await pictureBlob('data:image/png;base64,iVBORw0=').arrayBuffer())
    expect([...bytes]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d])
  })
})

describe('reading trial codes', () => {
  const trialCode = (stage: 'latest' | 'audit', expiresAt: number | null = null) => ({
    stage,
    version: '1',
    path: '',
    image: `data:image/png;base64,${stage}`,
    text: 'https://example.com',
    readAt: 0,
    expiresAt
  })
  let scope = effectScope()
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 })
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  it('shows the code that was asked for last, however late an earlier answer comes', async () => {
    const slow = later<ReturnType<typeof ok<ReturnType<typeof trialCode>>>>()
    installDesk({ 'codes.trial': ({ stage }) => (stage === 'latest' ? slow.promise : ok(trialCode('audit'))) })
    const { code, show } = scope.run(() => useTrialCode(merchant)) ?? expect.fail()
    const first = show('latest', '')
    await show('audit', '')
    slow.give(ok(trialCode('latest')))
    await first
    expect(code.value?.stage).toBe('audit')
  })

  it('shows a known code again without asking, until it has expired', async () => {
    const desk = installDesk({ 'codes.trial': () => ok(trialCode('latest', 5_000)) })
    const { expired, show } = scope.run(() => useTrialCode(merchant)) ?? expect.fail()
    await show('latest', '')
    await show('latest', '')
    expect(desk.asked).toHaveLength(1)
    vi.advanceTimersByTime(6_000)
    expect(expired.value).toBe(true)
    await show('latest', '')
    expect(desk.asked).toHaveLength(2)
  })
})
