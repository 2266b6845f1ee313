import type { Migration } from './migration'

/**
 * The activity journal (操作记录): append-only, each entry bound to the one before. It hangs on no other table, as it outlives
 * accounts and merchants. The triggers let two things happen: the next entry in turn is added, and the content of an account's
 * entries is taken out once an entry says that its data is removed.
 */
export const activity: Migration = {
  version: 7,
  sql: `
    CREATE TABLE activity (
      sequence INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      origin TEXT NOT NULL,
      account_id TEXT,
      app_id TEXT,
      action TEXT NOT NULL,
      outcome TEXT NOT NULL,
      content TEXT,
      content_hash TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX activity_of_merchant ON activity (account_id, app_id);
    CREATE INDEX activity_of_account ON activity (account_id);
    CREATE INDEX activity_by_actor ON activity (actor);
    CREATE INDEX activity_removals ON activity (account_id, sequence) WHERE action = 'data_remove';

    CREATE TRIGGER activity_in_turn BEFORE INSERT ON activity
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM activity)
      OR NEW.previous_hash IS NOT coalesce(
        (SELECT hash FROM activity ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
    BEGIN SELECT RAISE(ABORT, 'the activity journal takes the next entry only'); END;

    CREATE TRIGGER activity_stays BEFORE DELETE ON activity
    BEGIN SELECT RAISE(ABORT, 'the activity journal is append-only'); END;

    CREATE TRIGGER activity_unchanged BEFORE UPDATE ON activity
    WHEN NEW.content IS NOT NULL OR NEW.app_id IS NOT NULL
      OR NEW.sequence IS NOT OLD.sequence OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor
      OR NEW.origin IS NOT OLD.origin OR NEW.account_id IS NOT OLD.account_id OR NEW.action IS NOT OLD.action
      OR NEW.outcome IS NOT OLD.outcome OR NEW.content_hash IS NOT OLD.content_hash
      OR NEW.previous_hash IS NOT OLD.previous_hash OR NEW.hash IS NOT OLD.hash
      OR NOT EXISTS (SELECT 1 FROM activity r INDEXED BY activity_removals
        WHERE r.account_id = OLD.account_id AND r.action = 'data_remove' AND r.sequence > OLD.sequence)
    BEGIN SELECT RAISE(ABORT, 'the activity journal is append-only'); END;
  `
}
