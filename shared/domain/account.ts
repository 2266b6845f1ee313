/** A third-party application (第三方小程序应用), or the practice environment (演练环境). */
export type Account = {
  readonly id: string
  readonly kind: 'practice' | 'platform'
  readonly name: string
  /** `#rrggbb`, shown as a line under the top bar. */
  readonly colour: string
  readonly componentAppId: string
  readonly connection: Connection
}

/** Whether the account can call the platform at present; `trouble` is a sentence for the operator. */
export type Connection =
  | { readonly state: 'untried' }
  | { readonly state: 'working'; readonly since: number }
  | { readonly state: 'failing'; readonly since: number; readonly trouble: string }
