import { createHash } from 'node:crypto'
import type { Account, AccountSettings } from '@shared/domain/account'
import { DeskFailure } from '@shared/errors'
import { isAllowedPlatformUrl } from '@shared/rules/platform-url'
import { say } from '@shared/texts/say'
import { isMessageKey } from '../../douyin/push-messages'
import type { StoredAccount } from '../../store/repositories'
import type { AccountSecrets } from './secret-store'

/** The colour of the practice environment, which no other account may have. */
export const practiceColour = '#6d28d9'

/** The same application at the same address is the same account, also after it was removed. */
export function accountIdOf(componentAppId: string, openUrl: string): string {
  return createHash('sha256').update(`${openUrl} ${componentAppId}`).digest('hex').slice(0, 12)
}

/** Account and secrets as they shall be kept. */
export type AccountDraft = { readonly account: StoredAccount; readonly secrets: AccountSecrets }

/**
 * Checks a draft against the other open accounts and the rules that need no platform. Throws `DeskFailure` `invalid_input`
 * with a text for each field that is wrong.
 */
export function checkDraft({ account, secrets }: AccountDraft, others: readonly Account[]): void {
  const fields = {
    ...nameProblems(account, others),
    ...(isMessageKey(secrets.messageKey) ? {} : { messageKey: say`要正好 43 个字符，只含字母、数字、+ 和 /` }),
    ...settingsProblems(account.settings),
    ...relayProblems(account.settings, secrets)
  }
  const [problem] = Object.values(fields)
  if (problem === undefined) return
  throw new DeskFailure({
    code: 'invalid_input',
    message: say`账号没有保存`,
    reason: problem,
    nextStep: say`请修改标出的内容后再保存`,
    retryable: false,
    actor: 'operator',
    fields
  })
}

function nameProblems({ name, colour }: StoredAccount, others: readonly Account[]): Record<string, string> {
  return {
    ...(others.some((each) => each.name === name) ? { name: say`另一个账号已经叫这个名字，容易混淆` } : {}),
    ...(colour === practiceColour ? { colour: say`这个颜色留给演练环境` } : {}),
    ...(others.some((each) => each.colour === colour) ? { colour: say`另一个账号已经用了这个颜色，容易混淆` } : {})
  }
}

function settingsProblems(settings: AccountSettings): Record<string, string> {
  const problems: Record<string, string> = {}
  const needsSafe = say`要以 https:// 开头；只有本机地址可以用 http://`
  if (!isAllowedPlatformUrl(settings.openUrl)) problems['settings.openUrl'] = needsSafe
  if (!isAllowedPlatformUrl(settings.microappUrl)) problems['settings.microappUrl'] = needsSafe
  if (settings.redirectUrl !== null && !isAllowedPlatformUrl(settings.redirectUrl)) {
    problems['settings.redirectUrl'] = needsSafe
  }
  if (settings.proxyUrl !== null && !isProxyUrl(settings.proxyUrl)) {
    problems['settings.proxyUrl'] = say`要像 http://主机:端口，不含用户名和密码`
  }
  return problems
}

function relayProblems({ ticketSource, relayUrl }: AccountSettings, { relaySecret }: AccountSecrets) {
  if (ticketSource !== 'relay') return {}
  return {
    ...(relayUrl === null || !isAllowedPlatformUrl(relayUrl)
      ? { 'settings.relayUrl': say`请填写中继的地址：以 https:// 开头；只有本机地址可以用 http://` }
      : {}),
    ...(relaySecret === null ? { relaySecret: say`请填写与中继共享的密钥` } : {})
  }
}

function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, pathname, search, hash } = new URL(text)
  return protocol === 'http:' && username === '' && password === '' && pathname === '/' && search === '' && hash === ''
}

/** What is given replaces what is there; a field that is `undefined` stays. */
export function merged<Value extends object>(
  before: Value,
  change: { readonly [Key in keyof Value]?: Value[Key] | undefined } = {}
): Value {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return Object.assign({}, before, Object.fromEntries(given))
}
