import type { LearnedRule } from '@shared/domain/rollout'
import { z } from 'zod'
import type { SqliteDatabase } from './database'
import type { LearnedRuleRepository } from './repositories'

const rules: z.ZodType<readonly LearnedRule[]> = z.array(
  z.object({
    rule: z.enum(['submit', 'rollback']),
    width: z.enum(['merchant', 'application']),
    learnedAt: z.number()
  })
)

/** How wide the platform's rules were found to be, so that the next start need not find out again. */
export function learnedRuleRepository(database: SqliteDatabase): LearnedRuleRepository {
  const list = database.prepare(
    'SELECT rule, width, learned_at AS learnedAt FROM learned_rules WHERE account_id = ? ORDER BY rule'
  )
  const save = database.prepare(`
    INSERT INTO learned_rules (account_id, rule, width, learned_at) VALUES (@accountId, @rule, @width, @learnedAt)
    ON CONFLICT (account_id, rule) DO UPDATE SET width = excluded.width, learned_at = excluded.learned_at`)
  return {
    list: (accountId) => rules.parse(list.all(accountId)),
    save: (accountId, rule) => void save.run({ accountId, ...rule })
  }
}
