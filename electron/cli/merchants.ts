import type { MerchantPage, RefreshProgress } from '@shared/contract'
import type { MerchantRow } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { awaited } from './awaiting'
import { accountFailure, invalid } from './command-failure'
import type { CommandGround } from './ground'
import type { MerchantChoice } from './plan-file'

/** Reading thousands of merchants for the first time takes a while. */
const readingLimitMs = 60 * 60_000
const pageSize = 1000
const namesShown = 5

/**
 * Reads the list of authorised merchants, and those that were never read. Throws `CommandFailure` `account` where the platform
 * does not give the list.
 */
export async function importMerchants({ client, ...ground }: CommandGround, accountId: string): Promise<void> {
  try {
    await client.call('merchants.import', { accountId })
  } catch (error) {
    throw error instanceof DeskFailure ? accountFailure(error.error) : error
  }
  const status = (): Promise<RefreshProgress> => client.call('merchants.refreshStatus', { accountId })
  const write = ({ total, done, failed }: RefreshProgress): void =>
    ground.output.write({ at: ground.clock.now(), event: 'reading', total, done, failed })
  const first = await status()
  if (!first.running) return
  write(first)
  const end = await awaited(ground, {
    look: async () => {
      const now = await status()
      return now.running ? null : now
    },
    events: ['refresh.progress'],
    limitMs: readingLimitMs,
    signal: ground.signal
  })
  write(end ?? (await status()))
}

/**
 * The app ids that the plan names, in the list's order; `all` and tags take those that are authorised now. Throws
 * `CommandFailure` `invalid` where there are none, or one that is named is not in the list.
 */
export async function chosenMerchants(
  { client }: CommandGround,
  accountId: string,
  choice: MerchantChoice
): Promise<readonly string[]> {
  const rows: MerchantRow[] = []
  let cursor: string | null = null
  do {
    const page: MerchantPage = await client.call('merchants.page', { accountId, cursor, limit: pageSize })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  if ('appIds' in choice) return namedOnes(choice.appIds, rows)
  const authorized = rows.filter(({ authorization }) => authorization !== 'lost')
  const chosen =
    'all' in choice ? authorized : authorized.filter(({ tags }) => tags.some((tag) => choice.tags.includes(tag)))
  if (chosen.length > 0) return chosen.map(({ appId }) => appId)
  throw invalid(say`计划没有选中任何商家`, say`请检查计划文件里的 merchants，标签要和程序里的一样`)
}

function namedOnes(appIds: readonly string[], rows: readonly MerchantRow[]): readonly string[] {
  const known = new Set(rows.map(({ appId }) => appId))
  const unknown = appIds.filter((appId) => !known.has(appId))
  if (unknown.length === 0) return appIds
  const shown = listed(unknown.slice(0, namesShown))
  throw invalid(
    unknown.length > namesShown
      ? say`这个账号没有这些商家：${shown} 等 ${unknown.length} 个`
      : say`这个账号没有这些商家：${shown}`,
    say`请检查计划文件里的 merchants.appIds 和 --account`
  )
}
