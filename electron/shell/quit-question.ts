import { setTimeout as delay } from 'node:timers/promises'
import type { Rollout } from '@shared/domain/rollout'
import { say } from '@shared/texts/say'
import type { DeskClient } from '../desk-client'

/** What is asked before the program ends; `detail` says what goes on at the next start. */
export type QuitQuestion = { readonly message: string; readonly detail: string }

/** The database answers in milliseconds; a program that hangs must be possible to quit. */
const answersWithinMs = 2_000

/**
 * What quitting would hold up, in all accounts; null where nothing goes on by itself, or where the desk does not answer in
 * time. Never rejects.
 */
export async function quitQuestion(
  client: Promise<DeskClient>,
  patienceMs: number = answersWithinMs
): Promise<QuitQuestion | null> {
  const late = delay(patienceMs, [], { ref: false })
  return questionFor(await Promise.race([allRollouts(client).catch(() => []), late]))
}

async function allRollouts(opening: Promise<DeskClient>): Promise<readonly Rollout[]> {
  const client = await opening
  const { accounts } = await client.call('app.info', {})
  const lists = await Promise.all(accounts.map(({ id: accountId }) => client.call('rollouts.list', { accountId })))
  return lists.flat()
}

/** Those that are paused, or wait for the operator, lose nothing by a quit. */
export function questionFor(rollouts: readonly Pick<Rollout, 'state' | 'hold'>[]): QuitQuestion | null {
  const going = rollouts.filter(({ state, hold }) => state === 'running' || opensByItself(state, hold)).length
  const planned = rollouts.filter(({ state }) => state === 'planned').length
  if (going + planned === 0) return null
  return { message: messageOf(going, planned), detail: detailsOf(going, planned).join('\n') }
}

function messageOf(going: number, planned: number): string {
  if (planned === 0) return say`${going} 个批量发布还在进行。`
  if (going === 0) return say`${planned} 个批量发布等着到点开始。`
  return say`${going} 个批量发布还在进行，${planned} 个批量发布等着到点开始。`
}

const detailsOf = (going: number, planned: number): string[] => [
  ...(going > 0 ? [say`退出后它们停在原处，下次打开时自动继续；已提交的审核在平台照常进行。`] : []),
  ...(planned > 0 ? [say`到了时间而程序没有打开的，下次打开时开始。`] : [])
]

const opensByItself = (state: Rollout['state'], hold: Rollout['hold']): boolean =>
  state === 'deciding' && hold?.by === 'gate' && hold.opensAt !== null
