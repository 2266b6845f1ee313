import { say } from '@shared/texts/say'
import { bad, good, warning, type Outcome } from '../outcome'
import type { Examination } from '../examination'

/** Whether the application's secrets are there, and for how long. */
export function secretsStep({ account }: Examination): Outcome {
  const { kind, secrets } = account()
  switch (secrets) {
    case 'missing':
      return bad(say`没有读到这个账号的密钥`, { nextStep: say`请打开系统的钥匙串，或重新填写密钥`, action: 'secrets' })
    case 'memory':
      return warning(say`密钥只在内存里，退出程序后要重新填写`, {
        nextStep: say`请启用系统的钥匙串，再重新填写密钥`,
        action: 'secrets'
      })
    case 'environment':
      return good(kind === 'practice' ? say`演练环境使用内置的密钥` : say`密钥由启动程序的环境变量给出`)
    case 'keychain':
      return good(say`密钥保存在系统的钥匙串里`)
  }
}
