import type { Migration } from './migration'

/**
 * Real accounts: their settings, sealed secrets, pushed messages, authorisation links and the history of authorisations.
 *
 * Boxes are sealed with AES-256-GCM under a key that is not in this file, bound to their row. A token's times stand beside
 * its box, as no secret, so that what runs out can be found. Tokens may come before their merchant does.
 */
export const accounts: Migration = {
  version: 2,
  sql: `
    ALTER TABLE accounts ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE accounts ADD COLUMN removed_at INTEGER;

    CREATE TABLE sealed_values (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      box BLOB NOT NULL,
      PRIMARY KEY (account_id, name)
    ) STRICT;

    CREATE TABLE merchant_tokens (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      app_id TEXT NOT NULL,
      box BLOB NOT NULL,
      issued_at INTEGER NOT NULL,
      access_expires_at INTEGER NOT NULL,
      refresh_expires_at INTEGER NOT NULL,
      PRIMARY KEY (account_id, app_id)
    ) STRICT;
    CREATE INDEX merchant_tokens_ending ON merchant_tokens (account_id, refresh_expires_at);
    CREATE INDEX merchant_tokens_access_ending ON merchant_tokens (account_id, access_expires_at);

    CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      digest TEXT NOT NULL,
      app_id TEXT,
      kind TEXT NOT NULL,
      event TEXT NOT NULL,
      title TEXT NOT NULL,
      detail TEXT NOT NULL,
      tone TEXT NOT NULL,
      happened_at INTEGER,
      received_at INTEGER NOT NULL,
      source TEXT NOT NULL,
      copies INTEGER NOT NULL DEFAULT 1,
      handling TEXT NOT NULL,
      trouble TEXT,
      seen INTEGER NOT NULL DEFAULT 0,
      raw TEXT NOT NULL,
      UNIQUE (account_id, digest)
    ) STRICT;
    CREATE INDEX events_of_kind ON events (account_id, kind, id);
    CREATE INDEX events_of_merchant ON events (account_id, app_id, id);
    CREATE INDEX events_unseen ON events (account_id, id) WHERE seen = 0 AND kind <> 'ticket';
    CREATE INDEX events_waiting ON events (account_id, id) WHERE handling = 'waiting';

    CREATE TABLE authorization_links (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      url TEXT NOT NULL,
      app_name TEXT,
      note TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      used_app_id TEXT,
      used_at INTEGER
    ) STRICT;
    CREATE INDEX authorization_links_newest ON authorization_links (account_id, created_at);

    CREATE TABLE authorization_records (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      app_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      change TEXT NOT NULL,
      noticed_by TEXT NOT NULL,
      added TEXT NOT NULL,
      removed TEXT NOT NULL,
      actor TEXT
    ) STRICT;
    CREATE INDEX authorization_records_of_merchant ON authorization_records (account_id, app_id, id);
  `
}
