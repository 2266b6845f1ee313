import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@shared/domain/settings'
import { newStore, temporaryFolder } from './support'

describe('settings', () => {
  it('are the defaults until they are changed, and keep a change', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    expect(store.settings.read()).toEqual(defaultSettings)
    expect(store.settings.change({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' })
    store.close()
    expect(newStore(folder).settings.read().theme).toBe('dark')
  })

  it('give way to the default where a stored value makes no sense', () => {
    const folder = temporaryFolder()
    newStore(folder).close()
    const database = new Database(join(folder, 'desk.sqlite'))
    database.exec(`INSERT INTO settings VALUES ('theme', '"pink"'), ('practiceTimeFactor', 'no json')`)
    database.close()
    expect(newStore(folder).settings.read()).toEqual(defaultSettings)
  })
})
