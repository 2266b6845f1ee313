import { say } from '@shared/texts/say'
import type { Examination } from '../examination'
import { bad, good, skipped, type Outcome } from '../outcome'

/** Whether token and key fit the messages that came. */
export function decryptionStep({ account }: Examination): Outcome {
  const { messageToken, messageKey } = account().credentials
  for (const proof of [messageToken, messageKey]) {
    if (proof.state === 'wrong') {
      return bad(proof.hint, { nextStep: say`请到平台控制台核对，然后重新填写`, action: 'secrets' })
    }
  }
  if (messageToken.state === 'untested') return skipped(say`消息验证 TOKEN 还没有验证：${messageToken.hint}`)
  if (messageKey.state === 'untested') return skipped(say`消息加密解密 KEY 还没有验证：${messageKey.hint}`)
  return good(say`消息验证 TOKEN 和消息加密解密 KEY 都正确`)
}
