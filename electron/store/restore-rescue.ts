import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { stamp } from './backups'
import { pauseRollouts } from './restore-content'
import { pausedLine } from './restore-notices'

/** Renames a database with its log files; returns its new name, or null where there was none. */
export function setAside(file: string, now: number): string | null {
  const wasThere = existsSync(file)
  const aside = freeName(`${file}.damaged-${stamp(now)}`)
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending)
  }
  return wasThere ? aside : null
}

function freeName(name: string): string {
  const isTaken = (each: string) => existsSync(each) || existsSync(`${each}-wal`)
  let free = name
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`
  return free
}

/**
 * Puts the backup where the database was, its rollouts paused, and answers with how many. Without a backup the marker goes,
 * so that the next opening begins anew.
 */
export function putBackup(
  backup: string | null,
  { file, marker, now }: { readonly file: string; readonly marker: string; readonly now: number }
): number {
  if (backup === null) {
    rmSync(marker, { force: true })
    return 0
  }
  const unfinished = `${file}.restoring`
  rmSync(unfinished, { force: true })
  copyFileSync(backup, unfinished)
  const database = new Database(unfinished)
  let paused: number
  try {
    paused = pauseRollouts(database, now, pausedLine())
  } finally {
    database.close()
  }
  renameSync(unfinished, file)
  return paused
}
