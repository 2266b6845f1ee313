import type { ExtPreview, ExtStudio, ExtValues, ExtVariable } from '@shared/domain/ext-variables'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { Store } from '../../store/repositories'
import { merchantName, notFound } from '../merchant-facts'
import { inChunks } from '../setup/chunks'
import { defaultProblem, valueProblems, variableProblems, type FieldProblems } from './ext-problems'
import { renderExtJson } from './ext-rendering'
import { uploadRequest } from './upload-request'

/** `text: null`: the template's default as it is kept. */
export type PreviewOrder = {
  readonly accountId: string
  readonly templateId: string
  readonly text: string | null
  readonly appIds: readonly string[]
}

/**
 * ext.json: a default per template with variables, the merchants' values, and what comes out of them. Nothing here is sent to
 * the platform. All methods throw `DeskFailure`.
 */
export class ExtService {
  private readonly store: Store
  private readonly clock: Clock

  constructor(parts: { store: Store; clock: Clock }) {
    this.store = parts.store
    this.clock = parts.clock
  }

  studio(accountId: string): ExtStudio {
    return this.store.extVariables.studio(accountId)
  }

  /** Replaces them all. `invalid_input` by `variables.<n>.name` and `variables.<n>.fallback`. */
  saveVariables(accountId: string, variables: readonly ExtVariable[]): ExtStudio {
    refuse(say`变量没有保存`, variableProblems(variables))
    this.store.extVariables.saveVariables(accountId, variables)
    return this.studio(accountId)
  }

  /** `text: null` takes it out. `invalid_input` by `text`, with line and column, for what could be uploaded for no merchant. */
  saveDefault(accountId: string, templateId: string, text: string | null): ExtStudio {
    if (text === null) {
      this.store.extVariables.forgetDefault(accountId, templateId)
      return this.studio(accountId)
    }
    const problem = defaultProblem(text, this.studio(accountId).variables)
    refuse(say`默认 ext.json 没有保存`, problem === null ? {} : { text: problem })
    this.store.extVariables.saveDefault(accountId, { templateId, text, changedAt: this.clock.now() })
    return this.studio(accountId)
  }

  /** Of all merchants that have any. */
  values(accountId: string): readonly ExtValues[] {
    return this.store.extVariables.values(accountId)
  }

  /** Replaces the values of these merchants, of all or of none. `invalid_input` by `merchants.<n>.values.<name>`. */
  saveValues(accountId: string, merchants: readonly ExtValues[]): { readonly saved: number } {
    const { variables } = this.studio(accountId)
    refuse(say`变量的值没有保存`, valueProblems(merchants, variables, this.values(accountId)))
    this.store.extVariables.saveValues(accountId, merchants)
    return { saved: merchants.length }
  }

  /** What these merchants would be sent, in their order. `not_found` for a template without a default, or a merchant. */
  async preview({ accountId, templateId, text, appIds }: PreviewOrder): Promise<readonly ExtPreview[]> {
    const { variables, defaults } = this.studio(accountId)
    const source = text ?? defaults.find((each) => each.templateId === templateId)?.text
    if (source === undefined) throw noDefault()
    const previews: ExtPreview[] = []
    await inChunks(appIds, (chunk) => {
      for (const appId of chunk) previews.push(this.previewOf({ accountId, appId }, source, variables))
    })
    return previews
  }

  private previewOf(ref: MerchantRef, source: string, variables: readonly ExtVariable[]): ExtPreview {
    const { merchants, extVariables, operations } = this.store
    if (merchants.row(ref) === null) throw notFound(ref)
    const merchant = merchantName(this.store, ref)
    return {
      ...merchant,
      ...renderExtJson(source, merchant, { variables, values: extVariables.valuesOf(ref) }),
      lastUploaded: uploadRequest.safeParse(operations.lastRequest(ref, 'upload')).data?.extJson ?? null
    }
  }
}

function refuse(message: string, fields: FieldProblems): void {
  const [reason] = Object.values(fields)
  if (reason === undefined) return
  const nextStep = say`请修改标出的内容后再保存`
  throw new DeskFailure({
    code: 'invalid_input',
    message,
    reason,
    nextStep,
    retryable: false,
    actor: 'operator',
    fields
  })
}

function noDefault(): DeskFailure {
  return new DeskFailure({
    code: 'not_found',
    message: say`没有可以预览的 ext.json`,
    reason: say`这个模板还没有默认的 ext.json`,
    nextStep: say`请先写好并保存它的默认 ext.json`,
    retryable: false,
    actor: 'operator',
    wayOut: 'templates'
  })
}
