import type { Account } from '@shared/domain/account'
import type { Rollout } from '@shared/domain/rollout'
import { rolloutCauses } from '@shared/rules/rollout-causes'
import { usableAccount } from './account'
import { beginOrContinue, continueById, type Begun } from './begin'
import { exitCodes, type ExitCode } from './command-failure'
import type { RolloutFlags } from './flags'
import { Follower } from './follower'
import type { CommandGround } from './ground'
import type { Ended } from './lines'
import { chosenMerchants, importMerchants } from './merchants'
import type { PlanFile } from './plan-file'

/** A plan, or the id of a rollout that goes on. */
export type Work = { readonly planFile: PlanFile } | { readonly resume: string }

/**
 * Carries a rollout to its end, or to where somebody has to decide, and writes a line for whatever happens. Answers with the
 * exit code. Throws `CommandFailure`, `DeskFailure`, `GivenUp`.
 */
export async function runRollout(ground: CommandGround, flags: RolloutFlags, work: Work): Promise<ExitCode> {
  const account = await usableAccount(ground, flags.accountId)
  if (flags.isDryRun && 'planFile' in work) return preview(ground, account.id, work.planFile)
  const follower = new Follower(ground)
  try {
    const begun = await begin(ground, account.id, flags, work)
    writeStarted(ground, account, begun)
    follower.begin(begun.detail, begun.isResumed)
    const ended = await follower.follow(flags)
    // Interrupted, what is being sent ends first: its outcome comes as an event.
    if (ended === 'interrupted') await ground.desk.close()
    else await follower.catchUp()
    return writeSummary(ground, follower, ended)
  } finally {
    follower.end()
  }
}

function begin(ground: CommandGround, accountId: string, flags: RolloutFlags, work: Work): Promise<Begun> {
  if ('resume' in work) return continueById(ground, accountId, work.resume)
  return beginOrContinue(ground, accountId, work.planFile, flags)
}

async function preview(
  ground: CommandGround,
  accountId: string,
  { plan, merchants, requests }: PlanFile
): Promise<ExitCode> {
  const { client, clock, output } = ground
  await importMerchants(ground, accountId)
  const appIds = [...(await chosenMerchants(ground, accountId, merchants))]
  const { items, waves, fates } = await client.call('rollouts.preview', { accountId, plan, appIds, requests })
  const at = clock.now()
  for (const { appId, name, wave, fate, fromVersion, toVersion, why, readAt } of items) {
    output.write({ at, event: 'preview', appId, name, wave, fate, fromVersion, toVersion, why, readAt })
  }
  const exitCode = fates.blocked > 0 ? exitCodes.incomplete : exitCodes.done
  output.write({
    at,
    event: 'preview_summary',
    total: items.length,
    waves: named(waves),
    fates: { ...fates },
    exitCode
  })
  return exitCode
}

function writeStarted({ output, clock }: CommandGround, account: Account, { detail, isResumed }: Begun): void {
  const { id: rolloutId, plan, state, total, waves } = detail.rollout
  const { id, name, kind } = account
  const { title, startAt } = plan
  output.write({
    at: clock.now(),
    event: 'started',
    rolloutId,
    title,
    account: { id, name, kind },
    state,
    startAt,
    total,
    waves: named(waves),
    isResumed
  })
}

const named = (waves: readonly { readonly name: string; readonly total: number }[]) =>
  waves.map(({ name, total }) => ({ name, total }))

function writeSummary({ output, clock }: CommandGround, follower: Follower, ended: Ended): ExitCode {
  const rollout = follower.rollout()
  const { id: rolloutId, plan, state, total, counts } = rollout
  const exitCode = exitCodeFor(rollout, ended)
  const causes = rolloutCauses(follower.allItems()).map(({ key, title, advice, platformCode, appIds }) => {
    return { key, title, advice, platformCode, appIds: [...appIds] }
  })
  const about = { rolloutId, title: plan.title, state, ended, total, counts: { ...counts }, causes, exitCode }
  output.write({ at: clock.now(), event: 'summary', ...about })
  return exitCode
}

function exitCodeFor({ total, counts, hold }: Rollout, ended: Ended): ExitCode {
  if (ended === 'interrupted') return exitCodes.interrupted
  if (ended !== 'finished') return hold?.by === 'account' ? exitCodes.account : exitCodes.decision
  return counts.done + counts.unchanged === total ? exitCodes.done : exitCodes.incomplete
}
