import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { lockDataFolder } from '../../../electron/launch/instance-lock'
import { temporaryFolder } from '../../unit/store/support'
import { merchantsRead, newApplication, newSimulator, type Caller } from './support'

vi.setConfig({ testTimeout: 60_000 })

/** Only the superuser of a machine that allows it can make disks; tests/unit/store/opening-ladder.test.ts needs none. */
const canMount = ((): boolean => {
  const probe = spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d" && rmdir "$d"'])
  return probe.status === 0
})()

function smallDisk(): string {
  const folder = temporaryFolder()
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder]).status).toBe(0)
  onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

/** A closed application that knows an account with six merchants. */
async function usedFolder(): Promise<{ dataDir: string; accountId: string }> {
  const simulator = await newSimulator(6)
  const dataDir = smallDisk()
  const desk = await newApplication({ dataDir })
  const { id: accountId, ticket } = await desk.value('accounts.add', {
    ...{ name: '青禾科技', colour: '#0f766e', componentAppId: simulator.application.appId },
    ...{ secret: simulator.application.secret, messageToken: 'token', messageKey: `${'a'.repeat(42)}A` },
    ...{ relaySecret: null, settings: { openUrl: simulator.url, microappUrl: simulator.url, receiverPort: 0 } }
  })
  if (ticket.source.state !== 'listening') throw new Error('not listening')
  simulator.control.setPushTarget({ url: ticket.source.url, token: 'token', key: `${'a'.repeat(42)}A` })
  await merchantsRead(desk, accountId)
  await desk.desk.close()
  return { dataDir, accountId }
}

function fill(folder: string): string {
  const filler = join(folder, 'filler')
  for (const size of [1024 ** 2, 64 * 1024, 4096]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch {
      continue
    }
  }
  expect(statfsSync(folder).bavail).toBe(0)
  return filler
}

/** The hosts take the lock first: what can not be locked must not keep the application from being opened for reading. */
function needsNoLock(dataDir: string): void {
  const { isHeld } = lockDataFolder(dataDir)
  expect(isHeld).toBe(false)
  expect(existsSync(join(dataDir, 'instance.lock'))).toBe(false)
}

async function showsAndRefuses(desk: Caller, accountId: string): Promise<void> {
  const { openingNotices, access } = await desk.value('app.info', {})
  expect(access).toBe('reading')
  expect(openingNotices.map(({ message }) => message).join()).toContain('现在只能查看')
  expect(openingNotices[0]?.nextStep).toContain('重新打开程序')
  const { rows } = await desk.value('merchants.page', { accountId, cursor: null, limit: 50 })
  expect(rows).toHaveLength(6)
  const refused = await desk.error('merchants.setTags', { accountId, appId: rows[0]?.appId ?? '', tags: ['甲'] })
  expect(refused).toMatchObject({ code: 'storage', reason: '数据文件不能写入，程序只为查看而打开' })
  expect((await desk.error('keychain.retry', {})).code).toBe('storage')
  expect((await desk.value('safety.state', {})).access).toBe('reading')
}

describe.runIf(canMount)('a disk that can not be written to', () => {
  it('that is full opens the application for reading, and for writing when there is room again', async () => {
    const { dataDir, accountId } = await usedFolder()
    const filler = fill(dataDir)
    needsNoLock(dataDir)
    const desk = await newApplication({ dataDir })
    await showsAndRefuses(desk, accountId)
    await desk.desk.close()
    rmSync(filler)
    const again = await newApplication({ dataDir })
    expect((await again.value('app.info', {})).openingNotices).toEqual([])
    const { rows } = await again.value('merchants.page', { accountId, cursor: null, limit: 50 })
    await again.value('merchants.setTags', { accountId, appId: rows[0]?.appId ?? '', tags: ['甲'] })
    await again.desk.close()
  })

  it('that is read-only opens the application for reading', async () => {
    const { dataDir, accountId } = await usedFolder()
    expect(spawnSync('mount', ['-o', 'remount,ro', dataDir]).status).toBe(0)
    needsNoLock(dataDir)
    const desk = await newApplication({ dataDir })
    await showsAndRefuses(desk, accountId)
    await desk.desk.close()
  })
})
