import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type ClientRequest, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HttpExecutor, type DownloadOptions } from 'builder-util-runtime'
import electronUpdater from 'electron-updater'
import { onTestFinished } from 'vitest'
import { stringify } from 'yaml'
import { ProgramUpdates, type Updater } from '../../../electron/shell/updates'
import { signManifest } from '../../../electron/shell/update-signature'
import { systemClock } from '../../../electron/system'
import { recordingLogger } from '../../support/small-desk'

/** What a release's server hands out. */
export type Release = { version: string; contents: Buffer; key?: KeyObject; change?: (manifest: Manifest) => Manifest }
type Manifest = { version: string; files: { url: string; sha512: string; size: number }[]; signature?: string }

export const releaseKey = generateKeyPairSync('ed25519')
export const foreignKey = generateKeyPairSync('ed25519')
const publicKey = releaseKey.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

/** As `npm run sign-updates` leaves it; `change` is what somebody did to it afterwards. */
function manifestOf({ version, contents, key = releaseKey.privateKey, change = (same) => same }: Release): Manifest {
  const sha512 = createHash('sha512').update(contents).digest('base64')
  const files = [{ url: `desk-${version}.AppImage`, sha512, size: contents.length }]
  return change({ version, files, signature: signManifest({ version, files }, key) })
}

/** Node's own requests in the place of Electron's. */
class NodeExecutor extends HttpExecutor<ClientRequest> {
  createRequest(options: RequestOptions, callback: (response: never) => void): ClientRequest {
    return request(options, (response) => callback(response as never))
  }

  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination))
      const { hostname, port, pathname: path } = url
      this.doDownload({ hostname, port, path }, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}

export type UpdateBench = {
  readonly updates: ProgramUpdates
  readonly asked: string[]
  /** How often a quit was begun, to open the program again. */
  readonly reopened: () => number
  readonly installs: (readonly [boolean, boolean])[]
  readonly log: readonly string[]
  /** Resolves when a download has ended, well or not. */
  readonly ended: () => Promise<void>
}

/** A server with that release, `served` in the place of its file, and a program of version 1.2.0 that asks there. */
export async function updateBench(release: Release, served: Buffer = release.contents): Promise<UpdateBench> {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url.split('?', 1)[0] ?? '')
    if (url.startsWith('/latest-linux')) response.end(stringify(manifestOf(release)))
    else if (url.startsWith('/desk-')) response.end(served)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const installs: (readonly [boolean, boolean])[] = []
  const logger = recordingLogger()
  const load = () =>
    Promise.resolve(realUpdater(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, installs))
  let reopened = 0
  const reopen = () => void (reopened += 1)
  const updates = new ProgramUpdates({ load, publicKey, clock: systemClock, logger, reopen })
  const ended = () =>
    new Promise<void>((resolve) => {
      const look = (): void => {
        if (updates.state().kind !== 'downloading') resolve()
      }
      updates.onChange(look)
      look()
    })
  return { updates, asked, installs, log: logger.lines, ended, reopened: () => reopened }
}

/** electron-updater's own AppImage updater, over a folder of the test's; only its installing is taken away. */
function realUpdater(url: string, installs: (readonly [boolean, boolean])[]): Updater {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const appUpdateConfigPath = join(folder, 'app-update.yml')
  writeFileSync(appUpdateConfigPath, stringify({ provider: 'generic', url, updaterCacheDirName: 'cache' }))
  process.env['APPIMAGE'] = join(folder, 'old.AppImage')
  writeFileSync(join(folder, 'old.AppImage'), 'old')
  mkdirSync(join(folder, 'data'))
  const app = {
    version: '1.2.0',
    name: 'desk',
    isPackaged: true,
    appUpdateConfigPath,
    userDataPath: join(folder, 'data'),
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined
  }
  // Its declaration hides the second parameter's type; the class is written for it.
  const updater = new electronUpdater.AppImageUpdater(null, app)
  Object.assign(updater, { httpExecutor: new NodeExecutor(), logger: null, disableDifferentialDownload: true })
  updater.on('error', () => undefined)
  updater.quitAndInstall = (isSilent = false, opens = false) => void installs.push([isSilent, opens])
  return updater
}
