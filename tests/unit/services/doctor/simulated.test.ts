import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DiagnosisStepName } from '@shared/domain/diagnosis'
import { createPlatformClient, memoryVault } from '../../../../electron/douyin'
import type { PlatformClient } from '../../../../electron/douyin/platform'
import { DoctorService } from '../../../../electron/services/doctor/doctor-service'
import { EventHub } from '../../../../electron/services/event-hub'
import { startSimulator, type Simulator } from '../../../../electron/simulator'
import { systemClock } from '../../../../electron/system'
import { silentLogger } from '../../store/support'
import { aMerchant, anAccount } from './support/examined'

const resourcesDir = join(import.meta.dirname, '../../../../resources')
let simulator: Simulator
let client: PlatformClient | null = null

beforeAll(async () => {
  const pace = { timeFactor: 1, waitFactor: 1 }
  simulator = await startSimulator({ port: 0, seed: 1, merchants: 24, resourcesDir, ...pace })
})
beforeEach(() => simulator.control.reset())
afterAll(async () => {
  client?.close()
  await simulator.close()
})

type Wrong = { readonly secret?: string; readonly ticket?: string; readonly openUrl?: string }

/** The steps of one run against the simulated platform, by their names. */
async function diagnose({ secret, ticket, openUrl = simulator.url }: Wrong = {}) {
  client?.close()
  const platform = createPlatformClient({
    openUrl,
    microappUrl: openUrl,
    application: { ...simulator.application, ...(secret === undefined ? {} : { secret }) },
    ticket: () => Promise.resolve(ticket ?? simulator.ticket()),
    tokens: memoryVault(),
    clock: systemClock,
    random: () => 0,
    logger: silentLogger
  })
  client = platform
  const rows = [aMerchant(ready())]
  const account = anAccount({ settings: { openUrl }, ticket: { receivedAt: systemClock.now() } })
  const service = new DoctorService({
    accounts: { get: () => account, platform: () => platform, worked: () => undefined },
    store: { merchants: { page: () => ({ rows, total: rows.length, next: null }) } },
    events: new EventHub(),
    clock: systemClock
  })
  const { steps } = await service.diagnose('a', new AbortController().signal)
  return (name: DiagnosisStepName) => steps.find((step) => step.name === name)
}

function ready(): string {
  const found = simulator.control.state().merchants.find(({ authorization }) => authorization.live)
  if (!found) throw new Error('no sample merchant is authorised')
  return found.appId
}

it('finds the simulated platform good, and its clock right', async () => {
  const step = await diagnose()
  for (const name of ['network', 'clock', 'component_token', 'address_allow_list', 'merchant_call'] as const) {
    expect(step(name)).toMatchObject({ name, state: 'good' })
  }
})

it('tells a wrong secret from a wrong ticket', async () => {
  expect((await diagnose({ secret: 'x' }))('component_token')).toMatchObject({ state: 'bad', platformCode: '40038' })
  expect((await diagnose({ ticket: 'x' }))('component_token')).toMatchObject({ state: 'bad', platformCode: '40037' })
})

it('finds that this computer’s address is not allowed', async () => {
  simulator.control.addFault({ kind: 'ip-refused', match: {} })
  const step = await diagnose()
  expect(step('component_token')).toMatchObject({ state: 'skipped' })
  expect(step('address_allow_list')).toMatchObject({ state: 'bad', finding: expect.stringContaining('IP') as string })
  expect(step('merchant_call')).toMatchObject({ state: 'skipped' })
})

it('finds that nobody answers', async () => {
  const step = await diagnose({ openUrl: 'http://127.0.0.1:1' })
  expect(step('network')).toMatchObject({ state: 'bad', action: 'account_settings' })
  expect(step('clock')).toMatchObject({ state: 'skipped' })
  expect(step('component_token')).toMatchObject({ state: 'skipped' })
})
