import type { ExtPreview, ExtVariable } from '@shared/domain/ext-variables'
import type { MerchantRef } from '@shared/domain/merchant'
import type { MerchantName } from '@shared/errors'
import { checkExtJson } from '@shared/rules/ext-json'
import { withValues } from '@shared/rules/ext-variables'
import type { Store } from '../../store/repositories'
import { merchantName } from '../merchant-facts'

/** An ext.json as one merchant would be sent it. It can be uploaded when there are no problems. */
export type Rendering = Pick<ExtPreview, 'text' | 'problems'>

/**
 * Puts a merchant's values into an ext.json with variables, and checks the outcome. Where values are missing or do not fit there
 * is no text, and the problems are placed in the default; else they are placed in the text that is given back.
 */
export function renderExtJson(
  text: string,
  merchant: MerchantName,
  { variables, values }: { variables: readonly ExtVariable[]; values: Readonly<Record<string, string>> }
): Rendering {
  const { appId, name: merchantName } = merchant
  const filled = withValues(text, { variables, values: { ...values, appId, merchantName } })
  if (filled.problems.length > 0) return { text: null, problems: filled.problems }
  const errors = checkExtJson(filled.text, appId).filter(({ severity }) => severity === 'error')
  return { text: filled.text, problems: errors.map(({ line, column, message }) => ({ line, column, message })) }
}

/** A template's default ext.json for one merchant; null where the template has none. */
export function renderedDefault(store: Store, ref: MerchantRef, templateId: string): Rendering | null {
  const { variables, defaults } = store.extVariables.studio(ref.accountId)
  const found = defaults.find((each) => each.templateId === templateId)
  if (!found) return null
  const values = store.extVariables.valuesOf(ref)
  return renderExtJson(found.text, merchantName(store, ref), { variables, values })
}
