import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { discover, newStore, temporaryFolder } from './support'

/** Writes intents as fast as it can and tells each one's number after its commit. */
const writer = `
  const Database = require('better-sqlite3')
  const database = new Database(process.argv[1])
  database.pragma('synchronous = FULL')
  const insert = database.prepare("INSERT INTO operations (id, account_id, app_id, kind, state, started_at, actor, request, versions_before) VALUES (?, 'a', 'tt01', 'upload', 'intended', ?, 'me', '{}', '{}')")
  for (let n = Number(process.argv[2]); ; n += 1) { insert.run(String(n), n); process.send(n) }
`

async function killedAfter(file: string, from: number, ms: number): Promise<number> {
  const child = fork('-e', [writer, file, String(from)], { stdio: 'ignore' })
  let told = from - 1
  child.on('message', (n) => (told = Number(n)))
  await once(child, 'message')
  await new Promise((resolve) => setTimeout(resolve, ms))
  child.kill('SIGKILL')
  await once(child, 'close')
  return told
}

describe('the journal under kill -9', () => {
  it('has lost no intent whose commit was told, and stays sound', async () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    discover(store, ['tt01'])
    store.close()
    const file = join(folder, 'desk.sqlite')
    let told = -1
    for (let round = 0; round < 6; round += 1) {
      const from = told + 1000
      told = await killedAfter(file, from, 5 + round * 7)
      const database = new Database(file)
      const kept = database.prepare('SELECT count(*) FROM operations WHERE started_at BETWEEN ? AND ?').pluck()
      expect(kept.get(from, told)).toBe(told - from + 1)
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      database.close()
    }
  })
})
