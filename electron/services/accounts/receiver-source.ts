import type { SourceState } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import type { PushRefusal } from '../../douyin/push-messages'
import { startPushReceiver, type PushReceiver } from '../../douyin/push-receiver'
import type { MessageSource, SourceParts } from './message-source'

const credentialRefusals: ReadonlySet<string> = new Set<PushRefusal>(['signature', 'key', 'recipient', 'stale'])
const isPushRefusal = (refusal: string): refusal is PushRefusal => credentialRefusals.has(refusal)

/**
 * The built-in receiver on 127.0.0.1 as an account's source. A port that is taken is a state that the operator sees, not an
 * exception: the account works on with the ticket it has.
 */
export async function receiverSource(
  parts: SourceParts & { readonly port: number; readonly segment: string }
): Promise<MessageSource & { readonly url: string | null }> {
  try {
    const receiver = await startPushReceiver({
      ...parts,
      keys: () => parts.keys,
      onMessage: (push) => {
        parts.onMessage(push)
        parts.onChange()
      },
      onRefused: (refusal) => {
        if (isPushRefusal(refusal)) parts.onRefused(refusal)
        parts.onChange()
      }
    })
    return { url: receiver.url, state: () => listening(receiver), close: () => receiver.close() }
  } catch (error) {
    const state = failing(error, parts.port)
    parts.logger.warn('the receiver did not start', { port: parts.port, error: String(error) })
    return { url: null, state: () => state, close: () => Promise.resolve() }
  }
}

function listening(receiver: PushReceiver): SourceState {
  const { accepted, repeated, refused } = receiver.stats()
  return { state: 'listening', url: receiver.url, accepted: accepted + repeated, refused }
}

function failing(error: unknown, port: number): SourceState {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null
  const trouble =
    code === 'EADDRINUSE'
      ? say`端口 ${port} 已被别的程序或账号占用`
      : code === 'EACCES'
        ? say`没有权限使用端口 ${port}`
        : say`端口 ${port} 不能使用`
  return { state: 'failing', trouble, nextStep: say`请在账号设置里换一个端口（1024 以上），并让隧道或反向代理指向它` }
}
