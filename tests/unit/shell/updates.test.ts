import { describe, expect, test } from 'vitest'
import { noUpdates, ProgramUpdates, type Updater } from '../../../electron/shell/updates'
import { recordingLogger } from '../../support/small-desk'

class StillUpdater implements Updater {
  autoDownload = true
  autoInstallOnAppQuit = true
  allowDowngrade = true
  allowPrerelease = true
  disableWebInstaller = false
  checks = 0
  checkForUpdates = () => {
    this.checks += 1
    return Promise.resolve({ isUpdateAvailable: false, updateInfo: null })
  }
  downloadUpdate = () => Promise.resolve()
  quitAndInstall = () => undefined
  on = () => undefined
}

const bench = () => {
  const updater = new StillUpdater()
  const waits: number[] = []
  const wakers: (() => void)[] = []
  const clock = {
    now: () => 1000,
    wait: (ms: number, signal?: AbortSignal) => {
      waits.push(ms)
      return new Promise<void>((resolve, reject) => {
        wakers.push(resolve)
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    }
  }
  const logger = recordingLogger()
  const load = () => Promise.resolve(updater)
  const updates = new ProgramUpdates({ load, publicKey: '', clock, logger, reopen: () => undefined })
  return { updates, updater, waits, wake: () => wakers.pop()?.(), logger }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('looking for new versions', () => {
  test('begins a minute after the start, goes on every six hours, and ends with the program', async () => {
    const { updates, updater, waits, wake, logger } = bench()
    const looking = updates.start()
    expect(waits).toEqual([60_000])
    expect(updater.checks).toBe(0)
    wake()
    await settled()
    expect(updater.checks).toBe(1)
    expect(waits).toEqual([60_000, 6 * 60 * 60_000])
    updates.stop()
    await looking
    expect(logger.lines).toEqual([])
  })

  test('lets the updater neither download, install, go back nor try what is not released by itself', async () => {
    const { updates, updater } = bench()
    expect(await updates.check()).toEqual({ kind: 'current', at: 1000 })
    const { autoDownload, autoInstallOnAppQuit, allowDowngrade, allowPrerelease, disableWebInstaller } = updater
    expect([autoDownload, autoInstallOnAppQuit, allowDowngrade, allowPrerelease]).toEqual([false, false, false, false])
    expect(disableWebInstaller).toBe(true)
  })

  test('asks once, however often the operator presses', async () => {
    const { updates, updater } = bench()
    await Promise.all([updates.check(), updates.check(), updates.check()])
    expect(updater.checks).toBe(1)
  })

  test('does not happen where there is nothing to ask, and says why', async () => {
    const updates = noUpdates('no_server')
    expect(await updates.check()).toEqual({ kind: 'off', why: 'no_server' })
  })
})
