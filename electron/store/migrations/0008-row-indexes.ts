import type { Migration } from './migration'

/**
 * What a row of the merchant list takes from other tables, found without their rows: a row of `icons` carries a picture, and
 * one of `merchant_tokens` a sealed box. Five thousand list rows with the end of each authorisation are read in less time
 * than they were without it before.
 */
export const rowIndexes: Migration = {
  version: 8,
  sql: `
    CREATE INDEX icons_keys ON icons (account_id, app_id, key);
    CREATE INDEX merchant_tokens_ends ON merchant_tokens (account_id, app_id, refresh_expires_at);
  `
}
