import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calls, type CallInput, type CallName, type CallValue } from '@shared/contract'
import type { CallResult } from '@shared/errors'
import { createFileLogger } from '../../../electron/logger'
import type { Updates } from '../../../electron/ports'
import { merchantsRead, newApplication, newSimulator, type Bench } from '../../integration/desk/support'
import { temporaryFolder } from '../../unit/store/support'

export const messageToken = 'MARKED-MESSAGE-TOKEN-7f3a'
export const messageKey = `${'MARKEDkey0+/'.repeat(4).slice(0, 42)}A`
const relaySecret = 'MARKED-RELAY-SECRET-91c2'

/** The application with an account whose secrets are marked, and all that leaves it. */
export type Hunt = Omit<Bench, 'value'> & {
  /** Calls; the answer is searched, be it a value or an error. */
  readonly ask: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallResult<CallValue<Name>>>
  /** The same, and fails where the call failed. */
  readonly value: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallValue<Name>>
  /** One more text that must be nowhere. */
  readonly mark: (text: string) => void
  /** Lets the platform push to the account's receiver, or to nobody. */
  readonly push: (isOn: boolean) => void
}

/** What was found out: to be read after the application was closed. */
export type Hunted = {
  readonly marks: readonly string[]
  /** Calls of the contract that were not answered with a value even once. */
  readonly unvisited: readonly CallName[]
  /** The log and the database with all that belongs to it, as bytes. */
  readonly files: Buffer
  /** Every answer and every event, as JSON. */
  readonly sent: Buffer
}

/** Starts simulator and application, and reads the merchants of an account whose secrets are marked. */
export async function startHunt(): Promise<{ readonly hunt: Hunt; readonly end: () => Promise<Hunted> }> {
  const simulator = await newSimulator()
  const dataDir = temporaryFolder()
  const logger = createFileLogger({ file: join(dataDir, 'logs', 'desk.log'), level: 'debug' })
  const application = await newApplication({ dataDir, logger, updates: readyUpdates, reopen: () => undefined })
  const answers: unknown[] = []
  const succeeded = new Set<string>()
  const { secret } = simulator.application
  const marks = [secret, messageToken, messageKey, relaySecret, simulator.ticket(), 'clt.', 'isvact.', 'isvrft.']
  const ask: Hunt['ask'] = async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
    const result = (await application.desk.call(name, input)) as CallResult<CallValue<Name>>
    answers.push(result)
    if (result.ok) succeeded.add(name)
    return result
  }
  const value: Hunt['value'] = async (name, input) => {
    const result = await ask(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
    return result.value
  }
  const { id: accountId, ticket } = await value('accounts.add', markedAccount(simulator))
  if (ticket.source.state !== 'listening') throw new Error('not listening')
  const target = { url: ticket.source.url, token: messageToken, key: messageKey }
  const push = (isOn: boolean) => simulator.control.setPushTarget(isOn ? target : null)
  simulator.control.setRules({ authorizationDomain: 'auth.example.com' })
  push(true)
  const mark = (text: string) => void marks.push(text)
  const hunt: Hunt = { ...application, simulator, dataDir, accountId, ask, value, mark, push }
  await merchantsRead(hunt, accountId)
  const end = async (): Promise<Hunted> => {
    await application.desk.close()
    const unvisited = callNames.filter((name) => !succeeded.has(name))
    const sent = Buffer.from(JSON.stringify([answers, application.events]))
    return { marks, unvisited, files: written(dataDir), sent }
  }
  return { hunt, end }
}

/** A new version that is ready, so that installing it is answered with a value. */
const readyUpdates: Updates = {
  state: () => ({ kind: 'ready', version: '1.0.0' }),
  check: () => Promise.resolve({ kind: 'ready', version: '1.0.0' }),
  install: () => undefined,
  onChange: () => () => undefined
}

const callNames = Object.keys(calls) as CallName[]

function markedAccount({ url, application }: Bench['simulator']): CallInput<'accounts.add'> {
  return {
    name: '青禾科技',
    colour: '#0f766e',
    componentAppId: application.appId,
    secret: application.secret,
    messageToken,
    messageKey,
    relaySecret,
    settings: { openUrl: url, microappUrl: url, receiverPort: 0, redirectUrl: 'https://auth.example.com/done' }
  }
}

/** All files but the practice environment's world: that is the platform's side, and no platform's files are ours. */
function written(dataDir: string): Buffer {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const ours = files.filter(({ parentPath }) => parentPath !== join(dataDir, 'practice'))
  return Buffer.concat(ours.map(({ name, parentPath }) => readFileSync(join(parentPath, name))))
}
