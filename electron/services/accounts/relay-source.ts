import type { SourceState } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import { createRelayClient, type RelayClient, type RelayClientOptions } from '../../douyin/relay-client'
import { RelayError } from '../../douyin/relay-error'
import type { RelayState } from '../../douyin/relay-messages'
import type { MessageSource, SourceParts } from './message-source'

export type RelaySourceParts = SourceParts & {
  readonly connection: Pick<RelayClientOptions, 'url' | 'secret' | 'appId' | 'holder' | 'name' | 'random'>
}

/**
 * The relay on the agency's server as an account's source. Messages are handed over once, to the desktop that has the lease:
 * `follow(true)` begins to take them, `follow(false)` ends it.
 */
export class RelaySource implements MessageSource {
  readonly relay: RelayClient
  private readonly parts: RelaySourceParts
  private current: SourceState = { state: 'off' }
  private running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null

  /** Throws a `TypeError` for an address that a relay can not have. */
  constructor(parts: RelaySourceParts) {
    this.parts = parts
    const { connection, keys, clock, logger } = parts
    const onState = (state: RelayState): void => this.heard(state)
    this.relay = createRelayClient({ ...connection, keys: () => keys, clock, logger, onState })
  }

  state(): SourceState {
    return this.current
  }

  follow(isWriter: boolean): void {
    if (isWriter && !this.running) {
      const abort = new AbortController()
      this.running = { abort, done: this.take(abort.signal) }
    }
    if (!isWriter && this.running) {
      this.running.abort.abort()
      this.running = null
    }
  }

  async close(): Promise<void> {
    const { running } = this
    this.follow(false)
    await running?.done
    this.relay.close()
  }

  private heard(state: RelayState): void {
    this.change(state.state === 'connected' ? { state: 'connected', dropped: state.dropped } : failing(state.error))
  }

  /** The newest ticket first: the messages before it may be gone to another desktop already. Never rejects. */
  private async take(signal: AbortSignal): Promise<void> {
    const { logger, onMessage, onRefused } = this.parts
    try {
      await this.takeTicket(signal)
      for await (const message of this.relay.messages(signal)) {
        // Asking for the next one acknowledges this one: it is on the disk by then.
        if ('push' in message) onMessage(message.push)
        else if (message.refusal !== 'no_keys') onRefused(message.refusal)
      }
    } catch (error) {
      if (signal.aborted) return
      logger.error('the relay loop failed', { error: String(error) })
      this.change({
        state: 'failing',
        trouble: say`读取中继的消息时程序出错，或数据没能写入磁盘`,
        nextStep: say`请检查磁盘空间，然后重新打开程序`
      })
    }
  }

  private async takeTicket(signal: AbortSignal): Promise<void> {
    try {
      const newest = await this.relay.newestTicket(signal)
      if (newest) this.parts.onMessage(newest.push)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      this.change(failing(error))
    }
  }

  private change(state: SourceState): void {
    const before = this.current
    this.current = state
    if (JSON.stringify(before) !== JSON.stringify(state)) this.parts.onChange()
  }
}

function failing({ kind, reason, heldBy }: RelayError): SourceState {
  switch (kind) {
    case 'unreachable':
      return { state: 'failing', trouble: say`连不上中继`, nextStep: say`请检查中继地址和网络；程序会继续尝试` }
    case 'unauthorized':
      return {
        state: 'failing',
        trouble: say`中继不接受共享密钥，或没有登记这个应用`,
        nextStep: say`请核对账号设置里的中继密钥，以及中继配置里的 AppID`
      }
    case 'unexpected':
      return {
        state: 'failing',
        trouble: say`这个地址回答的不是中继`,
        nextStep: say`请核对中继地址，以及反向代理是否指向中继`
      }
    case 'refused':
      return reason === 'held'
        ? {
            state: 'failing',
            trouble: heldBy ? say`消息由另一台电脑「${heldBy.name}」接收` : say`消息由另一台电脑接收`,
            nextStep: say`不需要处理：那台电脑关闭后，这台会自动接替`
          }
        : {
            state: 'failing',
            trouble: say`中继拒绝了请求`,
            nextStep: say`程序会稍后再试；如果一直这样，请查看中继的日志`
          }
  }
}
