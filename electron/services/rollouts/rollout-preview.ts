import type { MerchantRow } from '@shared/domain/merchant'
import type {
  ItemRequests,
  RolloutFate,
  RolloutPlan,
  RolloutPreview,
  RolloutPreviewItem,
  RolloutWork,
  VersionWork
} from '@shared/domain/rollout'
import { blockCause, rolloutBlocks, type BlockKey } from '@shared/rules/rollout-blocks'
import { rolloutFate, type Fate } from '@shared/rules/rollout-fate'
import { cutWaves } from '@shared/rules/rollout-waves'
import { isSetupWork, rivalKinds } from '@shared/rules/rollout-work'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { inChunks } from '../setup/chunks'
import { listedFacts } from './merchant-fate'
import { planRows } from './plan-rows'
import { setupContext, setupFate } from './setup-fate'
import { extJsonTrouble, shippedExtJson, type ShippedExtJson } from './shipped-ext-json'

type Judged = Omit<RolloutPreviewItem, 'appId' | 'name' | 'wave'>

/** What is looked up once for all merchants of a preview. */
type Context = {
  readonly rows: ReadonlyMap<string, MerchantRow>
  /** Unfinished rollouts that would be in the way, by the merchants that are not over in them. */
  readonly busy: ReturnType<Store['rollouts']['busy']>
  readonly judge: (row: MerchantRow) => Judged
}

/** What a plan would do, told from the database alone: nothing is sent and nothing is kept. */
export class RolloutPreviews {
  private readonly store: Store
  private readonly clock: Clock

  constructor(parts: { readonly store: Store; readonly clock: Clock }) {
    this.store = parts.store
    this.clock = parts.clock
  }

  /**
   * The merchants in the order of their turns, each once; those that the account does not have are blocked. Thousands take a
   * while, in which others get their turns.
   */
  async preview(
    accountId: string,
    { work, waves: rule }: RolloutPlan,
    appIds: readonly string[],
    requests: ItemRequests = {}
  ): Promise<RolloutPreview> {
    const { rows } = await planRows(this.store, accountId, appIds)
    const busy = this.store.rollouts.busy(accountId, rivalKinds(work.kind))
    const context = { rows, busy, judge: this.judgeFor(accountId, work, requests) }
    const waves = cutWaves(
      rule,
      appIds.map((appId) => ({ appId, tags: context.rows.get(appId)?.tags ?? [] }))
    )
    const turns = waves.flatMap((each, wave) => each.appIds.map((appId) => ({ appId, wave })))
    const items: RolloutPreviewItem[] = []
    await inChunks(turns, (chunk) => {
      for (const turn of chunk) {
        const name = context.rows.get(turn.appId)?.name ?? turn.appId
        items.push({ ...turn, name, ...this.judge(turn.appId, context) })
      }
    })
    return {
      items,
      waves: waves.map((each) => ({ name: each.name, total: each.appIds.length })),
      fates: sums(items)
    }
  }

  private judgeFor(accountId: string, work: RolloutWork, requests: ItemRequests): Context['judge'] {
    if (!isSetupWork(work)) return this.versionJudge(accountId, work)
    const context = setupContext(this.store, accountId, work)
    return (row) => ({ ...noVersions, ...setupFate(context, row, requests[row.appId] ?? null) })
  }

  private versionJudge(accountId: string, work: VersionWork): Context['judge'] {
    const extJson = work.kind === 'ship' ? shippedExtJson(this.store, accountId, work) : null
    return (row) => {
      const facts = listedFacts(this.store, row)
      const fate = rolloutFate(work, facts, this.clock.now())
      const { fromVersion, toVersion } = fate
      const readAt = facts.versions?.readAt ?? null
      return { fromVersion, toVersion, readAt, ...shown(fate, fate.fate === 'upload' ? extJson?.(row) : undefined) }
    }
  }

  private judge(appId: string, { rows, busy, judge }: Context): Judged {
    const row = rows.get(appId)
    if (!row) return { ...noVersions, ...blocked('not_found', say`账号下没有这个商家`) }
    const judged = judge(row)
    const other = busy.get(appId)
    if (!other) return judged
    return { ...judged, ...blocked('other_rollout', say`已在「${other.title}」里，那一次还没有结束；移出后才能开始`) }
  }
}

type Shown = Pick<RolloutPreviewItem, 'fate' | 'cause' | 'why' | 'fix'>

function shown({ fate, cause, why, fix }: Fate, extJson: ShippedExtJson | undefined): Shown {
  if (extJson && extJson.problems.length > 0) return blocked('ext_json', extJsonTrouble(extJson.problems))
  const note = extJson?.isSmallest === true ? say`模板没有默认 ext.json，会用最小的一份` : null
  return { fate, cause, why: why ?? note, fix }
}

const noVersions = { fromVersion: null, toVersion: null, readAt: null } as const

const blocked = (key: BlockKey, why: string): Shown => ({
  fate: 'blocked',
  cause: blockCause(key),
  why,
  fix: rolloutBlocks[key].fix
})

const none: Record<RolloutFate, number> = {
  upload: 0,
  submit: 0,
  follow: 0,
  release: 0,
  withdraw: 0,
  rollback: 0,
  refresh: 0,
  setup: 0,
  unchanged: 0,
  blocked: 0
}

function sums(items: readonly Pick<RolloutPreviewItem, 'fate'>[]): RolloutPreview['fates'] {
  const found = { ...none }
  for (const { fate } of items) found[fate] += 1
  return found
}
