import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { rolloutCommand } from '../../../electron/cli/command'
import { rolloutLine, type LineOf, type RolloutLine } from '../../../electron/cli/lines'
import { memoryKeychain } from '../../../electron/keychain/memory-keychain'
import { platformVariables } from '../../../electron/platform-environment'
import type { MerchantSnapshot } from '../../../electron/simulator/control/snapshot'
import { environmentOf, newestTemplate, newGround, shipPlan, wantedVersion, type RolloutGround } from './rollout-desk'

vi.setConfig({ testTimeout: 60_000 })

const resourcesDir = resolve(import.meta.dirname, '../../../resources')

/** What the command wrote, and how it ended. */
type Run = { readonly code: number; readonly lines: readonly RolloutLine[]; readonly stderr: string }

type RunOptions = {
  readonly environment?: Readonly<Record<string, string>>
  readonly interrupted?: AbortSignal
  readonly onLine?: (line: RolloutLine) => void
}

/** The command as `npm run rollout` starts it, with JSON lines, each of which is what the documentation says. */
async function command(ground: RolloutGround, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { environment = environmentOf(ground), interrupted = new AbortController().signal, onLine } = options
  const lines: RolloutLine[] = []
  const errors: string[] = []
  const code = await rolloutCommand(['--data', ground.dataDir, '--json', ...args], {
    ...{ version: '0.0.0-test', environment, resourcesDir, interrupted, clock: ground.clock },
    keychain: memoryKeychain(),
    stdout: (text) => {
      const line = rolloutLine.parse(JSON.parse(text))
      lines.push(line)
      onLine?.(line)
    },
    stderr: (text) => void errors.push(text)
  })
  return { code, lines, stderr: errors.join('') }
}

/** A platform whose reviews all pass. */
async function friendlyGround(merchants = 24): Promise<RolloutGround> {
  const ground = await newGround(merchants)
  ground.simulator.control.setRules({ auditShares: { rejectPercent: 0 } })
  return ground
}

const isReady = ({ authorization, standing, subject, introduction, audit, current, rollback }: MerchantSnapshot) =>
  authorization.live &&
  authorization.permissions.includes(1) &&
  standing === 'normal' &&
  subject.state === 'approved' &&
  introduction !== '' &&
  audit?.status !== 'in_review' &&
  current?.takenDown === false &&
  rollback.effectiveAt === null

function ready({ simulator }: RolloutGround, count: number): string[] {
  const found = simulator.control.state().merchants.filter(isReady).slice(0, count)
  if (found.length < count) throw new Error('the sample data has too few merchants')
  return found.map(({ appId }) => appId)
}

/** Writes a plan that ships the newest template; answers with the file. */
function planFile(ground: RolloutGround, merchants: unknown, change: Record<string, unknown> = {}): string {
  const file = join(ground.dataDir, 'plan.json')
  writeFileSync(file, JSON.stringify({ ...shipPlan(newestTemplate(ground)), merchants, ...change }))
  return file
}

const last = ({ lines }: Run): RolloutLine | undefined => lines.at(-1)
const of = <Event extends RolloutLine['event']>({ lines }: Run, event: Event): readonly LineOf<Event>[] =>
  lines.filter((line): line is LineOf<Event> => line.event === event)

function expectShippedOnce({ simulator }: RolloutGround, appIds: readonly string[]): void {
  const { merchants } = simulator.control.counters()
  for (const appId of appIds) {
    expect(simulator.control.state(appId).merchants[0]?.current?.version).toBe(wantedVersion)
    for (const endpoint of ['upload', 'audit', 'release']) {
      expect(merchants[appId]?.[endpoint]?.carriedOut, `${endpoint} of ${appId}`).toBe(1)
    }
  }
}

describe('the rollout command', () => {
  it('ships to the merchants that the plan names, in an empty folder, and says what happened to each', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 5)
    const run = await command(ground, ['--plan', planFile(ground, { appIds })])
    expect(run.stderr).toBe('')
    expect(run.code).toBe(0)
    expect(of(run, 'started')).toMatchObject([{ total: 5, isResumed: false, account: { kind: 'platform' } }])
    expect(of(run, 'log').length).toBeGreaterThan(0)
    for (const appId of appIds) {
      const states = of(run, 'item').filter((line) => line.appId === appId)
      expect(states.at(-1)).toMatchObject({ state: 'done', toVersion: wantedVersion, error: null })
    }
    expect(last(run)).toMatchObject({
      event: 'summary',
      ended: 'finished',
      counts: { done: 5 },
      causes: [],
      exitCode: 0
    })
    expectShippedOnce(ground, appIds)
  })

  it('begins again what is done already, and sends nothing then', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 2)
    const plan = planFile(ground, { appIds })
    await command(ground, ['--plan', plan])
    const again = await command(ground, ['--plan', plan])
    expect(again.code).toBe(0)
    expect(last(again)).toMatchObject({ counts: { unchanged: 2 } })
    expectShippedOnce(ground, appIds)
  })

  it('ends at a gate with code 3, and goes on from there when it is started again to open gates', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 4)
    const plan = planFile(ground, { appIds }, { waves: { by: 'number', sizes: [2] } })
    const first = await command(ground, ['--plan', plan])
    expect(first.code).toBe(3)
    expect(of(first, 'hold')).toMatchObject([{ state: 'deciding', hold: { by: 'gate', wave: 0 } }])
    expect(last(first)).toMatchObject({ ended: 'decision', counts: { done: 2, waiting: 2 } })
    const second = await command(ground, ['--plan', plan, '--open-gates'])
    expect(second.code).toBe(0)
    expect(of(second, 'started')).toMatchObject([{ isResumed: true, total: 4 }])
    expectShippedOnce(ground, appIds)
  })

  it('holds the release train, and releases it together where the flag says so', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 3)
    const { work } = shipPlan(newestTemplate(ground))
    const plan = planFile(ground, { appIds }, { work: { ...work, release: 'together' } })
    const held = await command(ground, ['--plan', plan])
    expect(held.code).toBe(3)
    expect(of(held, 'hold')).toMatchObject([{ hold: { by: 'train', approved: 3 } }])
    const released = await command(ground, ['--plan', plan, '--release-train'])
    expect(released.code).toBe(0)
    expectShippedOnce(ground, appIds)
  })

  it('lets what is being sent end when it is interrupted, and does nothing twice when it is started again', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 6)
    const plan = planFile(ground, { appIds })
    const interrupting = new AbortController()
    const onLine = ({ event }: RolloutLine) => void (event === 'item' && interrupting.abort())
    const first = await command(ground, ['--plan', plan], { interrupted: interrupting.signal, onLine })
    expect(first.code).toBe(130)
    expect(last(first)).toMatchObject({ event: 'summary', ended: 'interrupted', exitCode: 130 })
    const second = await command(ground, ['--plan', plan])
    expect(second.code).toBe(0)
    expect(of(second, 'started')).toMatchObject([{ isResumed: true }])
    expectShippedOnce(ground, appIds)
  })

  it('ends when its time is over, with code 3, and goes on by the id', async () => {
    const ground = await newGround(24)
    ground.simulator.control.setRules({
      auditDuration: { leastMs: 3_600_000, mostMs: 3_600_000 },
      auditShares: { rejectPercent: 0 }
    })
    const appIds = ready(ground, 1)
    const late = await command(ground, ['--plan', planFile(ground, { appIds }), '--timeout', '2'])
    expect(late.code).toBe(3)
    expect(last(late)).toMatchObject({ ended: 'timeout', state: 'running', counts: { reviewing: 1 } })
    ground.simulator.control.advance(3_600_000)
    const [{ rolloutId } = { rolloutId: '' }] = of(late, 'started')
    const resumed = await command(ground, ['--resume', rolloutId])
    expect(resumed.code).toBe(0)
    expectShippedOnce(ground, appIds)
  })

  it('ends with code 1 where some did not get there, and tells the causes', async () => {
    const ground = await newGround(24)
    ground.simulator.control.setRules({ auditShares: { rejectPercent: 100 } })
    const appIds = ready(ground, 2)
    const run = await command(ground, ['--plan', planFile(ground, { appIds })])
    expect(run.code).toBe(1)
    const [summary] = of(run, 'summary')
    expect(summary?.counts).toMatchObject({ rejected: 2 })
    expect(summary?.causes.flatMap((cause) => cause.appIds).toSorted()).toEqual(appIds.toSorted())
  })

  it('leaves what the stop rule paused alone, until it is named by its id', async () => {
    const ground = await newGround(24)
    ground.simulator.control.setRules({ auditShares: { rejectPercent: 100 } })
    const appIds = ready(ground, 4)
    const careful = { waves: { by: 'number', sizes: [2] }, stop: { failurePercent: 50, sameCause: null } }
    const plan = planFile(ground, { appIds }, careful)
    const paused = await command(ground, ['--plan', plan, '--open-gates'])
    expect(paused.code).toBe(3)
    expect(last(paused)).toMatchObject({ state: 'paused', ended: 'paused', counts: { rejected: 2, waiting: 2 } })
    const again = await command(ground, ['--plan', plan, '--open-gates'])
    expect(again.code).toBe(3)
    expect(last(again)).toMatchObject({ ended: 'paused', counts: { waiting: 2 } })
    const [{ rolloutId } = { rolloutId: '' }] = of(paused, 'started')
    ground.simulator.control.setRules({ auditShares: { rejectPercent: 0 } })
    const named = await command(ground, ['--resume', rolloutId, '--open-gates'])
    expect(named.code).toBe(1)
    expect(last(named)).toMatchObject({ ended: 'finished', counts: { done: 2, rejected: 2 } })
  })

  it('shows in a preview what would be done, and does nothing', async () => {
    const ground = await friendlyGround()
    const appIds = ready(ground, 3)
    const run = await command(ground, ['--plan', planFile(ground, { appIds }), '--dry-run'])
    expect(run.code).toBe(0)
    expect(of(run, 'preview').map(({ appId, fate }) => [appId, fate])).toEqual(appIds.map((id) => [id, 'upload']))
    expect(last(run)).toMatchObject({ event: 'preview_summary', total: 3, fates: { upload: 3 } })
    expect(ground.simulator.control.counters().endpoints['upload']).toBeUndefined()
  })
})

describe('the rollout command refuses, and sends nothing', () => {
  const refusals = (ground: RolloutGround, run: Run) => {
    expect(ground.simulator.control.counters().endpoints['upload']).toBeUndefined()
    const line = last(run)
    if (line?.event !== 'error') throw new Error(`no error: ${JSON.stringify(line)}`)
    expect(line.exitCode).toBe(run.code)
    expect(run.stderr).toContain(line.error.message)
    return `${line.error.reason} ${line.error.nextStep}`
  }

  it('merchants that the account does not have, and a choice that chooses none', async () => {
    const ground = await friendlyGround()
    const strangers = await command(ground, ['--plan', planFile(ground, { appIds: [...ready(ground, 1), 'tt-none'] })])
    expect(strangers.code).toBe(2)
    expect(refusals(ground, strangers)).toContain('tt-none')
    const nobody = await command(ground, ['--plan', planFile(ground, { tags: ['没有这个标签'] })])
    expect(nobody.code).toBe(2)
    expect(refusals(ground, nobody)).toContain('没有选中任何商家')
  })

  it('50 merchants and more without their number, and a number that is not theirs', async () => {
    const ground = await friendlyGround(60)
    const plan = planFile(ground, { all: true })
    const unagreed = await command(ground, ['--plan', plan])
    expect(unagreed.code).toBe(2)
    const [, number = ''] = /--yes (\d+)/.exec(refusals(ground, unagreed)) ?? []
    expect(Number(number)).toBeGreaterThanOrEqual(50)
    const wrong = await command(ground, ['--plan', plan, '--yes', '50000'])
    expect(wrong.code).toBe(2)
    expect(refusals(ground, wrong)).toContain(`--yes ${number}`)
  })

  it('a plan of the same title with other contents while the first has not ended', async () => {
    const ground = await friendlyGround()
    const merchants = { appIds: ready(ground, 2) }
    const waiting = { startAt: ground.clock.now() + 86_400_000 }
    const first = await command(ground, ['--plan', planFile(ground, merchants, waiting), '--timeout', '1'])
    expect(of(first, 'started')).toMatchObject([{ state: 'planned', startAt: waiting.startAt }])
    const other = await command(ground, ['--plan', planFile(ground, merchants)])
    expect(other.code).toBe(2)
    expect(refusals(ground, other)).toContain(of(first, 'started')[0]?.rolloutId)
  })

  it('an account that is not there, or that the platform refuses', async () => {
    const ground = await friendlyGround()
    const plan = planFile(ground, { all: true })
    const missing = await command(ground, ['--plan', plan, '--account', 'nobody'])
    expect(missing.code).toBe(4)
    expect(refusals(ground, missing)).toContain('nobody')
    const environment = { ...environmentOf(ground), [platformVariables.secret]: 'wrong' }
    const refused = await command(ground, ['--plan', plan], { environment })
    expect(refused.code).toBe(4)
    expect(refusals(ground, refused)).not.toContain('wrong')
  })

  it('a folder that another process works on', async () => {
    const ground = await friendlyGround()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'spawn')
    writeFileSync(join(ground.dataDir, 'instance.lock'), JSON.stringify({ pid: child.pid, startedAt: null }))
    const run = await command(ground, ['--plan', planFile(ground, { all: true })])
    expect(run.code).toBe(5)
    expect(refusals(ground, run)).toContain(`进程 ${child.pid}`)
  })
})
