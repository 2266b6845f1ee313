import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../../electron/store'
import { BusyDatabaseError, UnwritableDatabaseError } from '../../../electron/store/database'
import { january } from '../support'
import { discover, execute, newStore, storeOptions, temporaryFolder } from './support'

const day = 24 * 60 * 60_000
const file = (folder: string): string => join(folder, 'desk.sqlite')

function filledFolder(): string {
  const folder = temporaryFolder()
  const store = newStore(folder)
  discover(store, ['tt01', 'tt02', 'tt03'])
  store.close()
  return folder
}

function refusing(code: string): () => never {
  return () => {
    throw new Database.SqliteError('refused', code)
  }
}

describe('a database that another program holds', () => {
  it('is waited for twice, then refused and left as it is', () => {
    const folder = filledFolder()
    const other = new Database(file(folder))
    onTestFinished(() => void other.close())
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    const before = statSync(file(folder)).mtimeMs
    expect(() => openStore({ ...storeOptions(folder), lockPatienceMs: 20 })).toThrow(BusyDatabaseError)
    expect(statSync(file(folder)).mtimeMs).toBe(before)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })

  it('is opened when it is let go between the two', () => {
    const folder = filledFolder()
    const refuse = refusing('SQLITE_BUSY')
    let asked = 0
    const store = openStore({
      ...storeOptions(folder),
      prove: () => {
        asked += 1
        if (asked === 1) refuse()
      }
    })
    onTestFinished(() => store.close())
    expect(asked).toBe(2)
    expect(store.safety.access).toBe('writing')
  })
})

describe('a database whose folder could not be locked', () => {
  it('is opened for reading although it could be written to, and stays as it is', () => {
    const folder = filledFolder()
    // SQLite puts its two files beside the database for whoever reads it.
    const ours = () => readdirSync(folder).filter((name) => !/-(?:shm|wal)$/.test(name))
    const before = { bytes: readFileSync(file(folder)), names: ours() }
    const store = openStore({ ...storeOptions(folder), onlyReading: true })
    onTestFinished(() => store.close())
    expect(store.merchants.count('a')).toBe(3)
    expect(store.safety.access).toBe('reading')
    discover(store, ['tt04'])
    expect({ bytes: readFileSync(file(folder)), names: ours() }).toEqual(before)
  })

  it('is not made where there is none', () => {
    const folder = temporaryFolder()
    expect(() => openStore({ ...storeOptions(folder), onlyReading: true })).toThrow(UnwritableDatabaseError)
    expect(existsSync(file(folder))).toBe(false)
  })
})

describe('a database that can not be written to', () => {
  it.each(['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE'])(
    'because of %s is opened for reading, said so, and not repaired',
    (code) => {
      const folder = filledFolder()
      const before = readFileSync(file(folder))
      const store = openStore({ ...storeOptions(folder), prove: refusing(code) })
      onTestFinished(() => store.close())
      expect(store.merchants.count('a')).toBe(3)
      expect(store.safety.access).toBe('reading')
      expect(store.openingNotices.join()).toContain(code)
      discover(store, ['tt04'])
      expect(readFileSync(file(folder)).equals(before)).toBe(true)
      expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
    }
  )

  it('shows what stands in the log of a program that was killed', () => {
    const folder = filledFolder()
    const other = new Database(file(folder))
    other.pragma('journal_mode = WAL')
    other.exec("UPDATE merchants SET note = '在日志里'")
    onTestFinished(() => void other.close())
    const store = openStore({ ...storeOptions(folder), prove: refusing('SQLITE_FULL') })
    onTestFinished(() => store.close())
    expect(store.merchants.row({ accountId: 'a', appId: 'tt01' })?.note).toBe('在日志里')
  })

  it('writes again at the next start, when there is room', () => {
    const folder = filledFolder()
    openStore({ ...storeOptions(folder), prove: refusing('SQLITE_FULL') }).close()
    const store = openStore(storeOptions(folder))
    onTestFinished(() => store.close())
    expect(store.safety.access).toBe('writing')
    expect(store.openingNotices).toEqual([])
  })
})

describe('a folder in the place of the database', () => {
  it('is set aside, and the backup takes its place', () => {
    const folder = filledFolder()
    openStore(storeOptions(folder, january + 400 * 365 * day)).close()
    rmSync(file(folder))
    mkdirSync(file(folder))
    const store = openStore(storeOptions(folder, january + day))
    onTestFinished(() => store.close())
    expect(store.merchants.count('a')).toBe(3)
    const [aside = ''] = readdirSync(folder).filter((name) => name.includes('damaged'))
    expect(statSync(join(folder, aside)).isDirectory()).toBe(true)
  })
})

describe('a backup that takes the place of a damaged database', () => {
  it('has its rollouts paused, as what they planned may have been done since', () => {
    const folder = filledFolder()
    execute(
      folder,
      `INSERT INTO rollouts (id, account_id, plan, wave_names, state, created_at, actor)
       VALUES ('r1', 'a', '{}', '[]', 'running', 1, '小王'), ('r2', 'a', '{}', '[]', 'finished', 1, '小王')`
    )
    const store = openStore(storeOptions(folder, january + 400 * 365 * day))
    store.safety.backUp()
    store.close()
    rmSync(file(folder))
    const rescued = openStore(storeOptions(folder, january + day))
    const notices = rescued.openingNotices.join()
    rescued.close()
    const database = new Database(file(folder))
    onTestFinished(() => void database.close())
    expect(database.prepare('SELECT id, state FROM rollouts ORDER BY id').all()).toEqual([
      { id: 'r1', state: 'paused' },
      { id: 'r2', state: 'finished' }
    ])
    expect(database.prepare('SELECT text FROM rollout_log').pluck().all().join()).toContain('已暂停')
    expect(notices).toContain('1 次没有结束的批量发布已暂停')
    expect(existsSync(`${file(folder)}.restoring`)).toBe(false)
  })
})
