/** A third-party application (第三方小程序应用), or the practice environment (演练环境). Holds no secret. */
export type Account = {
  readonly id: string
  readonly kind: 'practice' | 'platform'
  readonly name: string
  /** `#rrggbb`, shown as a line under the top bar. */
  readonly colour: string
  readonly componentAppId: string
  readonly connection: Connection
  readonly settings: AccountSettings
  /** `environment`: given by the process's environment, or built in; they can not be changed here. */
  readonly secrets: 'keychain' | 'memory' | 'environment' | 'missing'
  readonly ticket: TicketState
  readonly credentials: CredentialProofs
  readonly sharing: Sharing
}

/** Whether the account can call the platform at present; `trouble` is a sentence for the operator. */
export type Connection =
  | { readonly state: 'untried' }
  | { readonly state: 'working'; readonly since: number }
  | { readonly state: 'failing'; readonly since: number; readonly trouble: string }

/** Where component tickets and pushed events come from. */
export const ticketSources = ['receiver', 'relay', 'paste'] as const
export type TicketSource = (typeof ticketSources)[number]

export type AccountSettings = {
  readonly ticketSource: TicketSource
  /** Port of the built-in receiver on 127.0.0.1; 0 takes any free one (a tunnel needs a fixed one). */
  readonly receiverPort: number
  /** Address of the relay on the agency's server; null where none is used. Its secret is kept apart. */
  readonly relayUrl: string | null
  /** Base addresses of the two generations; `https:`, or `http:` on this machine. */
  readonly openUrl: string
  readonly microappUrl: string
  /** `http://host:port` of a proxy, without user and password; null: none. */
  readonly proxyUrl: string | null
  /** Where a merchant lands after authorising (`redirect_uri`), below 授权域名; null: nowhere. */
  readonly redirectUrl: string | null
}

export const defaultAccountSettings: AccountSettings = {
  ticketSource: 'receiver',
  receiverPort: 8790,
  relayUrl: null,
  openUrl: 'https://open.douyin.com',
  microappUrl: 'https://open.microapp.bytedance.com',
  proxyUrl: null,
  redirectUrl: null
}

/** The newest component_ticket, without its value, and how its source does. Times are milliseconds since 1970. */
export type TicketState = {
  readonly receivedAt: number | null
  readonly expiresAt: number | null
  /** Where the newest one came from. */
  readonly from: TicketSource | 'environment' | null
  readonly source: SourceState
}

/**
 * `listening`: the receiver's address, secret path included: whoever knows it can send, but nothing unsigned is accepted.
 * `refused`: messages that were not accepted since the start, by reason. `waiting`: nothing to do (paste).
 */
export type SourceState =
  | { readonly state: 'off' }
  | { readonly state: 'waiting' }
  | {
      readonly state: 'listening'
      readonly url: string
      readonly accepted: number
      readonly refused: Readonly<Record<string, number>>
    }
  | { readonly state: 'connected'; readonly dropped: number }
  | { readonly state: 'failing'; readonly trouble: string; readonly nextStep: string }

/** The four things that 添加账号 asks for. */
export const credentialFields = ['componentAppId', 'secret', 'messageToken', 'messageKey'] as const
export type CredentialField = (typeof credentialFields)[number]

/** `untested`: nothing has shown yet whether it is right; `hint` says what would. */
export type CredentialProof =
  | { readonly state: 'right'; readonly at: number }
  | { readonly state: 'wrong'; readonly at: number; readonly hint: string }
  | { readonly state: 'untested'; readonly hint: string }

export type CredentialProofs = Readonly<Record<CredentialField, CredentialProof>>

/**
 * How this computer shares the application with others. `alone`: no relay, so nobody can be asked; `rivals` counts tokens
 * that were refused before their end, which another program with the same credentials causes. With a relay, one desktop is
 * the writer and hands its tokens to the readers; `cut_off`: the relay does not answer and the lease ran out.
 */
export type Sharing =
  | { readonly role: 'alone'; readonly rivals: { readonly count: number; readonly lastAt: number } | null }
  | { readonly role: 'writer' }
  | { readonly role: 'reader'; readonly heldBy: string | null }
  | { readonly role: 'cut_off'; readonly trouble: string }

/**
 * The operating system's keychain. `unopened`: not needed so far. `memory`: there is none, and the operator chose to go on
 * with secrets that end with this run.
 */
export type KeychainState = 'unopened' | 'ready' | 'memory' | 'missing' | 'locked' | 'silent'
