import { expect, it } from 'vitest'
import { diagnosisSteps, type DiagnosisStep } from '@shared/domain/diagnosis'
import { DeskFailure } from '@shared/errors'
import { DoctorService } from '../../../../electron/services/doctor/doctor-service'
import type { ExaminedPlatform } from '../../../../electron/services/doctor/examination'
import { EventHub } from '../../../../electron/services/event-hub'
import { aMerchant, anAccount, aPlatform, now, refusal, type AccountChange } from './support/examined'

const { signal } = new AbortController()
const states = ({ steps }: { steps: readonly DiagnosisStep[] }) => steps.map(({ state }) => state)

function doctor(platform: ExaminedPlatform | null, change: AccountChange = {}) {
  const told: DiagnosisStep[] = []
  const worked: string[] = []
  const events = new EventHub()
  events.onEvent(({ name, payload }) => name === 'diagnosis.step' && told.push(payload.step))
  let time = now
  const rows = [aMerchant('tt01')]
  const service = new DoctorService({
    accounts: {
      get: () => anAccount(change),
      platform: () => platform ?? refuse(),
      worked: (accountId) => void worked.push(accountId)
    },
    store: { merchants: { page: () => ({ rows, total: 1, next: null }) } },
    events,
    clock: { now: () => (time += 5), wait: () => Promise.resolve() }
  })
  return { service, told, worked }
}

function refuse(): never {
  throw new DeskFailure({
    ...{ code: 'credentials', message: '没有密钥', nextStep: '请填写' },
    ...{ retryable: false, actor: 'operator' }
  })
}

it('finds a healthy account good in every step, and notes that its calls work', async () => {
  const { service, worked } = doctor(aPlatform())
  const diagnosis = await service.diagnose('a', signal)
  expect(diagnosis.steps.map(({ name }) => name)).toEqual(diagnosisSteps)
  expect(new Set(states(diagnosis))).toEqual(new Set(['good']))
  expect(diagnosis.finishedAt).toBeGreaterThan(diagnosis.startedAt)
  expect(diagnosis.steps.every(({ tookMs }) => tookMs !== null && tookMs > 0)).toBe(true)
  expect(worked).toEqual(['a'])
})

it('tells every step as it begins and as it ends', async () => {
  const { service, told } = doctor(aPlatform())
  const { steps } = await service.diagnose('a', signal)
  expect(told.filter(({ state }) => state === 'running').map(({ name }) => name)).toEqual(diagnosisSteps)
  expect(told.filter(({ state }) => state !== 'running')).toEqual(steps)
  expect(told.slice(0, 2).map(({ name }) => name)).toEqual(['secrets', 'secrets'])
})

it('says what is missing without secrets, and skips what needs them', async () => {
  const { service, worked } = doctor(null, {
    secrets: 'missing',
    ticket: { receivedAt: null, source: { state: 'off' } }
  })
  const diagnosis = await service.diagnose('a', signal)
  expect(diagnosis.steps[0]).toMatchObject({ state: 'bad', action: 'secrets' })
  const others = diagnosis.steps.filter(({ name }) => name !== 'secrets' && name !== 'decryption')
  expect(others.every(({ state, finding, tookMs }) => state === 'skipped' && finding !== '' && tookMs === null)).toBe(
    true
  )
  expect(worked).toEqual([])
})

it('calls nothing behind a platform that can not be reached', async () => {
  const platform = aPlatform({ reach: () => Promise.reject(refusal({ kind: 'network' })) })
  const { service } = doctor(platform)
  await service.diagnose('a', signal)
  expect(platform.asked).toEqual(['reach'])
})

it('has one run per account at a time; a second call gets the first one’s result', async () => {
  const platform = aPlatform()
  const { service } = doctor(platform)
  const [first, second] = await Promise.all([service.diagnose('a', signal), service.diagnose('a', signal)])
  expect(second).toBe(first)
  expect(platform.asked.filter((name) => name === 'probe')).toHaveLength(1)
  expect(await service.diagnose('a', signal)).not.toBe(first)
})

it('fails for an account that is not open, and is ready for the next call', async () => {
  const accounts = { get: refuse, platform: refuse, worked: () => undefined }
  const merchants = { page: () => ({ rows: [], total: 0, next: null }) }
  const clock = { now: () => now, wait: () => Promise.resolve() }
  const service = new DoctorService({ accounts, store: { merchants }, events: new EventHub(), clock })
  await expect(service.diagnose('a', signal)).rejects.toBeInstanceOf(DeskFailure)
  await expect(service.diagnose('a', signal)).rejects.toBeInstanceOf(DeskFailure)
})
