import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/store'
import { ForeignDatabaseError, NewerDatabaseError } from '../../../electron/store/database'
import { january } from '../support'
import { discover, newStore, storeOptions, temporaryFolder } from './support'

/** Later than any backup's own date on the disk, so that the daily one is due. */
const later = january + 400 * 365 * 24 * 60 * 60_000
const file = (folder: string): string => join(folder, 'desk.sqlite')
const backups = (folder: string): string[] => readdirSync(join(folder, 'backups')).sort()

/** A folder whose newest backup holds two merchants, like the closed database. */
function filledFolder(): string {
  const folder = temporaryFolder()
  const store = newStore(folder)
  discover(store, ['tt01', 'tt02'])
  store.close()
  openStore(storeOptions(folder, later)).close()
  return folder
}

/** Adds a newer backup: a copy of the newest, changed. */
function addBackup(folder: string, change: (path: string) => void): void {
  const path = join(folder, 'backups', 'merchant-desk-99990101T000000.sqlite')
  copyFileSync(join(folder, 'backups', backups(folder).at(-1) ?? ''), path)
  change(path)
}

function execute(path: string, sql: string): void {
  const database = new Database(path)
  database.exec(sql)
  database.close()
}

describe('restoring a backup', () => {
  it.each<[string, (path: string) => void]>([
    ['is empty', (path) => truncateSync(path, 0)],
    ['was cut in half', (path) => truncateSync(path, 8192)],
    ['is of a newer program', (path) => execute(path, 'PRAGMA user_version = 99')],
    ['is of another program', (path) => execute(path, 'PRAGMA application_id = 5')]
  ])('passes over one that %s and takes the one before it', (_what, change) => {
    const folder = filledFolder()
    addBackup(folder, change)
    writeFileSync(file(folder), 'garbage that is no database')
    const store = openStore(storeOptions(folder, later))
    expect(store.merchants.count('a')).toBe(2)
    store.close()
  })

  it('happens too where the file is gone although there was one', () => {
    const folder = filledFolder()
    rmSync(file(folder))
    const store = openStore(storeOptions(folder, later))
    expect(store.merchants.count('a')).toBe(2)
    expect(store.openingNotices.join()).toContain('数据文件不见了；已恢复备份')
    store.close()
  })

  it('never overwrites a file that was set aside before, in the same second either', () => {
    const folder = filledFolder()
    for (const text of ['the first damaged file', 'the second damaged file']) {
      writeFileSync(file(folder), text)
      openStore(storeOptions(folder, later)).close()
    }
    const aside = readdirSync(folder).filter((name) => name.includes('.damaged-'))
    expect(aside.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual([
      'the first damaged file',
      'the second damaged file'
    ])
  })
})

describe('the daily backup', () => {
  it('that can not be made does not keep the database from opening', () => {
    const folder = filledFolder()
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    const warnings: string[] = []
    const options = storeOptions(folder, later)
    const store = openStore({ ...options, logger: { ...options.logger, warn: (message) => warnings.push(message) } })
    expect(store.merchants.count('a')).toBe(2)
    expect(warnings).toEqual(['daily backup failed'])
    store.close()
  })

  it('leaves nothing behind but finished copies', () => {
    expect(backups(filledFolder()).filter((name) => !name.endsWith('.sqlite'))).toEqual([])
  })
})

describe('a file that is refused', () => {
  it.each([
    ['of a newer program', 'PRAGMA user_version = 99', NewerDatabaseError],
    ['of another program', 'PRAGMA application_id = 5', ForeignDatabaseError]
  ])('%s is not changed, what its log still holds included', (_what, sql, expected) => {
    const folder = filledFolder()
    const writer = new Database(file(folder))
    writer.exec(sql)
    const copy = join(folder, 'copy')
    mkdirSync(copy)
    for (const ending of ['', '-wal']) copyFileSync(file(folder) + ending, file(copy) + ending)
    writer.close()
    const before = ['', '-wal'].map((ending) => readFileSync(file(copy) + ending))
    expect(() => openStore(storeOptions(copy, later))).toThrow(expected)
    expect(['', '-wal'].map((ending) => readFileSync(file(copy) + ending))).toEqual(before)
  })
})
