import type { Migration } from './migration'

/**
 * Rollouts: the plan, the journal of their merchants and their log; which rollout an operation, or a change of the set-up, belongs
 * to; and how wide rules of the platform were found to be. A merchant's name stands in the item, as the list of merchants is
 * frozen with the plan. What batches did is done by rollouts: the changes they made stay in the journal of each merchant.
 */
export const rollouts: Migration = {
  version: 5,
  sql: `
    CREATE TABLE rollouts (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      plan TEXT NOT NULL,
      wave_names TEXT NOT NULL,
      state TEXT NOT NULL,
      hold TEXT,
      wave INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      started_at INTEGER,
      finished_at INTEGER,
      actor TEXT NOT NULL,
      origin TEXT
    ) STRICT;
    CREATE INDEX rollouts_newest ON rollouts (account_id, created_at);
    CREATE INDEX rollouts_by_state ON rollouts (state, created_at);

    CREATE TABLE rollout_items (
      rollout_id TEXT NOT NULL REFERENCES rollouts (id) ON DELETE CASCADE,
      app_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      wave INTEGER NOT NULL,
      step TEXT NOT NULL,
      state TEXT NOT NULL,
      from_version TEXT,
      to_version TEXT,
      cause TEXT,
      error TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      not_before INTEGER,
      review_since INTEGER,
      request TEXT,
      changed_at INTEGER NOT NULL,
      finished_at INTEGER,
      PRIMARY KEY (rollout_id, app_id)
    ) STRICT;
    CREATE INDEX rollout_items_by_state ON rollout_items (rollout_id, wave, state);

    CREATE TABLE rollout_log (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      rollout_id TEXT NOT NULL REFERENCES rollouts (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      tone TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rollout_log_newest ON rollout_log (rollout_id, id);

    ALTER TABLE operations ADD COLUMN rollout_id TEXT;
    CREATE INDEX operations_of_rollout ON operations (rollout_id, started_at) WHERE rollout_id IS NOT NULL;

    DROP INDEX setting_changes_of_batch;
    ALTER TABLE setting_changes DROP COLUMN batch_id;
    DROP TABLE batch_items;
    DROP TABLE batches;
    ALTER TABLE setting_changes ADD COLUMN rollout_id TEXT;
    CREATE INDEX setting_changes_of_rollout ON setting_changes (rollout_id, started_at) WHERE rollout_id IS NOT NULL;

    CREATE TABLE learned_rules (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      rule TEXT NOT NULL,
      width TEXT NOT NULL,
      learned_at INTEGER NOT NULL,
      PRIMARY KEY (account_id, rule)
    ) STRICT;
  `
}
