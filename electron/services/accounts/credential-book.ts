import { type CredentialField, type CredentialProof, type CredentialProofs } from '@shared/domain/account'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { PushRefusal } from '../../douyin/push-messages'
import type { Clock } from '../../ports'
import type { SealedValues } from './sealed-values'

const name = 'credential-proofs'

const untested: Readonly<Record<CredentialField, () => string>> = {
  componentAppId: () => say`收到平台推送的消息，或用票据换到接口凭据后就知道`,
  secret: () => say`收到票据后，会自动向平台验证`,
  messageToken: () => say`收到平台推送的第一条消息后就知道（每 10 分钟一条）`,
  messageKey: () => say`收到平台推送的第一条消息后就知道（每 10 分钟一条）`
}

const proof: z.ZodType<CredentialProof> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('right'), at: z.number() }),
  z.object({ state: z.literal('wrong'), at: z.number(), hint: z.string() }),
  z.object({ state: z.literal('untested'), hint: z.string() })
])
const proofs: z.ZodType<CredentialProofs> = z.object({
  componentAppId: proof,
  secret: proof,
  messageToken: proof,
  messageKey: proof
})

type Blame = { readonly field: CredentialField; readonly hint: () => string }

/** What a refused message says about a credential; nothing for the other refusals. */
const messageBlame: Readonly<Partial<Record<PushRefusal, Blame>>> = {
  signature: { field: 'messageToken', hint: () => say`收到的消息签名不符：请核对平台控制台里的消息验证 TOKEN` },
  key: { field: 'messageKey', hint: () => say`签名正确但解不开消息：请核对平台控制台里的消息加密解密 KEY` },
  recipient: { field: 'componentAppId', hint: () => say`消息是发给另一个第三方小程序应用的：请核对 AppID` }
}

const codeBlame: Readonly<Record<string, Blame>> = {
  '40003': { field: 'componentAppId', hint: () => say`平台找不到这个第三方小程序应用（40003）：请核对 AppID` },
  '40038': {
    field: 'secret',
    hint: () => say`平台不接受这个 AppSecret（40038）：请到密钥管理里核对，或重置后重新填写`
  }
}

/** What has shown which of an account's four credentials are right. Kept sealed beside them. */
export class CredentialBook {
  private readonly values: SealedValues
  private readonly clock: Clock
  private proofs: CredentialProofs

  constructor(values: SealedValues, clock: Clock) {
    this.values = values
    this.clock = clock
    const kept = values.read(name)
    const parsed = proofs.safeParse(kept === null ? null : JSON.parse(kept))
    this.proofs = parsed.success ? inPresentWords(parsed.data) : nothingProven()
  }

  read(): CredentialProofs {
    return this.proofs
  }

  /** A message was verified, decrypted and meant for us. */
  messageAccepted(): boolean {
    return this.right('componentAppId', 'messageToken', 'messageKey')
  }

  /**
   * A message was not accepted. Anyone can send one with a bad signature, so it blames the token only until a good message
   * has come; the other two carry a good signature and are evidence at any time.
   */
  messageRefused(refusal: PushRefusal): boolean {
    const blame = messageBlame[refusal]
    if (!blame) return false
    if (refusal === 'signature' && this.proofs.messageToken.state === 'right') return false
    const told = this.wrong(blame.field, blame.hint())
    return refusal === 'signature' ? told : this.right('messageToken') || told
  }

  /** The platform gave a component token: app id and secret belong together. */
  tokenIssued(): boolean {
    return this.right('componentAppId', 'secret')
  }

  /** The platform refused a component token with this code. */
  tokenRefused(platformCode: string | undefined): boolean {
    const blame = codeBlame[platformCode ?? '']
    return blame ? this.wrong(blame.field, blame.hint()) : false
  }

  /** These were changed: what was known of them is void. */
  changed(fields: readonly CredentialField[]): void {
    if (fields.length === 0) return
    const fresh = nothingProven()
    this.put(Object.fromEntries(fields.map((field) => [field, fresh[field]])))
  }

  private right(...fields: readonly CredentialField[]): boolean {
    const news = fields.filter((field) => this.proofs[field].state !== 'right')
    if (news.length === 0) return false
    const at = this.clock.now()
    this.put(Object.fromEntries(news.map((field) => [field, { state: 'right', at } as const])))
    return true
  }

  private wrong(field: CredentialField, hint: string): boolean {
    const before = this.proofs[field]
    if (before.state === 'wrong' && before.hint === hint) return false
    this.put({ [field]: { state: 'wrong', at: this.clock.now(), hint } })
    return true
  }

  private put(news: Partial<CredentialProofs>): void {
    this.proofs = { ...this.proofs, ...news }
    this.values.save(name, JSON.stringify(this.proofs))
  }
}

/** What is still to be waited for is said in the language that is spoken now; what was found wrong stays as it was said then. */
function inPresentWords(kept: CredentialProofs): CredentialProofs {
  const fresh = nothingProven()
  const of = (field: CredentialField): CredentialProof =>
    kept[field].state === 'untested' ? fresh[field] : kept[field]
  return {
    componentAppId: of('componentAppId'),
    secret: of('secret'),
    messageToken: of('messageToken'),
    messageKey: of('messageKey')
  }
}

/** Nothing has shown yet whether they are right. */
export function nothingProven(): CredentialProofs {
  const of = (field: CredentialField): CredentialProof => ({ state: 'untested', hint: untested[field]() })
  return {
    componentAppId: of('componentAppId'),
    secret: of('secret'),
    messageToken: of('messageToken'),
    messageKey: of('messageKey')
  }
}
