import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import type { Account } from '@shared/domain/account'
import { KeychainError, type Keychain } from '../../../electron/keychain/keychain'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import type { Simulator } from '../../../electron/simulator'
import { temporaryFolder } from '../../unit/store/support'
import { RelayProgram, secret as relaySecret } from '../relay/support/relay-program'
import { merchantsRead, newApplication, newSimulator, until } from './support'

/** Merchants are read in these tests, with their icons. */
vi.setConfig({ testTimeout: 20_000 })

type Application = Awaited<ReturnType<typeof newApplication>>

const messageToken = 'a-message-token'
const messageKey = `${'abcDEF0123+/'.repeat(4).slice(0, 42)}A`
const programs: RelayProgram[] = []
afterEach(async () => {
  for (const program of programs.splice(0)) await program.dispose()
})

/** What the operator types for the simulated platform. */
function order(simulator: Simulator, change: Partial<CallInput<'accounts.add'>> = {}): CallInput<'accounts.add'> {
  return {
    name: '青禾科技',
    colour: '#0f766e',
    componentAppId: simulator.application.appId,
    secret: simulator.application.secret,
    messageToken,
    messageKey,
    relaySecret: null,
    ...change,
    settings: { openUrl: simulator.url, microappUrl: simulator.url, receiverPort: 0, ...change.settings }
  }
}

async function accountNow({ value }: Application, accountId: string): Promise<Account> {
  const { accounts } = await value('app.info', {})
  const found = accounts.find(({ id }) => id === accountId)
  if (!found) throw new Error('the account is not open')
  return found
}

/** Lets the platform push to the receiver that the account page shows. */
function pushTo(simulator: Simulator, { ticket }: Account, change: { token?: string; key?: string } = {}): void {
  if (ticket.source.state !== 'listening') throw new Error(`not listening: ${ticket.source.state}`)
  simulator.control.setPushTarget({ url: ticket.source.url, token: messageToken, key: messageKey, ...change })
}

async function newbie(simulator?: Simulator, options: Partial<Parameters<typeof newApplication>[0]> = {}) {
  const platform = simulator ?? (await newSimulator(6))
  const application = await newApplication({ dataDir: temporaryFolder(), ...options })
  return { platform, application }
}

describe('from an empty application to merchants in the list', () => {
  it('by the built-in receiver', async () => {
    const { platform, application } = await newbie()
    const account = await application.value('accounts.add', order(platform))
    expect(account.credentials.secret.state).toBe('untested')
    pushTo(platform, account)
    await merchantsRead(application, account.id)
    const now = await accountNow(application, account.id)
    expect(Object.values(now.credentials).map(({ state }) => state)).toEqual(['right', 'right', 'right', 'right'])
    expect(now.ticket).toMatchObject({ from: 'receiver', source: { state: 'listening', refused: {} } })
    expect((await application.value('merchants.page', { accountId: account.id, cursor: null, limit: 50 })).total).toBe(
      6
    )
  })

  it('by a pasted ticket', async () => {
    const { platform, application } = await newbie()
    const added = await application.value('accounts.add', order(platform, { settings: { ticketSource: 'paste' } }))
    const account = await application.value('accounts.pasteTicket', {
      accountId: added.id,
      text: ` ${platform.ticket()} `
    })
    expect(account.credentials).toMatchObject({ secret: { state: 'right' }, messageKey: { state: 'untested' } })
    expect(account.ticket.from).toBe('paste')
    await merchantsRead(application, account.id)
  })

  it('by the relay on the agency’s server', async () => {
    const { platform, application } = await newbie()
    const keys = { appId: platform.application.appId, token: messageToken, key: messageKey }
    const relay = await RelayProgram.start({ keys, hasMessageKey: true })
    programs.push(relay)
    platform.control.setPushTarget({ url: relay.pushUrl('authorization'), token: messageToken, key: messageKey })
    const settings = { ticketSource: 'relay', relayUrl: relay.url } as const
    const account = await application.value('accounts.add', order(platform, { relaySecret, settings }))
    await merchantsRead(application, account.id)
    const now = await accountNow(application, account.id)
    expect(now.ticket).toMatchObject({ from: 'relay', source: { state: 'connected' } })
    expect(now.sharing).toEqual({ role: 'writer' })
  })
})

describe('a credential that is wrong is named', () => {
  it.each([
    ['secret', { secret: 'another-secret' }, {}],
    ['messageToken', {}, { token: 'another-token' }],
    ['messageKey', {}, { key: `${'B'.repeat(42)}A` }]
  ] as const)('%s', async (field, mistake, push) => {
    const { platform, application } = await newbie()
    const account = await application.value('accounts.add', order(platform, mistake))
    pushTo(platform, account, push)
    await until(async () => (await accountNow(application, account.id)).credentials[field].state === 'wrong')
    const { credentials } = await accountNow(application, account.id)
    const wrong = Object.entries(credentials).filter(([, { state }]) => state === 'wrong')
    expect(wrong.map(([name]) => name)).toEqual([field])
  })

  it('the app id, by the message that is meant for another', async () => {
    const { platform, application } = await newbie()
    const account = await application.value('accounts.add', order(platform, { componentAppId: 'tt00000000000000' }))
    pushTo(platform, account)
    await until(async () => (await accountNow(application, account.id)).credentials.componentAppId.state === 'wrong')
  })

  it('and is right after it was corrected', async () => {
    const { platform, application } = await newbie()
    const account = await application.value('accounts.add', order(platform, { secret: 'another-secret' }))
    pushTo(platform, account)
    await until(async () => (await accountNow(application, account.id)).credentials.secret.state === 'wrong')
    const secrets = { secret: platform.application.secret }
    const changed = await application.value('accounts.change', { accountId: account.id, secrets })
    expect(changed.credentials).toMatchObject({ secret: { state: 'untested' }, messageKey: { state: 'right' } })
    const probed = await application.value('accounts.probe', { accountId: account.id })
    expect(probed.credentials.secret.state).toBe('right')
  })

  it('and an old ticket does not take the place of a good one', async () => {
    const { platform, application } = await newbie()
    const added = await application.value('accounts.add', order(platform, { settings: { ticketSource: 'paste' } }))
    const { id: accountId } = added
    await application.value('accounts.pasteTicket', { accountId, text: platform.ticket() })
    const error = await application.error('accounts.pasteTicket', { accountId, text: 'an-old-ticket' })
    expect(error).toMatchObject({ code: 'credentials', platformCode: '40037' })
    expect((await application.value('accounts.probe', { accountId })).credentials.secret.state).toBe('right')
  })
})

describe('an account that is changed', () => {
  it('tells at its connection what the platform said to its credentials', async () => {
    const { platform, application } = await newbie()
    const { id } = await application.value('accounts.add', order(platform, { secret: 'another-secret' }))
    pushTo(platform, await accountNow(application, id))
    await until(async () => (await accountNow(application, id)).connection.state === 'failing')
    const secrets = { secret: platform.application.secret }
    await application.value('accounts.change', { accountId: id, secrets })
    await application.value('accounts.probe', { accountId: id })
    expect((await accountNow(application, id)).connection.state).toBe('working')
  })

  it('twice at once is opened once: the second finds the receiver’s port free', async () => {
    const { platform, application } = await newbie()
    const { id: accountId } = await application.value('accounts.add', order(platform))
    const { source } = (await accountNow(application, accountId)).ticket
    if (source.state !== 'listening') throw new Error('not listening')
    const settings = { receiverPort: Number(new URL(source.url).port) }
    await Promise.all(['一', '二'].map((name) => application.value('accounts.change', { accountId, name, settings })))
    const changed = await accountNow(application, accountId)
    expect(changed).toMatchObject({ name: '二', ticket: { source: { state: 'listening', url: source.url } } })
  })

  it('in a way that is refused keeps its ticket and its tokens', async () => {
    const { platform, application } = await newbie()
    const { id: accountId } = await application.value('accounts.add', order(platform))
    pushTo(platform, await accountNow(application, accountId))
    await merchantsRead(application, accountId)
    const settings = { openUrl: 'http://example.com' }
    expect(await application.error('accounts.change', { accountId, settings })).toMatchObject({ code: 'invalid_input' })
    platform.control.resetCounters()
    await application.value('merchants.refresh', { accountId, appIds: null })
    await merchantsRead(application, accountId)
    const { endpoints } = platform.control.counters()
    expect(endpoints['get_auth_token']?.received ?? 0).toBe(0)
  })
})

describe('what is refused before anything is kept', () => {
  it('a key that is not 43 characters, a name and a colour that are taken, a relay without an address', async () => {
    const { platform, application } = await newbie()
    const wrong = order(platform, {
      messageKey: 'short',
      name: '演练环境',
      colour: '#6d28d9',
      settings: { ticketSource: 'relay', openUrl: 'http://example.com' }
    })
    const { code, fields } = await application.error('accounts.add', wrong)
    expect(code).toBe('invalid_input')
    expect(Object.keys(fields ?? {}).sort()).toEqual(
      ['colour', 'messageKey', 'name', 'relaySecret', 'settings.openUrl', 'settings.relayUrl'].sort()
    )
    expect((await application.value('app.info', {})).accounts.map(({ kind }) => kind)).toEqual(['practice'])
  })

  it('the same application twice', async () => {
    const { platform, application } = await newbie()
    await application.value('accounts.add', order(platform))
    const again = order(platform, { name: '另一个', colour: '#be123c' })
    expect(await application.error('accounts.add', again)).toMatchObject({ fields: { componentAppId: '已经添加过' } })
  })
})

describe('what outlives a restart and a removal', () => {
  it('an account comes back by itself, with its tokens, without a new ticket', async () => {
    const platform = await newSimulator(4)
    const options = { dataDir: temporaryFolder(), keychain: memoryKeychain() }
    const { application } = await newbie(platform, options)
    const { id: accountId } = await application.value('accounts.add', order(platform))
    pushTo(platform, await accountNow(application, accountId))
    await merchantsRead(application, accountId)
    await application.desk.close()
    platform.control.setPushTarget(null)
    platform.control.resetCounters()

    const second = await newApplication(options)
    await until(async () => (await accountNow(second, accountId)).secrets === 'keychain')
    await until(async () => (await accountNow(second, accountId)).connection.state === 'working')
    expect(platform.control.counters().endpoints['component_token']?.received ?? 0).toBe(0)
  })

  it('removed with its data kept, it finds its merchants again; deleted, nothing is left', async () => {
    const { platform, application } = await newbie()
    const paste = order(platform, { settings: { ticketSource: 'paste' } })
    const { id: accountId } = await application.value('accounts.add', paste)
    await application.value('accounts.pasteTicket', { accountId, text: platform.ticket() })
    await merchantsRead(application, accountId)
    const kept = await application.value('accounts.remove', { accountId, data: 'keep' })
    expect(kept.accounts.map(({ id }) => id)).not.toContain(accountId)
    await application.value('accounts.add', paste)
    const count = async () => (await application.value('merchants.page', { accountId, cursor: null, limit: 1 })).total
    expect(await count()).toBe(6)
    await application.value('accounts.remove', { accountId, data: 'delete' })
    await application.value('accounts.add', paste)
    expect(await count()).toBe(0)
  })
})

describe('without a keychain', () => {
  const missing: Keychain = {
    read: () => Promise.reject(new KeychainError('missing')),
    write: () => Promise.reject(new KeychainError('missing')),
    remove: () => Promise.reject(new KeychainError('missing'))
  }

  it('the operator is told, may go on in memory, and is asked again after a restart', async () => {
    const platform = await newSimulator(4)
    const dataDir = temporaryFolder()
    const application = await newApplication({ dataDir, keychain: missing })
    expect(await application.error('accounts.add', order(platform))).toMatchObject({ code: 'keychain' })
    expect((await application.value('app.info', {})).keychain).toBe('missing')
    expect((await application.value('keychain.useMemory', {})).keychain).toBe('memory')
    const { id: accountId, secrets } = await application.value('accounts.add', order(platform))
    expect(secrets).toBe('memory')
    await application.desk.close()

    const second = await newApplication({ dataDir, keychain: missing })
    await until(async () => (await second.value('app.info', {})).keychain === 'missing')
    expect((await accountNow(second, accountId)).secrets).toBe('missing')
    expect(await second.error('merchants.import', { accountId })).toMatchObject({ code: 'credentials' })
    await second.value('keychain.useMemory', {})
    const { relaySecret: none, ...typed } = order(platform)
    const { secret } = typed
    const again = { accountId, secrets: { secret, messageToken, messageKey, relaySecret: none } }
    expect((await second.value('accounts.change', again)).secrets).toBe('memory')
  })

  it('whose sealing key was damaged, a new one is made and the accounts open', async () => {
    const platform = await newSimulator(4)
    const keychain = memoryKeychain()
    await keychain.write('sealing-key', 'not 32 bytes')
    const application = await newApplication({ dataDir: temporaryFolder(), keychain })
    expect((await application.value('accounts.add', order(platform))).secrets).toBe('keychain')
    expect(await keychain.read('sealing-key')).not.toBe('not 32 bytes')
  })

  it('that is lost in the middle, what is open goes on', async () => {
    const platform = await newSimulator(4)
    const keychain = memoryKeychain()
    let lost = false
    const losing: Keychain = {
      read: (name) => (lost ? missing.read(name) : keychain.read(name)),
      write: (name, value) => (lost ? missing.write(name, value) : keychain.write(name, value)),
      remove: (name) => (lost ? missing.remove(name) : keychain.remove(name))
    }
    onTestFinished(() => void (lost = false))
    const application = await newApplication({ dataDir: temporaryFolder(), keychain: losing })
    const { id: accountId } = await application.value('accounts.add', order(platform))
    pushTo(platform, await accountNow(application, accountId))
    await merchantsRead(application, accountId)
    lost = true
    const change = { accountId, secrets: { secret: 'new' } }
    expect(await application.error('accounts.change', change)).toMatchObject({ code: 'keychain' })
    await application.value('merchants.refresh', { accountId, appIds: null })
    await merchantsRead(application, accountId)
    expect((await accountNow(application, accountId)).connection.state).toBe('working')
  })
})
