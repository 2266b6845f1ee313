import type { Migration } from './migration'

/** Views of the merchant list that are kept, the columns of an account's list, and a note for each merchant. */
export const lists: Migration = {
  version: 6,
  sql: `
    CREATE TABLE list_views (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      content TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      UNIQUE (account_id, name)
    ) STRICT;
    CREATE INDEX list_views_in_order ON list_views (account_id, position);

    CREATE TABLE list_columns (
      account_id TEXT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
      columns TEXT NOT NULL
    ) STRICT;

    ALTER TABLE merchants ADD COLUMN note TEXT NOT NULL DEFAULT '';
  `
}
