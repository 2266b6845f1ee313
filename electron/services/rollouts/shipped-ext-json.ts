import type { RolloutWork } from '@shared/domain/rollout'
import type { MerchantName } from '@shared/errors'
import { defaultExtJson } from '@shared/rules/ext-json'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import type { Store } from '../../store/repositories'
import { renderExtJson, type Rendering } from '../templates/ext-rendering'

export type Ship = Extract<RolloutWork, { readonly kind: 'ship' }>

/** `isSmallest`: the template has no default, so that the smallest ext.json that an upload needs is sent. */
export type ShippedExtJson = Rendering & { readonly isSmallest: boolean }

/**
 * What a `ship` sends as ext.json, merchant by merchant: the plan's own text or the template's default, with the merchant's
 * values as they are kept now. Nothing can be uploaded where there are problems.
 */
export function shippedExtJson(
  store: Store,
  accountId: string,
  { templateId, extJson }: Pick<Ship, 'templateId' | 'extJson'>
): (merchant: MerchantName) => ShippedExtJson {
  const { variables, defaults } = store.extVariables.studio(accountId)
  const text = extJson ?? defaults.find((each) => each.templateId === templateId)?.text ?? null
  return ({ appId, name }) => {
    if (text === null) return { text: defaultExtJson(appId), problems: [], isSmallest: true }
    const values = store.extVariables.valuesOf({ accountId, appId })
    return { ...renderExtJson(text, { appId, name }, { variables, values }), isSmallest: false }
  }
}

/** What keeps an ext.json from being uploaded, in one line; the first three findings. */
export function extJsonTrouble(problems: Rendering['problems']): string {
  const messages = [...new Set(problems.map(({ message }) => message))]
  const shown = clauses(messages.slice(0, 3))
  return messages.length > 3
    ? say`ext.json 不能上传：${shown}；还有 ${messages.length - 3} 处`
    : say`ext.json 不能上传：${shown}`
}
