import type { Migration } from './migration'

/**
 * The first tables.
 *
 * A merchant's version list is kept as the JSON of its domain type, the one truth; what the merchant list shows and
 * filters by are generated columns of it. Everything that belongs to a merchant goes with it (cascade).
 */
export const first: Migration = {
  version: 1,
  sql: `
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('practice', 'platform')),
      name TEXT NOT NULL,
      colour TEXT NOT NULL,
      component_app_id TEXT NOT NULL
    ) STRICT;

    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE merchants (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      app_id TEXT NOT NULL,
      name TEXT NOT NULL,
      introduction TEXT NOT NULL DEFAULT '',
      app_state TEXT,
      subject_name TEXT,
      subject_type TEXT,
      tags TEXT NOT NULL DEFAULT '[]',
      authorization TEXT NOT NULL DEFAULT 'unknown',
      authorized_at INTEGER,
      permissions TEXT NOT NULL DEFAULT '[]',
      versions TEXT,
      read_at INTEGER,
      read_error TEXT,
      online_version TEXT AS (versions ->> '$.current.version'),
      online_taken_down INTEGER AS (versions ->> '$.current.takenDown'),
      audit_version TEXT AS (versions ->> '$.audit.version'),
      audit_status TEXT AS (versions ->> '$.audit.status'),
      audit_released INTEGER AS (versions ->> '$.audit.released'),
      test_version TEXT AS (versions ->> '$.latest.version'),
      test_submitted INTEGER AS (versions ->> '$.latest.submitted'),
      PRIMARY KEY (account_id, app_id)
    ) STRICT;
    CREATE INDEX merchants_by_name ON merchants (account_id, name, app_id);
    CREATE INDEX merchants_in_review ON merchants (account_id, read_at) WHERE audit_status = 'in_review';
    CREATE INDEX merchants_unread ON merchants (account_id, app_id) WHERE read_at IS NULL;

    CREATE TABLE icons (
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      key TEXT NOT NULL,
      content_type TEXT NOT NULL,
      source_url TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (account_id, app_id),
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE operations (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      version TEXT,
      state TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      actor TEXT NOT NULL,
      log_id TEXT,
      error TEXT,
      request TEXT NOT NULL,
      versions_before TEXT NOT NULL,
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX operations_of_merchant ON operations (account_id, app_id, kind, state, started_at);
    CREATE INDEX operations_unsettled ON operations (account_id, app_id, started_at)
      WHERE state IN ('intended', 'unknown');

    CREATE TABLE timeline (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      source TEXT NOT NULL,
      version TEXT,
      summary TEXT,
      hosts TEXT NOT NULL,
      reasons TEXT NOT NULL,
      actor TEXT,
      log_id TEXT,
      operation TEXT,
      error TEXT,
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX timeline_of_merchant ON timeline (account_id, app_id, at, id);
  `
}
