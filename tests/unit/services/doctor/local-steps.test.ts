import { describe, expect, it } from 'vitest'
import type { SourceState } from '@shared/domain/account'
import { clockStep } from '../../../../electron/services/doctor/steps/clock'
import { decryptionStep } from '../../../../electron/services/doctor/steps/decryption'
import { secretsStep } from '../../../../electron/services/doctor/steps/secrets'
import { sharingStep } from '../../../../electron/services/doctor/steps/sharing'
import { sourceStep } from '../../../../electron/services/doctor/steps/source'
import { ticketStep } from '../../../../electron/services/doctor/steps/ticket'
import { examination, minutes, now, right, type AccountChange } from './support/examined'

const of = (account: AccountChange) => examination({ account })
const withSource = (source: SourceState, change: AccountChange = {}) =>
  of({ ...change, ticket: { ...change.ticket, source } })
const listening = (accepted: number, refused: Readonly<Record<string, number>> = {}): SourceState => ({
  state: 'listening',
  url: 'http://127.0.0.1:8790/push/x',
  accepted,
  refused
})
const old = { receivedAt: now - minutes(70) }
const none = { receivedAt: null, expiresAt: null, from: null }
const reader = { role: 'reader', heldBy: '前台' } as const

describe('the secrets', () => {
  it.each([
    ['keychain', 'good', null],
    ['environment', 'good', null],
    ['memory', 'warning', 'secrets'],
    ['missing', 'bad', 'secrets']
  ] as const)('that are in %s are %s', (secrets, state, action) => {
    expect(secretsStep(of({ secrets }))).toMatchObject({ state, action })
  })

  it('of the practice environment are its own', () => {
    expect(secretsStep(of({ kind: 'practice', secrets: 'environment' })).finding).toContain('内置')
  })
})

describe('the clock', () => {
  it.each([
    [null, 'skipped', '没有得到'],
    [0, 'good', '一致'],
    [-60_000, 'good', '一致'],
    [61_000, 'warning', '慢 1 分钟'],
    [-240_000, 'warning', '快 4 分钟'],
    [-241_000, 'bad', '快 4 分钟'],
    [2 * 3600_000 + 300_000, 'bad', '慢 2 小时 5 分钟']
  ] as const)('with the platform %d ms ahead is %s: %s', (skewMs, state, words) => {
    const outcome = clockStep(examination({ skewMs }))
    expect(outcome.state).toBe(state)
    expect(outcome.finding).toContain(words)
  })
})

describe('the receiver', () => {
  it('is good while fresh tickets arrive, whatever strangers send besides', () => {
    const outcome = sourceStep(withSource(listening(3, { signature: 40 })))
    expect(outcome).toMatchObject({ state: 'good', nextStep: null })
    expect(outcome.finding).toContain('收到 3 条，另拒收 40 条')
  })

  it.each([
    [{ signature: 2 }, '消息验证 TOKEN', 'secrets'],
    [{ signature: 9, key: 1 }, '消息加密解密 KEY', 'secrets'],
    [{ signature: 9, recipient: 1, key: 1 }, '另一个第三方小程序应用', 'secrets'],
    [{ signature: 9, stale: 1 }, '相差超过 5 分钟', null],
    [{ path: 3 }, '路径不对', null],
    [{ method: 3 }, '不是平台的消息', null]
  ] as const)('that refused %j names the most telling cause', (refused, words, action) => {
    const outcome = sourceStep(withSource(listening(1, refused), { ticket: old }))
    expect(outcome).toMatchObject({ state: 'bad', action })
    expect(outcome.finding).toContain(words)
  })

  it('that heard nothing asks about the tunnel, and says for how long', () => {
    const silent = sourceStep(withSource(listening(0), { ticket: none }))
    expect(silent).toMatchObject({ state: 'warning', action: 'account_settings' })
    expect(silent.finding).toContain('还没有收到过')
    expect(sourceStep(withSource(listening(4), { ticket: old })).finding).toContain('1 小时 10 分钟没有新的')
    expect(sourceStep(withSource(listening(0))).state).toBe('warning')
  })
})

describe('another source', () => {
  it.each([
    [{ state: 'waiting' }, {}, 'good', '粘贴'],
    [{ state: 'connected', dropped: 0 }, {}, 'good', '已连上中继'],
    [{ state: 'connected', dropped: 7 }, {}, 'warning', '7 条'],
    [{ state: 'failing', trouble: '连不上中继', nextStep: '请检查' }, {}, 'bad', '连不上中继'],
    [{ state: 'off' }, {}, 'bad', '没有在接收'],
    [{ state: 'off' }, { settings: { ticketSource: 'relay' } }, 'bad', '还没有连上中继'],
    [{ state: 'off' }, { secrets: 'environment' }, 'good', '环境变量'],
    [{ state: 'off' }, { sharing: reader }, 'skipped', '「前台」']
  ] as const)('in the state %j of %j is %s', (source, account, state, words) => {
    const outcome = sourceStep(withSource(source, account))
    expect(outcome.state).toBe(state)
    expect(outcome.finding).toContain(words)
  })

  it('is not judged without secrets', () => {
    expect(sourceStep(examination({ platform: null })).state).toBe('skipped')
  })
})

describe('the ticket', () => {
  it.each([
    [5, 'good', null],
    [61, 'warning', 'paste_ticket'],
    [181, 'bad', 'paste_ticket']
  ] as const)('of %d minutes ago is %s', (age, state, action) => {
    expect(ticketStep(of({ ticket: { receivedAt: now - minutes(age) } }))).toMatchObject({ state, action })
  })

  it('says what is left of it and where it came from', () => {
    const { finding } = ticketStep(of({ ticket: { receivedAt: now - minutes(130), from: 'paste' } }))
    expect(finding).toBe('component_ticket 是 2 小时 10 分钟前的，来自手工粘贴，50 分钟后过期')
  })

  it.each([
    ['receiver', '每 10 分钟'],
    ['relay', '等中继'],
    ['paste', '请粘贴']
  ] as const)('that is not there is bad; from the %s one gets it so: %s', (ticketSource, words) => {
    const outcome = ticketStep(of({ settings: { ticketSource }, ticket: none }))
    expect(outcome).toMatchObject({ state: 'bad', action: 'paste_ticket' })
    expect(outcome.nextStep).toContain(words)
  })

  it('need not be there for a reader, or where the environment gave it', () => {
    expect(ticketStep(of({ ticket: none, sharing: reader })).state).toBe('skipped')
    expect(ticketStep(of({ ticket: { ...none, from: 'environment' } })).state).toBe('skipped')
    expect(ticketStep(examination({ account: { ticket: none }, platform: null })).state).toBe('skipped')
  })
})

describe('the decryption', () => {
  const untested = { state: 'untested', hint: '收到消息后就知道' } as const
  const wrong = { state: 'wrong', at: now, hint: '请核对 KEY' } as const

  it.each([
    [right, right, 'good', '都正确'],
    [right, wrong, 'bad', '请核对 KEY'],
    [untested, wrong, 'bad', '请核对 KEY'],
    [untested, untested, 'skipped', '消息验证 TOKEN 还没有验证：收到消息后就知道'],
    [right, untested, 'skipped', '消息加密解密 KEY 还没有验证']
  ])('with token %j and key %j is %s', (messageToken, messageKey, state, words) => {
    const outcome = decryptionStep(of({ credentials: { messageToken, messageKey } }))
    expect(outcome.state).toBe(state)
    expect(outcome.finding).toContain(words)
  })
})

describe('the sharing', () => {
  it.each([
    [{ role: 'alone', rivals: null }, 'good', '没有发现'],
    [
      { role: 'alone', rivals: { count: 3, lastAt: now - minutes(4) } },
      'warning',
      '3 次在到期前失效，最近一次在 4 分钟前'
    ],
    [{ role: 'writer' }, 'good', '由这台电脑更新'],
    [reader, 'good', '「前台」'],
    [{ role: 'reader', heldBy: null }, 'good', '由另一台电脑更新'],
    [{ role: 'cut_off', trouble: '连不上中继' }, 'bad', '连不上中继']
  ] as const)('in the role %j is %s', (sharing, state, words) => {
    const outcome = sharingStep(of({ sharing }))
    expect(outcome.state).toBe(state)
    expect(outcome.finding).toContain(words)
  })

  it('does not concern the practice environment, or an account without secrets', () => {
    expect(sharingStep(of({ kind: 'practice' })).finding).toContain('只在这台电脑上')
    expect(sharingStep(examination({ platform: null })).state).toBe('skipped')
  })
})
