import type { OperationOutcome, UploadDefaults } from '@shared/contract'
import type { MerchantRef } from '@shared/domain/merchant'
import { DeskFailure } from '@shared/errors'
import { checkExtJson, defaultExtJson } from '@shared/rules/ext-json'
import { unfilledVariables } from '@shared/rules/ext-variables'
import type { MerchantClient, Receipt } from '../douyin/platform'
import type { Store } from '../store/repositories'
import { merchantName } from './merchant-facts'
import { invalidExtJson } from './operation-failures'
import type { OperationRunner } from './operation-runner'
import { renderedDefault } from './templates/ext-rendering'
import { uploadRequest } from './templates/upload-request'

export type UploadInput = MerchantRef & {
  readonly templateId: string
  readonly version: string
  readonly description: string
  readonly extJson: string
}

export type SubmitInput = MerchantRef & {
  readonly expectedVersion: string
  readonly resubmit: boolean
  readonly hosts: readonly string[]
  readonly note: string
}

export type ExpectedInput = MerchantRef & { readonly expectedVersion: string }

/**
 * For whom an operation is done: the rollout it belongs to, or null for an operator's own. `readAt`: see `OperationPlan`; it is
 * null where it is left out.
 */
export type OperationOrigin = { readonly rolloutId: string | null; readonly readAt?: number | null }

const byHand: OperationOrigin = { rolloutId: null }

/** What changes a merchant's versions. All methods throw `DeskFailure` as `OperationRunner` says. */
export class VersionOperations {
  private readonly runner: OperationRunner
  private readonly store: Store

  constructor(runner: OperationRunner, store: Store) {
    this.runner = runner
    this.store = store
  }

  /** Page "提交代码". Repeating it with the same version replaces the test version of the default channel. */
  async upload(
    { accountId, appId, ...request }: UploadInput,
    { rolloutId, readAt = null }: OperationOrigin = byHand
  ): Promise<OperationOutcome> {
    const ref = { accountId, appId }
    const wrong = checkExtJson(request.extJson, appId).find(({ severity }) => severity === 'error')
    const problem = wrong ?? unfilledVariables(request.extJson)[0]
    if (problem) throw new DeskFailure(invalidExtJson(problem, merchantName(this.store, ref)))
    return this.runner.run({
      ref,
      kind: 'upload',
      expectedVersion: null,
      version: request.version,
      hosts: [],
      summary: request.description,
      request,
      rolloutId,
      readAt,
      send: (merchant) => merchant.upload({ ...request, channel: '' })
    })
  }

  /**
   * What the upload dialog starts from: the last accepted upload of this merchant, with the default ext.json of its template as
   * it is for this merchant, where there is one that can be uploaded; without an upload the smallest ext.json.
   */
  uploadDefaults(ref: MerchantRef): UploadDefaults {
    const last = uploadRequest.safeParse(this.store.operations.lastRequest(ref, 'upload')).data
    if (!last) return { templateId: null, version: '', description: '', extJson: defaultExtJson(ref.appId) }
    const { text, problems } = renderedDefault(this.store, ref, last.templateId) ?? { text: null, problems: [] }
    return text === null || problems.length > 0 ? last : { ...last, extJson: text }
  }

  /** Page "提审代码"; `resubmit` sends the rejected version again (`audit_way` 1). */
  submit(
    { accountId, appId, expectedVersion, resubmit, hosts, note }: SubmitInput,
    { rolloutId, readAt = null }: OperationOrigin = byHand
  ): Promise<OperationOutcome> {
    return this.runner.run({
      ref: { accountId, appId },
      kind: resubmit ? 'resubmit' : 'submit',
      expectedVersion,
      version: expectedVersion,
      hosts,
      summary: null,
      request: { note },
      rolloutId,
      readAt,
      send: (merchant) => merchant.submit({ hosts, note, resubmit, channel: '' })
    })
  }

  /** Page "撤回审核". */
  withdraw(input: ExpectedInput, origin: OperationOrigin = byHand): Promise<OperationOutcome> {
    return this.plain('withdraw', input, origin, (merchant) => merchant.withdraw())
  }

  /** Page "发布代码": on all hosts the version passed. */
  release(input: ExpectedInput, origin: OperationOrigin = byHand): Promise<OperationOutcome> {
    return this.plain('release', input, origin, (merchant) => merchant.release())
  }

  /** Page "回退代码版本"; takes effect after 3 to 5 minutes. `expectedVersion` is the version it returns to. */
  rollback(input: ExpectedInput, origin: OperationOrigin = byHand): Promise<OperationOutcome> {
    return this.plain('rollback', input, origin, (merchant) => merchant.rollback())
  }

  private plain(
    kind: 'withdraw' | 'release' | 'rollback',
    { accountId, appId, expectedVersion }: ExpectedInput,
    { rolloutId, readAt = null }: OperationOrigin,
    send: (merchant: MerchantClient) => Promise<Receipt>
  ): Promise<OperationOutcome> {
    return this.runner.run({
      ref: { accountId, appId },
      kind,
      expectedVersion,
      version: expectedVersion,
      hosts: [],
      summary: null,
      request: {},
      rolloutId,
      readAt,
      send
    })
  }
}
