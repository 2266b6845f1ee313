import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { leave } from '../../../electron/shell/leaving'
import { guardQuit } from '../../../electron/shell/quit-guard'
import { canOpenAgain, Reopening } from '../../../electron/shell/reopening'
import { signManifest } from '../../../electron/shell/update-signature'
import { noUpdates, ProgramUpdates, type Updater } from '../../../electron/shell/updates'
import type { Updates } from '../../../electron/ports'
import { recordingLogger } from '../../support/small-desk'

afterEach(() => vi.useRealTimers())

const argv = ['/opt/desk', '--data=/data', 'merchant-desk://today', 'MERCHANT-DESK://today', '--lang=zh']

/** What the program did, in order. */
function bench({ isPossible = true }: { isPossible?: boolean } = {}) {
  const did: unknown[] = []
  const reopening = new Reopening({
    ...{ argv, isPossible },
    quit: () => void did.push('quit'),
    relaunch: (args) => void did.push(args)
  })
  const leaves = (updates: Updates, isRolloutRunning = false) =>
    leave({ updates, reopening, isRolloutRunning, logger: recordingLogger(), exit: () => void did.push('exit') })
  return { did, reopening, leaves }
}

const key = generateKeyPairSync('ed25519')
const publicKey = key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const release = { version: '1.3.0', files: [{ url: 'desk.exe', sha512: `${'A'.repeat(86)}==`, size: 1 }] }
const signed = { ...release, signature: signManifest(release, key.privateKey) }

/** A new version that was downloaded, and what its installer was told. */
async function readyUpdates(reopening: Reopening, installing: () => void = () => undefined) {
  const installs: (readonly [boolean, boolean])[] = []
  const updater: Updater = {
    ...{ autoDownload: true, autoInstallOnAppQuit: true, allowDowngrade: true, allowPrerelease: true },
    disableWebInstaller: false,
    checkForUpdates: () => Promise.resolve({ isUpdateAvailable: true, updateInfo: signed }),
    downloadUpdate: () => Promise.resolve(),
    quitAndInstall: (isSilent, opensAgain) => {
      installing()
      installs.push([isSilent, opensAgain])
    },
    on: () => undefined
  }
  const clock = { now: () => 0, wait: () => new Promise<void>(() => undefined) }
  const load = () => Promise.resolve(updater)
  const reopen = () => reopening.begin()
  const updates = new ProgramUpdates({ load, clock, reopen, publicKey, logger: recordingLogger() })
  await updates.check()
  await vi.waitFor(() => expect(updates.state().kind).toBe('ready'))
  return { updates, installs }
}

describe('opening the program again', () => {
  test('is ordered by an ordinary quit, and happens at its very end, without the link that this start came with', async () => {
    const { did, reopening, leaves } = bench()
    reopening.begin()
    expect(did).toEqual(['quit'])
    await leaves(noUpdates('no_server'))
    expect(did).toEqual(['quit', ['--data=/data', '--lang=zh'], 'exit'])
  })

  test('does not come of a quit that the operator began', async () => {
    const { did, leaves } = bench()
    await leaves(noUpdates('no_server'))
    expect(did).toEqual(['exit'])
  })

  test('does not come of a later quit, where the operator was asked and stayed', async () => {
    const { did, reopening, leaves } = bench()
    let close: (event: { preventDefault(): void }) => void = () => undefined
    guardQuit({
      window: { on: (_name, listener) => void (close = listener) },
      question: () => Promise.resolve({ message: '1 个批量发布等着到点开始。', detail: '' }),
      ask: () => Promise.resolve(false),
      quit: () => void did.push('left'),
      onStay: () => reopening.stay()
    })
    reopening.begin()
    close({ preventDefault: () => undefined })
    await new Promise((resolve) => setImmediate(resolve))
    await leaves(noUpdates('no_server'))
    expect(did).toEqual(['quit', 'exit'])
  })

  test('is left to the installer of a new version that is ready', async () => {
    const { did, reopening, leaves } = bench()
    const { updates, installs } = await readyUpdates(reopening)
    vi.useFakeTimers()
    updates.install()
    await leaves(updates)
    expect(installs).toEqual([[true, true]])
    expect(did).toEqual(['quit'])
    vi.advanceTimersByTime(60_000)
    expect(did).toEqual(['quit', 'exit'])
  })

  test('is not wanted of the installer at a quit that the operator began', async () => {
    const { reopening, leaves } = bench()
    const { updates, installs } = await readyUpdates(reopening)
    vi.useFakeTimers()
    await leaves(updates)
    expect(installs).toEqual([[true, false]])
  })

  test('happens with the present version where a rollout runs, or the new one can not be installed', async () => {
    for (const isRolloutRunning of [true, false]) {
      const { did, reopening, leaves } = bench()
      const { updates } = await readyUpdates(reopening, () => {
        throw new Error('no installer')
      })
      reopening.begin()
      await leaves(updates, isRolloutRunning)
      expect(did).toEqual(['quit', ['--data=/data', '--lang=zh'], 'exit'])
    }
  })

  test('is never tried where it does not work', async () => {
    const { did, reopening, leaves } = bench({ isPossible: false })
    reopening.begin()
    await leaves(noUpdates('no_server'))
    expect(did).toEqual(['quit', 'exit'])
  })
})

describe('whether the program can open itself again', () => {
  const start = { isPackaged: true, isServed: false, environment: {} }
  test.each([
    ['an installed program', true, start],
    ['a checkout', true, { ...start, isPackaged: false }],
    [
      'a checkout that is started from a terminal in an AppImage',
      true,
      { ...start, isPackaged: false, environment: { APPIMAGE: '/terminal.AppImage' } }
    ],
    ['an AppImage, whose mount goes with it', false, { ...start, environment: { APPIMAGE: '/desk.AppImage' } }],
    ['a page from a server that goes with it', false, { ...start, isPackaged: false, isServed: true }]
  ])('%s: %s', (_name, expected, how) => {
    expect(canOpenAgain(how)).toBe(expected)
  })
})
