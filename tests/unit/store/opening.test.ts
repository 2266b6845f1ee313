import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/store'
import { ForeignDatabaseError, NewerDatabaseError } from '../../../electron/store/database'
import { migrate } from '../../../electron/store/migrate'
import { january } from '../support'
import { discover, newStore, storeOptions, temporaryFolder } from './support'

const day = 24 * 60 * 60_000
const merchants = Array.from({ length: 400 }, (_, index) => `tt${String(index).padStart(6, '0')}`)

/** A folder with a closed database of 400 merchants, and no backup unless asked for. */
function filledFolder(withBackup = false): string {
  const folder = temporaryFolder()
  const store = newStore(folder)
  discover(store, merchants)
  store.close()
  if (withBackup) {
    for (const old of readdirSync(join(folder, 'backups'))) truncateSync(join(folder, 'backups', old), 0)
    openStore(storeOptions(folder, january + 400 * 365 * day)).close()
  }
  return folder
}

const file = (folder: string): string => join(folder, 'desk.sqlite')
const aside = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'))

const damages: Record<string, (path: string) => void> = {
  'is garbage': (path) => writeFileSync(path, Buffer.alloc(8192, 'x')),
  'is empty though it held data': (path) => truncateSync(path, 0),
  'was cut in half': (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'has a random header': (path) => overwrite(path, 0, 100),
  'has a random page in the middle': (path) => overwrite(path, 8 * 4096, 4096),
  'has a zeroed page': (path) => overwrite(path, 6 * 4096, 4096, 0)
}

function overwrite(path: string, offset: number, length: number, value?: number): void {
  const bytes = readFileSync(path)
  for (let index = offset; index < offset + length; index += 1) bytes[index] = value ?? (index * 31 + 7) % 256
  writeFileSync(path, bytes)
}

describe('opening the database', () => {
  it('makes the folder, and keeps what was written', () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    const store = newStore(folder)
    discover(store, ['tt01'])
    store.close()
    expect(newStore(folder).merchants.count('a')).toBe(1)
  })

  it.each(Object.entries(damages))('sets a file aside that %s, and restores the backup', (_what, damage) => {
    const folder = filledFolder(true)
    damage(file(folder))
    const store = openStore(storeOptions(folder, january + day))
    expect(store.merchants.count('a')).toBe(merchants.length)
    expect(store.openingNotices.join()).toContain('已恢复备份')
    expect(aside(folder).length).toBeGreaterThan(0)
    store.close()
  })

  it('begins anew where there is no usable backup, and says where the old file is', () => {
    const folder = filledFolder()
    for (const backup of readdirSync(join(folder, 'backups'))) truncateSync(join(folder, 'backups', backup), 100)
    writeFileSync(file(folder), 'not a database at all, whatever its name says')
    const store = openStore(storeOptions(folder, january + day))
    expect(store.merchants.count('a')).toBe(0)
    expect(store.openingNotices.join()).toContain(aside(folder)[0])
    store.close()
  })

  it('refuses a database of a newer program and leaves it untouched', () => {
    const folder = filledFolder()
    const database = new Database(file(folder))
    database.pragma('user_version = 99')
    database.close()
    const before = readFileSync(file(folder))
    expect(() => openStore(storeOptions(folder))).toThrow(NewerDatabaseError)
    expect(readFileSync(file(folder)).equals(before)).toBe(true)
    expect(aside(folder)).toEqual([])
  })

  it('refuses the database of another program and leaves it where it is', () => {
    const folder = temporaryFolder()
    const database = new Database(file(folder))
    database.exec('CREATE TABLE theirs (x); PRAGMA user_version = 7')
    database.close()
    expect(() => openStore(storeOptions(folder))).toThrow(ForeignDatabaseError)
    expect(existsSync(file(folder))).toBe(true)
  })

  it('keeps seven backups at most, one a day', () => {
    const folder = filledFolder()
    const far = january + 400 * 365 * day
    for (const days of Array(9).keys()) openStore(storeOptions(folder, far + days * day)).close()
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(7)
  })

  it('lets two programs on one file see each other’s work', () => {
    const folder = temporaryFolder()
    const one = newStore(folder)
    const other = newStore(folder)
    discover(one, ['tt01'])
    expect(other.merchants.count('a')).toBe(1)
  })
})

describe('a change of the schema', () => {
  const good = { version: 1, sql: 'CREATE TABLE one (x); INSERT INTO one VALUES (1)' }
  const bad = { version: 2, sql: 'CREATE TABLE two (x); INSERT INTO nowhere VALUES (1)' }

  it('that fails leaves the version before it, with its data', () => {
    const database = new Database(':memory:')
    expect(() => migrate(database, [good, bad], () => undefined)).toThrow('nowhere')
    expect(database.pragma('user_version', { simple: true })).toBe(1)
    expect(database.prepare('SELECT count(*) FROM one').pluck().get()).toBe(1)
    expect(() => database.prepare('SELECT * FROM two')).toThrow('two')
    database.close()
  })

  it('is preceded by a backup where there is data, and only there', () => {
    const database = new Database(':memory:')
    const backups: string[] = []
    migrate(database, [good], () => backups.push('at first'))
    expect(backups).toEqual([])
    migrate(database, [good, { version: 2, sql: 'CREATE TABLE two (x)' }], () => backups.push('before 2'))
    expect(backups).toEqual(['before 2'])
    database.close()
  })
})
