import type { Migration } from './migration'

/**
 * Setting merchants up: what was read of each part, the journal of what we changed, scores over time, domain baselines, and
 * batches over many merchants.
 *
 * A part is kept as the JSON of its domain type. What the merchant list shows of all of them is judged when something
 * changes and kept with the merchant (`setup`), so that a list row needs no other table.
 */
export const setup: Migration = {
  version: 3,
  sql: `
    ALTER TABLE merchants ADD COLUMN setup TEXT;

    CREATE TABLE facets (
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      facet TEXT NOT NULL,
      value TEXT,
      read_at INTEGER,
      error TEXT,
      PRIMARY KEY (account_id, app_id, facet),
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX facets_by_age ON facets (account_id, facet, read_at);

    CREATE TABLE batches (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      finished_at INTEGER,
      actor TEXT NOT NULL
    ) STRICT;
    CREATE INDEX batches_of_account ON batches (account_id, created_at);
    CREATE INDEX batches_by_state ON batches (state, created_at);

    CREATE TABLE batch_items (
      batch_id TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
      app_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      summary TEXT NOT NULL,
      state TEXT NOT NULL,
      request TEXT NOT NULL,
      error TEXT,
      finished_at INTEGER,
      change_id TEXT,
      PRIMARY KEY (batch_id, app_id),
      UNIQUE (batch_id, position)
    ) STRICT;
    CREATE INDEX batch_items_by_state ON batch_items (batch_id, state, position);

    CREATE TABLE setting_changes (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      summary TEXT NOT NULL,
      state TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      actor TEXT NOT NULL,
      log_id TEXT,
      error TEXT,
      request TEXT NOT NULL,
      before TEXT NOT NULL,
      batch_id TEXT REFERENCES batches (id) ON DELETE SET NULL,
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX setting_changes_of_merchant ON setting_changes (account_id, app_id, started_at);
    CREATE INDEX setting_changes_unsettled ON setting_changes (account_id, app_id, started_at)
      WHERE state IN ('intended', 'unknown');
    CREATE INDEX setting_changes_of_batch ON setting_changes (batch_id) WHERE batch_id IS NOT NULL;

    CREATE TABLE standing_samples (
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      credit_score INTEGER,
      trial_score INTEGER,
      in_trial INTEGER,
      rating TEXT,
      PRIMARY KEY (account_id, app_id, at),
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE baselines (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      domains TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      UNIQUE (account_id, name)
    ) STRICT;

    CREATE TABLE baseline_members (
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      baseline_id TEXT NOT NULL REFERENCES baselines (id) ON DELETE CASCADE,
      PRIMARY KEY (account_id, app_id),
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX baseline_members_of ON baseline_members (baseline_id, app_id);

    CREATE TABLE application_domains (
      account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
      server TEXT NOT NULL,
      webview TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;
  `
}
