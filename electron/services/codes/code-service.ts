import type { TrialCode } from '@shared/domain/code'
import type { MerchantRef } from '@shared/domain/merchant'
import type { MiniCode, MiniCodeRequest, SavedCode } from '@shared/domain/mini-code'
import type { CodeStage } from '@shared/domain/version'
import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import type { Clock } from '../../ports'
import type { NewSavedCode, Store } from '../../store/repositories'
import type { AccountService } from '../account-service'
import { merchantName, notFound } from '../merchant-facts'
import type { MerchantReader } from '../merchant-reader'
import { codeGone, codeNotMade, codesNotSaved } from './code-failures'
import { requestProblems } from './code-problems'
import { dataAddress, decodeCode } from './decode-code'

/** More than an operator looks through. */
const pathsShown = 50

/** Trial QR codes (体验二维码), mini-program codes (小程序码) and reviewers' pictures. */
export class CodeService {
  private readonly store: Store
  private readonly accounts: AccountService
  private readonly reader: MerchantReader
  private readonly clock: Clock

  constructor(parts: { store: Store; accounts: AccountService; reader: MerchantReader; clock: Clock }) {
    this.store = parts.store
    this.accounts = parts.accounts
    this.reader = parts.reader
    this.clock = parts.clock
  }

  /**
   * Page "获取二维码". The picture is taken at once, as its address expires, and decoded to prove that it scans. `path`
   * is a page path with its query; a leading `/` would make the platform ignore it and is dropped.
   * Throws `DeskFailure`.
   */
  async trial(ref: MerchantRef, stage: CodeStage, path: string): Promise<TrialCode> {
    const cleanPath = path.trim().replace(/^\/+/, '')
    try {
      const { png, expiresAt } = await this.accounts
        .platform(ref.accountId)
        .merchant(ref.appId)
        .trialCode(stage, cleanPath)
      return {
        stage,
        version: this.store.merchants.versions(ref)?.[stage]?.version ?? '',
        path: cleanPath,
        image: dataAddress('image/png', png),
        text: decodeCode(png),
        readAt: this.clock.now(),
        expiresAt
      }
    } catch (error) {
      throw this.reader.failure(ref, say`读取体验码`, error)
    }
  }

  /**
   * Page "获取小程序码". What would not open or not scan is refused before it is asked for (`invalid_input` by `path` and
   * `lineColour`). Decoded once to prove that it scans; a round one, and a JPEG, can not be. Throws `DeskFailure`.
   */
  async mini(ref: MerchantRef, request: MiniCodeRequest): Promise<MiniCode> {
    if (this.store.merchants.row(ref) === null) throw notFound(ref)
    const problems = requestProblems(request)
    if (problems !== null) throw codeNotMade(problems, merchantName(this.store, ref))
    try {
      const { contentType, bytes } = await this.accounts.platform(ref.accountId).merchant(ref.appId).miniCode(request)
      this.accounts.worked(ref.accountId)
      const text = request.round ? null : decodeCode(bytes)
      return { request, image: dataAddress(contentType, bytes), text, madeAt: this.clock.now() }
    } catch (error) {
      throw this.reader.failure(ref, say`生成小程序码`, error)
    }
  }

  /** Codes that are kept, of all merchants or of these, by merchant and label. */
  saved(accountId: string, appIds: readonly string[] | null): readonly SavedCode[] {
    return this.store.savedCodes.list(accountId, appIds)
  }

  /**
   * Keeps codes without making them, all or none; one with an `id` is changed, and loses its picture if it looks otherwise
   * now. Throws `DeskFailure`: `invalid_input` by `codes.<n>.path` and `codes.<n>.lineColour`, `not_found`.
   */
  save(accountId: string, codes: readonly NewSavedCode[]): readonly SavedCode[] {
    const problems = codes.flatMap(({ request }, index) =>
      Object.entries(requestProblems(request) ?? {}).map(
        ([field, problem]) => [`codes.${index}.${field}`, problem] as const
      )
    )
    if (problems.length > 0) throw codesNotSaved(Object.fromEntries(problems))
    return this.store.savedCodes.save(accountId, codes, this.clock.now())
  }

  /** Makes the picture of a kept code; one that is there is good for ever. Throws `DeskFailure`. */
  async make(accountId: string, id: string): Promise<SavedCode> {
    const found = this.store.savedCodes.get(accountId, id)
    if (found === null) throw codeGone()
    if (found.code !== null) return found
    const code = await this.mini({ accountId, appId: found.appId }, found.request)
    return this.store.savedCodes.savePicture(id, code)
  }

  forget(accountId: string, ids: readonly string[]): { readonly forgotten: number } {
    return { forgotten: this.store.savedCodes.forget(accountId, ids) }
  }

  /** Where this merchant's kept codes lead, those changed last first. */
  paths({ accountId, appId }: MerchantRef): readonly string[] {
    const newestFirst = this.store.savedCodes.list(accountId, [appId]).toSorted((a, b) => b.changedAt - a.changedAt)
    const paths = new Set(newestFirst.map(({ request }) => request.path).filter((path) => path !== ''))
    return [...paths].slice(0, pathsShown)
  }

  /** A reviewer's picture; only addresses in this merchant's version list are read. Throws `DeskFailure`. */
  async attachment(ref: MerchantRef, url: string): Promise<{ image: string }> {
    const versions = this.store.merchants.versions(ref)
    const known = [...(versions?.audit?.reasons ?? []), ...(versions?.current?.reasons ?? [])]
    if (!known.some(({ attachmentUrl }) => attachmentUrl === url)) {
      throw new DeskFailure({
        code: 'not_found',
        message: say`审核图片没有读到`,
        reason: say`这张图片不在商家现在的审核结果里`,
        nextStep: say`请刷新商家后再看`,
        retryable: false,
        merchant: merchantName(this.store, ref),
        actor: 'operator',
        wayOut: 'merchant_versions'
      })
    }
    try {
      const { contentType, bytes } = await this.accounts.platform(ref.accountId).picture(url)
      return { image: dataAddress(contentType, bytes) }
    } catch (error) {
      throw this.reader.failure(ref, say`读取审核图片`, error)
    }
  }
}
