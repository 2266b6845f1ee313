import type { Migration } from './migration'

/**
 * Mini-program codes that are kept with their pictures, the variables of the ext.json defaults, and an index by which the
 * accepted uploads of all merchants are found.
 */
export const codes: Migration = {
  version: 4,
  sql: `
    CREATE TABLE saved_codes (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      label TEXT NOT NULL,
      request TEXT NOT NULL,
      image TEXT,
      text TEXT,
      made_at INTEGER,
      changed_at INTEGER NOT NULL,
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX saved_codes_of_merchant ON saved_codes (account_id, app_id, label);

    CREATE TABLE ext_variables (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      required INTEGER NOT NULL,
      description TEXT NOT NULL,
      fallback TEXT,
      PRIMARY KEY (account_id, position),
      UNIQUE (account_id, name)
    ) STRICT;

    CREATE TABLE ext_defaults (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      template_id TEXT NOT NULL,
      text TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (account_id, template_id)
    ) STRICT;

    CREATE TABLE ext_values (
      account_id TEXT NOT NULL,
      app_id TEXT NOT NULL,
      "values" TEXT NOT NULL,
      PRIMARY KEY (account_id, app_id),
      FOREIGN KEY (account_id, app_id) REFERENCES merchants (account_id, app_id) ON DELETE CASCADE
    ) STRICT;

    CREATE INDEX operations_uploads ON operations (account_id, app_id, started_at DESC)
      WHERE kind = 'upload' AND state = 'done';
  `
}
