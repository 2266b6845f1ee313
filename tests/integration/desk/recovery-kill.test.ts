import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openStore } from '../../../electron/store'
import { january } from '../../unit/support'
import { discover, newStore, storeOptions, temporaryFolder } from '../../unit/store/support'
import { forkedRun } from './forked'
import { openUntil } from './recovery-child'

vi.setConfig({ testTimeout: 60_000 })

const steps = ['ordered', 'backed_up', 'carried', 'cleared', 'swapped'] as const

/** Three merchants, of which the backup that is ordered to be restored has two. */
function orderedFolder(): string {
  const folder = temporaryFolder()
  const store = newStore(folder)
  discover(store, ['tt01', 'tt02'])
  store.safety.backUp()
  discover(store, ['tt03'])
  const [backup] = store.safety.backups()
  store.safety.order(backup?.path ?? '', backup?.at ?? 0)
  store.close()
  return folder
}

async function killedAt(folder: string, step: (typeof steps)[number]): Promise<void> {
  const { file, backupDir } = storeOptions(folder)
  const child = forkedRun('recovery-child.ts', openUntil, { file, backupDir, step })
  const isGone = () => expect(existsSync(join(folder, `reached-${step}`)), child.errors()).toBe(true)
  await vi.waitFor(isGone, { timeout: 30_000, interval: 20 })
  await child.kill()
}

describe('a restore that is cut off', () => {
  it.each(steps)('at "%s" is carried out at the next start, and loses neither database', async (step) => {
    const folder = orderedFolder()
    await killedAt(folder, step)
    const store = openStore(storeOptions(folder, january + 60_000))
    expect(store.merchants.count('a')).toBe(2)
    expect(store.safety.restored?.kind).toBe('done')
    expect(store.safety.pending()).toBeNull()
    const kept = store.safety.backups().filter(({ reason }) => reason === 'restore')
    expect(kept.length).toBeGreaterThan(0)
    store.close()
    expect(existsSync(join(folder, 'restore'))).toBe(false)
    const again = openStore(storeOptions(folder, january + 120_000))
    expect(again.safety.restored).toBeNull()
    expect(again.merchants.count('a')).toBe(2)
    again.close()
  })
})

describe('a restore that can not be carried out', () => {
  it('leaves the present database, and says so, where what waits was damaged', () => {
    const folder = orderedFolder()
    writeFileSync(join(folder, 'restore', 'incoming.sqlite'), 'not a database at all')
    const store = openStore(storeOptions(folder, january + 60_000))
    expect(store.merchants.count('a')).toBe(3)
    expect(store.openingNotices.join()).toContain('没有通过检查')
    store.close()
  })

  it('leaves the present database and the order where the present one can not be backed up first', () => {
    const folder = orderedFolder()
    const options = storeOptions(folder, january + 60_000)
    const notAFolder = join(folder, 'a-file')
    writeFileSync(notAFolder, '')
    const store = openStore({ ...options, backupDir: notAFolder })
    expect(store.merchants.count('a')).toBe(3)
    expect(store.openingNotices.join()).toContain('下次打开程序时会再试')
    expect(store.safety.pending()).not.toBeNull()
    store.close()
  })

  it('puts the backup in the place of a present database that is damaged, which is kept', () => {
    const folder = orderedFolder()
    writeFileSync(join(folder, 'desk.sqlite'), Buffer.alloc(8192, 'x'))
    const store = openStore(storeOptions(folder, january + 60_000))
    expect(store.merchants.count('a')).toBe(2)
    store.close()
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1)
  })
})
