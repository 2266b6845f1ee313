import type { MerchantRow } from '@shared/domain/merchant'
import type {
  RolloutFate,
  RolloutPlan,
  RolloutPreview,
  RolloutPreviewItem,
  RolloutState,
  RolloutWork
} from '@shared/domain/rollout'
import type { MerchantName } from '@shared/errors'
import { isRolloutItemOver } from '@shared/rules/rollout-actions'
import { rolloutBlocks, type BlockKey } from '@shared/rules/rollout-blocks'
import { rolloutFate, type Fate } from '@shared/rules/rollout-fate'
import { cutWaves } from '@shared/rules/rollout-waves'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import type { UploadRequest } from '../templates/upload-request'
import { lastUploads, listedFacts } from './merchant-fate'
import { extJsonTrouble, shippedExtJson, type ShippedExtJson } from './shipped-ext-json'

const unfinishedStates: readonly RolloutState[] = ['planned', 'running', 'deciding', 'paused']

type Judged = Omit<RolloutPreviewItem, 'appId' | 'name' | 'wave'>

/** What is looked up once for all merchants of a preview. */
type Context = {
  readonly work: RolloutWork
  readonly rows: ReadonlyMap<string, MerchantRow>
  /** Titles of unfinished rollouts by the merchants that are not over in them. */
  readonly busy: ReadonlyMap<string, string>
  readonly uploads: ReadonlyMap<string, UploadRequest>
  readonly extJson: ((merchant: MerchantName) => ShippedExtJson) | null
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
   * The merchants in the order of their turns, each once; those that the account does not have are blocked. A thousand take a
   * tenth of a second.
   */
  preview(accountId: string, { work, waves: rule }: RolloutPlan, appIds: readonly string[]): RolloutPreview {
    const context = this.context(accountId, work)
    const waves = cutWaves(
      rule,
      appIds.map((appId) => ({ appId, tags: context.rows.get(appId)?.tags ?? [] }))
    )
    const items = waves.flatMap((each, wave) =>
      each.appIds.map((appId) => {
        const name = context.rows.get(appId)?.name ?? appId
        return { appId, name, wave, ...this.judge(appId, context) }
      })
    )
    return {
      items,
      waves: waves.map((each) => ({ name: each.name, total: each.appIds.length })),
      fates: sums(items)
    }
  }

  private context(accountId: string, work: RolloutWork): Context {
    const { merchants } = this.store
    const { rows } = merchants.page(accountId, null, merchants.count(accountId))
    return {
      work,
      rows: new Map(rows.map((row) => [row.appId, row])),
      busy: this.busy(accountId),
      uploads: lastUploads(this.store, accountId),
      extJson: work.kind === 'ship' ? shippedExtJson(this.store, accountId, work) : null
    }
  }

  private busy(accountId: string): ReadonlyMap<string, string> {
    const { rollouts } = this.store
    const unfinished = rollouts.inState(unfinishedStates).filter((rollout) => rollout.accountId === accountId)
    const items = unfinished.flatMap(({ id, plan }) => rollouts.items(id).map((item) => ({ item, title: plan.title })))
    return new Map(
      items.filter(({ item }) => !isRolloutItemOver(item)).map(({ item, title }) => [item.appId, title] as const)
    )
  }

  private judge(appId: string, { work, rows, busy, uploads, extJson }: Context): Judged {
    const row = rows.get(appId)
    if (!row) return { ...noVersions, ...blocked('not_found', '账号下没有这个商家') }
    const facts = listedFacts(this.store, row, uploads.get(appId) ?? null)
    const fate = rolloutFate(work, facts, this.clock.now())
    const { fromVersion, toVersion } = fate
    const versions = { fromVersion, toVersion, readAt: facts.versions?.readAt ?? null }
    const other = busy.get(appId)
    if (other !== undefined) {
      return { ...versions, ...blocked('other_rollout', `已在「${other}」里，那一次还没有结束`) }
    }
    return { ...versions, ...shown(fate, fate.fate === 'upload' ? extJson?.(row) : undefined) }
  }
}

type Shown = Pick<RolloutPreviewItem, 'fate' | 'why' | 'fix'>

function shown({ fate, why, fix }: Fate, extJson: ShippedExtJson | undefined): Shown {
  if (extJson && extJson.problems.length > 0) return blocked('ext_json', extJsonTrouble(extJson.problems))
  const note = extJson?.isSmallest === true ? '模板没有默认 ext.json，会用最小的一份' : null
  return { fate, why: why ?? note, fix }
}

const noVersions = { fromVersion: null, toVersion: null, readAt: null } as const

const blocked = (key: BlockKey, why: string): Shown => ({ fate: 'blocked', why, fix: rolloutBlocks[key].fix })

const none: Record<RolloutFate, number> = {
  upload: 0,
  submit: 0,
  follow: 0,
  release: 0,
  withdraw: 0,
  rollback: 0,
  refresh: 0,
  unchanged: 0,
  blocked: 0
}

function sums(items: readonly Pick<RolloutPreviewItem, 'fate'>[]): RolloutPreview['fates'] {
  const found = { ...none }
  for (const { fate } of items) found[fate] += 1
  return found
}
