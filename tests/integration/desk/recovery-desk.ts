import { join } from 'node:path'
import type { Keychain } from '../../../electron/keychain/keychain'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import { createFileLogger } from '../../../electron/logger'
import type { Simulator } from '../../../electron/simulator'
import { hand, readWhole } from '../../security/support/visits/safety'
import { temporaryFolder } from '../../unit/store/support'
import { merchantsRead, newApplication, type Caller } from './support'

/** What each test's secrets are, to be looked for where they must not be. */
export const canaries = {
  messageToken: 'CANARY-message-token',
  messageKey: `${'CANARYkey01+'.repeat(4).slice(0, 42)}A`
} as const

/** An application with a data folder and a keychain of its own: another one is another computer. */
export type Computer = Caller & { readonly dataDir: string; readonly keychain: Keychain; readonly log: string }

/** An application that knows the account of the simulated platform. */
export type Agency = Computer & { readonly accountId: string }

export async function computer(options: { dataDir?: string; keychain?: Keychain } = {}): Promise<Computer> {
  const { dataDir = temporaryFolder(), keychain = memoryKeychain() } = options
  const log = join(temporaryFolder(), 'desk.log')
  const logger = createFileLogger({ file: log, level: 'debug' })
  return { ...(await newApplication({ dataDir, keychain, logger })), dataDir, keychain, log }
}

/** Adds the account of the simulated platform by its secrets, and reads its merchants; answers with its id. */
export async function addAccount(desk: Caller, simulator: Simulator): Promise<string> {
  const { messageToken, messageKey } = canaries
  const { id: accountId, ticket } = await desk.value('accounts.add', {
    ...{ name: '青禾科技', colour: '#0f766e', componentAppId: simulator.application.appId },
    ...{ secret: simulator.application.secret, messageToken, messageKey, relaySecret: null },
    settings: { openUrl: simulator.url, microappUrl: simulator.url, receiverPort: 0 }
  })
  if (ticket.source.state !== 'listening') throw new Error('not listening')
  simulator.control.setPushTarget({ url: ticket.source.url, token: messageToken, key: messageKey })
  await merchantsRead(desk, accountId)
  return accountId
}

/** A computer that knows the account, and nothing of what an operator marks. */
export async function newAgency(simulator: Simulator): Promise<Agency> {
  const desk = await computer()
  return { ...desk, accountId: await addAccount(desk, simulator) }
}

export async function appIds({ value }: Pick<Caller, 'value'>, accountId: string): Promise<readonly string[]> {
  const { rows } = await value('merchants.page', { accountId, cursor: null, limit: 50 })
  return rows.map(({ appId }) => appId)
}

/** The data in one file, its secrets sealed by the passphrase; null: without them. */
export async function archiveOf(desk: Caller, sealedBy: string | null): Promise<Buffer> {
  const { fileId } = await desk.value('safety.makeArchive', { passphrase: sealedBy })
  return readWhole(desk, fileId)
}

type Source = { readonly kind: 'file'; readonly fileId: string } | { readonly kind: 'backup'; readonly name: string }

/** Orders the restore as the page does, after a look at what is in it. */
export async function order(desk: Caller, source: Source, sealedBy: string | null = null): Promise<void> {
  const { counts } = await desk.value('safety.examine', { source })
  await desk.value('safety.restore', { source, confirmed: counts.merchants, passphrase: sealedBy })
}

/** Orders that the archive is restored, closes, and opens again. */
export async function restored(desk: Computer, archive: Buffer, sealedBy: string | null): Promise<Computer> {
  await order(desk, { kind: 'file', fileId: await hand(desk, 'a.mdbackup', archive) }, sealedBy)
  await desk.desk.close()
  return computer(desk)
}
