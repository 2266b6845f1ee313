import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import type { Simulator } from '../../../electron/simulator'
import { temporaryFolder } from '../../unit/store/support'
import { RelayProgram, secret as relaySecret } from '../relay/support/relay-program'
import { merchantsRead, newApplication, newSimulator, until } from './support'

/** Two applications read all merchants, several times. */
vi.setConfig({ testTimeout: 40_000 })

type Options = Pick<Parameters<typeof newApplication>[0], 'dataDir' | 'keychain'>
type Seat = Awaited<ReturnType<typeof newApplication>> & { readonly accountId: string; readonly options: Options }

const messageToken = 'MARKED-message-token'
const messageKey = `${'MARKEDkey0+/'.repeat(4).slice(0, 42)}A`
/** What the platform answers to a token that it does not know, or not any more. */
const tokenRefusals: readonly (number | null)[] = [28001008, 28001003, 40009, 40010, 40020]
const accessLastsMs = 2 * 3600_000

let platform: Simulator
let relay: RelayProgram
beforeEach(async () => {
  platform = await newSimulator(6)
  const keys = { appId: platform.application.appId, token: messageToken, key: messageKey }
  // The relay is not given the message key: then it can not read the tickets that it keeps.
  relay = await RelayProgram.start({ keys })
  onTestFinished(() => relay.dispose())
  platform.control.setPushTarget({ url: relay.pushUrl('authorization'), token: messageToken, key: messageKey })
})

function order(): CallInput<'accounts.add'> {
  const { url, application } = platform
  const settings = { openUrl: url, microappUrl: url, ticketSource: 'relay', relayUrl: relay.url } as const
  const secrets = { secret: application.secret, messageToken, messageKey, relaySecret }
  return { name: '青禾科技', colour: '#0f766e', componentAppId: application.appId, ...secrets, settings }
}

/** A computer of its own, on which the operator adds the application. */
async function newSeat(): Promise<Seat> {
  const options = { dataDir: temporaryFolder(), keychain: memoryKeychain() }
  const application = await newApplication(options)
  const { id: accountId } = await application.value('accounts.add', order())
  return { ...application, accountId, options }
}

/** The same computer, started again. */
async function restarted({ accountId, options }: Seat): Promise<Seat> {
  return { ...(await newApplication(options)), accountId, options }
}

async function accountOf({ value, accountId }: Seat): Promise<Account> {
  const { accounts } = await value('app.info', {})
  const found = accounts.find(({ id }) => id === accountId)
  if (!found) throw new Error('the account is not open')
  return found
}

const becomes = (seat: Seat, role: Account['sharing']['role']) =>
  until(async () => (await accountOf(seat)).sharing.role === role)

/** Reads all merchants anew from the platform; answers with how many could not be read. */
async function readAll(seat: Seat): Promise<number> {
  const { accountId, value } = seat
  await value('merchants.refresh', { accountId, appIds: null })
  await merchantsRead(seat, accountId)
  return (await value('merchants.refreshStatus', { accountId })).failed
}

/** Two seats of the same application: the first one is the writer, the second one reads along. */
async function writerAndReader(): Promise<{ writer: Seat; reader: Seat }> {
  const writer = await newSeat()
  await becomes(writer, 'writer')
  await merchantsRead(writer, writer.accountId)
  const reader = await newSeat()
  await becomes(reader, 'reader')
  return { writer, reader }
}

/** How often tokens were issued, and how often one was refused, since the counters were reset. */
function tokenTraffic(): { issued: number; refused: number } {
  const { endpoints, log } = platform.control.counters()
  const issued = ['component_token', 'get_auth_token'].map((name) => endpoints[name]?.carriedOut ?? 0)
  const refused = log.filter(({ code }) => tokenRefusals.includes(code))
  return { issued: issued.reduce((sum, count) => sum + count, 0), refused: refused.length }
}

it('a reader works with what the writer hands out, and never cuts it off', async () => {
  const { writer, reader } = await writerAndReader()
  const failedAlone = await readAll(writer)
  platform.control.resetCounters()
  await merchantsRead(reader, reader.accountId)
  expect(await readAll(reader)).toBe(failedAlone)
  expect(await readAll(writer)).toBe(failedAlone)
  expect(tokenTraffic()).toEqual({ issued: 0, refused: 0 })
  const counts = await Promise.all(
    [writer, reader].map(({ value, accountId }) => value('merchants.page', { accountId, cursor: null, limit: 50 }))
  )
  expect(counts.map(({ total }) => total)).toEqual([6, 6])
  expect((await accountOf(reader)).sharing).toEqual({
    role: 'reader',
    heldBy: expect.stringContaining('小王') as string
  })
})

it('what the writer renews reaches the reader, which renews nothing itself', async () => {
  const { writer, reader } = await writerAndReader()
  await merchantsRead(reader, reader.accountId)
  const failedAlone = await readAll(writer)
  platform.control.advance(1.25 * accessLastsMs)
  expect(await readAll(writer)).toBe(failedAlone)
  platform.control.resetCounters()
  expect(await readAll(reader)).toBe(failedAlone)
  expect(tokenTraffic().issued).toBe(0)
  platform.control.resetCounters()
  expect(await readAll(writer)).toBe(failedAlone)
  expect(tokenTraffic()).toEqual({ issued: 0, refused: 0 })
})

it('the reader takes over when the writer closes, and the one that comes back reads along', async () => {
  const { writer, reader } = await writerAndReader()
  await merchantsRead(reader, reader.accountId)
  const failedAlone = await readAll(reader)
  await writer.desk.close()
  await becomes(reader, 'writer')
  // Tokens and the newest ticket come over from the relay; then it can do what only a writer may.
  await until(async () => (await reader.desk.call('accounts.probe', { accountId: reader.accountId })).ok)
  platform.control.advance(1.25 * accessLastsMs)
  platform.control.resetCounters()
  expect(await readAll(reader)).toBe(failedAlone)
  expect(tokenTraffic().issued).toBeGreaterThan(0)
  expect((await accountOf(reader)).ticket).toMatchObject({ from: 'relay', source: { state: 'connected' } })

  const back = await restarted(writer)
  await becomes(back, 'reader')
  platform.control.resetCounters()
  expect(await readAll(back)).toBe(failedAlone)
  expect(tokenTraffic().issued).toBe(0)
})

it('no token, ticket or secret is in the clear at the relay', async () => {
  const { writer, reader } = await writerAndReader()
  await readAll(reader)
  await Promise.all([writer, reader].map(({ desk }) => desk.close()))
  const folder = join(relay.folder, 'data')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n')
  expect(kept).toContain('"blob"')
  const marks = [platform.application.secret, messageToken, messageKey, relaySecret, platform.ticket(), 'clt.', 'isv']
  expect(marks.filter((mark) => kept.includes(mark) || relay.output.includes(mark))).toEqual([])
})
