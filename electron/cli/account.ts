import type { Account } from '@shared/domain/account'
import { DeskFailure, type AssignedError, type DeskError } from '@shared/errors'
import { listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { awaited } from './awaiting'
import { accountFailure } from './command-failure'
import type { CommandGround } from './ground'

/** The keychain may ask its user for a password. */
const secretsLimitMs = 30_000
/** The platform pushes a component_ticket every 10 minutes. */
const ticketLimitMs = 11 * 60_000

/**
 * The account that the rollout is for: the one with this id, else the one that the environment gives (the practice environment
 * without one). It is waited for until it can call the platform. Throws `CommandFailure` `account`.
 */
export async function usableAccount(ground: CommandGround, wanted: string | null): Promise<Account> {
  const { id } = await named(ground, wanted)
  const open = await secretsRead(ground, id)
  if (hasTicket(open)) return open
  const ready = await awaited(ground, {
    look: async () => {
      const account = await current(ground, id)
      return hasTicket(account) ? account : null
    },
    events: ['account.changed', 'app.changed'],
    limitMs: ticketLimitMs,
    signal: ground.signal
  })
  if (ready) return ready
  throw accountFailure(noTicket(open))
}

async function named({ client }: CommandGround, wanted: string | null): Promise<Account> {
  const { accounts } = await client.call('app.info', {})
  const found = accounts.find(({ id, secrets }) => (wanted === null ? secrets === 'environment' : id === wanted))
  if (found) return found
  const names = accounts.map(({ id, name }) => say`${id}（${name}）`)
  throw accountFailure(unusable(say`没有账号 ${wanted ?? ''}`, say`请在 --account 后面写这些之一：${listed(names)}`))
}

/** The accounts' secrets are read behind the start. */
async function secretsRead(ground: CommandGround, id: string): Promise<Account> {
  const look = async (): Promise<Account | DeskError | null> => {
    const account = await current(ground, id)
    if (account.secrets !== 'missing') return account
    const { keychain } = await ground.client.call('app.info', {})
    return ['missing', 'locked', 'silent'].includes(keychain) ? keychainTrouble(account) : null
  }
  const events = ['app.changed', 'account.changed'] as const
  const found = await awaited(ground, { look, events, limitMs: secretsLimitMs, signal: ground.signal })
  if (found !== null && 'id' in found) return found
  throw accountFailure(found ?? keychainTrouble(await current(ground, id)))
}

async function current({ client }: CommandGround, id: string): Promise<Account> {
  const { accounts } = await client.call('app.info', {})
  const found = accounts.find((account) => account.id === id)
  if (found) return found
  throw new DeskFailure(unusable(say`账号已被移除`, say`请检查 --account`))
}

/** A reader gets its tokens from the writer and needs no ticket. */
const hasTicket = ({ ticket, sharing }: Account): boolean => ticket.receivedAt !== null || sharing.role === 'reader'

const unusable = (reason: string, nextStep: string): AssignedError => ({
  code: 'not_found',
  message: say`账号不能使用`,
  reason,
  nextStep,
  retryable: false,
  actor: 'operator'
})

const keychainTrouble = ({ name }: Account): DeskError => ({
  code: 'keychain',
  message: say`账号「${name}」还不能使用`,
  reason: say`没有从系统钥匙串读到它的密钥`,
  nextStep: say`请解锁钥匙串后再试，或用环境变量 MERCHANT_DESK_… 提供密钥`,
  retryable: true
})

const noTicket = ({ name }: Account): DeskError => ({
  code: 'credentials',
  message: say`账号「${name}」还不能使用`,
  reason: say`没有收到 component_ticket（平台每 10 分钟推送一次）`,
  nextStep: say`请在程序的连接诊断里检查推送地址，再运行一次`,
  retryable: true
})
