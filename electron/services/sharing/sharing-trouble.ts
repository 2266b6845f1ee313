import { say } from '@shared/texts/say'
import { RelayError } from '../../douyin/relay-error'

/**
 * Why the tokens at the relay can not be used. `none`: no desktop has left any. `unopened`: they are there, sealed with
 * another secret of the application, or damaged.
 */
export type SharingFault = 'none' | 'unopened'

/** Rejects a borrowing. Holds nothing of the tokens. */
export class SharingError extends Error {
  override readonly name = 'SharingError'
  readonly fault: SharingFault

  constructor(fault: SharingFault) {
    super(`shared tokens: ${fault}`)
    this.fault = fault
  }
}

/** What the operator is told of a failure of the sharing. */
export function sharingTrouble(error: unknown): string {
  if (error instanceof RelayError) return relayTrouble(error)
  if (!(error instanceof SharingError)) return say`令牌没有存入这台电脑`
  switch (error.fault) {
    case 'none':
      return say`中继上还没有令牌：负责更新的电脑还没有交出来`
    case 'unopened':
      return say`中继上的令牌打不开：请核对各台电脑填写的 AppSecret 是否相同`
  }
}

function relayTrouble({ kind, reason }: RelayError): string {
  switch (kind) {
    case 'unreachable':
      return say`连不上中继`
    case 'unauthorized':
      return say`中继不接受这个密钥，或没有登记这个应用`
    case 'unexpected':
      return say`中继地址上的回答不是中继给出的`
    case 'refused':
      return reason === 'too_large' ? say`令牌太多，超过了中继能保存的大小，别的电脑拿不到新令牌` : say`中继拒绝了请求`
  }
}
