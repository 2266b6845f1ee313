import type { UpdatesOff, UpdateState } from '@shared/domain/update'
import type { AssignedError } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock, Logger, Updates } from '../ports'
import { isSigned, readManifest } from './update-signature'

/** As much of electron-updater as is used. */
export interface Updater {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  allowDowngrade: boolean
  allowPrerelease: boolean
  disableWebInstaller: boolean
  checkForUpdates(): Promise<{ readonly isUpdateAvailable: boolean; readonly updateInfo: unknown } | null>
  downloadUpdate(): Promise<unknown>
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void
  on(event: 'download-progress', listener: (progress: { percent: number }) => void): unknown
}

export type ProgramUpdatesParts = {
  /** Loaded when it is first needed, so that no start waits for it. */
  readonly load: () => Promise<Updater>
  /** The releases' public key, see `update-signature.ts`. */
  readonly publicKey: string
  readonly clock: Clock
  readonly logger: Logger
  /** Begins an ordinary quit, at whose end what is ready is installed and the program opened again. */
  readonly reopen: () => void
}

/** The first look after a start, and those after it, in milliseconds. */
const firstCheckMs = 60_000
const checkEveryMs = 6 * 60 * 60_000

/** For a program that does not look for new versions. */
export function noUpdates(why: UpdatesOff): Updates {
  const state: UpdateState = { kind: 'off', why }
  return {
    state: () => state,
    check: () => Promise.resolve(state),
    install: () => undefined,
    onChange: () => () => undefined
  }
}

/**
 * New versions from a server of the agency's or the maker's: looked for, their signature checked, downloaded behind (the
 * download's hash is in what was signed), and installed at a quit, never while the program runs. An older version is none.
 */
export class ProgramUpdates implements Updates {
  private readonly parts: ProgramUpdatesParts
  private readonly listeners = new Set<(state: UpdateState) => void>()
  private readonly stopping = new AbortController()
  private current: UpdateState = { kind: 'idle', at: null }
  private updater: Promise<Updater> | null = null
  private checking: Promise<UpdateState> | null = null

  constructor(parts: ProgramUpdatesParts) {
    this.parts = parts
  }

  state(): UpdateState {
    return this.current
  }

  onChange(listener: (state: UpdateState) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** What is being asked, downloaded or ready already is not asked for again. */
  check(): Promise<UpdateState> {
    const { kind } = this.current
    if (kind === 'downloading' || kind === 'ready') return Promise.resolve(this.current)
    this.checking ??= this.ask().finally(() => (this.checking = null))
    return this.checking
  }

  /** Looks a minute after the start, then every six hours, until `stop`. Never rejects. */
  async start(): Promise<void> {
    const { clock } = this.parts
    try {
      await clock.wait(firstCheckMs, this.stopping.signal)
      for (;;) {
        await this.check()
        await clock.wait(checkEveryMs, this.stopping.signal)
      }
    } catch (error) {
      if (!this.stopping.signal.aborted) this.parts.logger.error('updates ended', { error: String(error) })
    }
  }

  stop(): void {
    this.stopping.abort()
  }

  install(): void {
    this.parts.reopen()
  }

  /**
   * At the end of a quit: begins to install what is ready, which ends the program, and says whether it did. A rollout that was
   * running goes on at the next start, and does so with the version that began it.
   */
  async installAtQuit(isRolloutRunning: boolean, opensAgain: boolean): Promise<boolean> {
    if (this.current.kind !== 'ready' || isRolloutRunning) return false
    const updater = await this.loaded()
    updater.quitAndInstall(true, opensAgain)
    return true
  }

  private async ask(): Promise<UpdateState> {
    const { clock } = this.parts
    this.become({ kind: 'checking' })
    try {
      const updater = await this.loaded()
      const found = await updater.checkForUpdates()
      if (!found?.isUpdateAvailable) return this.become({ kind: 'current', at: clock.now() })
      const manifest = readManifest(found.updateInfo)
      if (!manifest || !isSigned(manifest, this.parts.publicKey)) return this.fail(unsigned(), 'not signed')
      void this.download(updater, manifest.version)
      return this.become({ kind: 'downloading', version: manifest.version, percent: 0 })
    } catch (error) {
      return this.fail(notAsked(), reasonOf(error))
    }
  }

  private async download(updater: Updater, version: string): Promise<void> {
    try {
      await updater.downloadUpdate()
      this.become({ kind: 'ready', version })
    } catch (error) {
      this.fail(notDownloaded(version), reasonOf(error))
    }
  }

  private loaded(): Promise<Updater> {
    this.updater ??= this.parts.load().then((updater) => this.prepared(updater))
    return this.updater
  }

  private prepared(updater: Updater): Updater {
    updater.autoDownload = false // its signature is looked at first
    updater.autoInstallOnAppQuit = false // a rollout may be running then
    updater.allowDowngrade = false
    updater.allowPrerelease = false
    updater.disableWebInstaller = true
    updater.on('download-progress', ({ percent }) => {
      if (this.current.kind !== 'downloading') return
      const whole = Math.floor(percent)
      if (whole !== this.current.percent) this.become({ ...this.current, percent: whole })
    })
    return updater
  }

  private become(state: UpdateState): UpdateState {
    this.current = state
    for (const listener of this.listeners) listener(state)
    return state
  }

  private fail(error: AssignedError, reason: string): UpdateState {
    this.parts.logger.warn('no update', { reason })
    return this.become({ kind: 'failed', error })
  }
}

/** electron-updater's messages hold addresses and whole answers: only the code or the first line is kept. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.message.split('\n', 1)[0]?.slice(0, 200) ?? error.name
}

const notAsked = (): AssignedError => ({
  code: 'network',
  message: say`没有查到新版本`,
  reason: say`更新服务器没有给出可用的回答`,
  nextStep: say`请检查网络后再试；程序会在 6 小时内自己再查`,
  retryable: true,
  actor: 'operator',
  wayOut: 'retry'
})

const unsigned = (): AssignedError => ({
  code: 'not_possible_now',
  message: say`新版本没有采用`,
  reason: say`更新服务器上的版本没有发布者的签名`,
  nextStep: say`请不要从别处下载安装，并告诉程序的发布者`,
  retryable: true,
  actor: 'developer',
  wayOut: 'support'
})

const notDownloaded = (version: string): AssignedError => ({
  code: 'network',
  message: say`新版本 ${version} 没有下载成功`,
  reason: say`下载中断，或收到的文件和签名的内容不符`,
  nextStep: say`请再检查一次更新；如果再次出现，请告诉程序的发布者`,
  retryable: true,
  actor: 'operator',
  wayOut: 'retry'
})
