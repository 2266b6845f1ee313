import { z } from 'zod'
import { startProgram, type Program } from './program.ts'

const startLine = z.object({
  url: z.url(),
  controlUrl: z.url(),
  appId: z.string(),
  secret: z.string(),
  ticket: z.string()
})

const tally = z.object({ received: z.number(), carriedOut: z.number(), refused: z.number() })
const counters = z.object({
  endpoints: z.record(z.string(), tally),
  merchants: z.record(z.string(), z.record(z.string(), tally))
})

const callLog = z.object({ log: z.array(z.object({ at: z.number(), endpoint: z.string() })) })

const authorized = z.object({ appId: z.string(), redirect: z.string().nullable() })

const submission = z.object({ newest: z.object({ value: z.string(), state: z.string() }).nullable() })
const hostNames = z.array(z.string())

const merchant = z.object({
  appId: z.string(),
  name: z.string(),
  introduction: z.string(),
  icon: z.string(),
  profileChanges: z.object({ name: submission, introduction: submission, icon: submission }),
  standing: z.string(),
  hosts: z.array(z.string()),
  subject: z.object({ type: z.string(), state: z.string() }),
  categories: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      certificates: z.array(z.object({ id: z.string(), paths: z.array(z.string()) }))
    })
  ),
  onlineCategories: z.array(z.object({ id: z.string() })),
  categoryChanges: z.object({ used: z.number(), limit: z.number() }),
  domains: z.object({
    server: z.object({ request: hostNames, socket: hostNames, upload: hostNames, download: hostNames }),
    webview: hostNames
  }),
  authorization: z.object({ live: z.boolean(), permissions: z.array(z.number()) }),
  capabilities: z.record(
    z.string(),
    z.object({
      state: z.string(),
      application: z.object({ info: z.record(z.string(), z.array(z.string())) }).nullable()
    })
  ),
  tests: z.array(z.object({ version: z.string(), extJson: z.string() })),
  audit: z
    .object({ version: z.string(), status: z.string(), published: z.boolean(), hosts: z.array(z.string()) })
    .nullable(),
  gray: z.unknown(),
  current: z.object({ version: z.string(), takenDown: z.boolean() }).nullable()
})
const state = z.object({
  applicationDomains: z.object({ server: hostNames, webview: hostNames }),
  merchants: z.array(merchant),
  templates: z.array(z.object({ id: z.string(), version: z.string() })),
  templateApps: z.array(z.object({ appId: z.string(), name: z.string() }))
})

/** What happened to calls of one endpoint for one merchant; see docs/simulator.md. */
export type Tally = z.infer<typeof tally>
export type Authorized = z.infer<typeof authorized>
export type SimulatedMerchant = z.infer<typeof merchant>
/** How a review ends; without a reason a rejection takes a sample one. */
export type ReviewOutcome = { readonly outcome: 'pass' | 'reject'; readonly reason?: string; readonly advice?: string }
/** A fault as the control interface takes it; see docs/simulator.md. */
export type FaultOrder = {
  readonly kind: string
  readonly match: { endpoint?: string; appId?: string; merchants?: true }
} & Record<string, unknown>

/** The simulated platform as a process of its own, and its control over HTTP. */
export class SimulatedPlatform {
  private readonly program: Program
  private readonly start: z.infer<typeof startLine>

  private constructor(program: Program) {
    this.program = program
    this.start = startLine.parse(program.line)
  }

  /**
   * Work takes its real time (a test ends audits itself), and so do the rules' waits unless `waitFactor` shortens them.
   */
  static async start({ merchants = 24, waitFactor = 1 } = {}): Promise<SimulatedPlatform> {
    const pace = ['--time-factor', '1', '--wait-factor', String(waitFactor)]
    const args = ['--port', '0', '--seed', '1', '--merchants', String(merchants), ...pace]
    return new SimulatedPlatform(await startProgram('simulator.js', args))
  }

  /** What the application needs to talk to it. */
  environment(): Record<string, string> {
    const { url, appId, secret, ticket } = this.start
    return {
      MERCHANT_DESK_PLATFORM_URL: url,
      MERCHANT_DESK_COMPONENT_APPID: appId,
      MERCHANT_DESK_COMPONENT_SECRET: secret,
      MERCHANT_DESK_COMPONENT_TICKET: ticket
    }
  }

  /** What an operator types to connect it. */
  get credentials(): { readonly url: string; readonly appId: string; readonly secret: string } {
    const { url, appId, secret } = this.start
    return { url, appId, secret }
  }

  /** The component_ticket of this moment. */
  async ticket(): Promise<string> {
    return z.object({ ticket: z.string() }).parse(await this.ask('GET', '/ticket')).ticket
  }

  /** Pushes go there from now on, the ticket at once. */
  async pushTo(url: string, keys: { readonly token: string; readonly key: string }): Promise<void> {
    await this.ask('POST', '/push-target', { url, ...keys })
  }

  /** A merchant's way through an authorisation link; answers with its app id and where its browser is led. */
  async authorize(link: string, choice: { readonly permissions?: readonly number[] } = {}): Promise<Authorized> {
    return authorized.parse(await this.ask('POST', '/authorize', { link, ...choice }))
  }

  async setRules(rules: Readonly<Record<string, unknown>>): Promise<void> {
    await this.ask('POST', '/rules', rules)
  }

  async resetCounters(): Promise<void> {
    await this.ask('POST', '/counters/reset')
  }

  /** All calls of an endpoint, whoever they were for. */
  async total(endpoint: string): Promise<Tally> {
    const { endpoints } = counters.parse(await this.ask('GET', '/counters'))
    return endpoints[endpoint] ?? { received: 0, carriedOut: 0, refused: 0 }
  }

  /** All calls of all endpoints. */
  async allCalls(): Promise<Tally> {
    const { endpoints } = counters.parse(await this.ask('GET', '/counters'))
    const sum = (of: keyof Tally): number => Object.values(endpoints).reduce((total, each) => total + each[of], 0)
    return { received: sum('received'), carriedOut: sum('carriedOut'), refused: sum('refused') }
  }

  /** When the first call of one of these endpoints came, ms since 1970; null: none is among the newest 5,000 calls. */
  async firstCallAt(endpoints: readonly string[]): Promise<number | null> {
    const { log } = callLog.parse(await this.ask('GET', '/counters'))
    return log.find(({ endpoint }) => endpoints.includes(endpoint))?.at ?? null
  }

  async templates(): Promise<readonly { id: string; version: string }[]> {
    return state.parse(await this.ask('GET', '/state')).templates
  }

  /** A developer uploads code to a template mini program; answers with that one's name. */
  async newDraft(version: string, description: string): Promise<string> {
    const [app] = state.parse(await this.ask('GET', '/state')).templateApps
    if (!app) throw new Error('no template mini program')
    await this.ask('POST', '/draft', { templateAppId: app.appId, version, description })
    return app.name
  }

  async merchants(): Promise<readonly SimulatedMerchant[]> {
    return state.parse(await this.ask('GET', '/state')).merchants
  }

  /** The first sample merchant that satisfies all conditions. */
  async find(...conditions: readonly ((each: SimulatedMerchant) => boolean)[]): Promise<SimulatedMerchant> {
    const merchants = await this.merchants()
    const found = merchants.find((each) => conditions.every((condition) => condition(each)))
    if (!found) throw new Error('no sample merchant is in the state this test needs')
    return found
  }

  async merchant(appId: string): Promise<SimulatedMerchant> {
    const { merchants } = state.parse(await this.ask('GET', `/state?appId=${appId}`))
    const [found] = merchants
    if (!found) throw new Error(`no merchant ${appId}`)
    return found
  }

  async tally(appId: string, endpoint: string): Promise<Tally> {
    const { merchants } = counters.parse(await this.ask('GET', '/counters'))
    return merchants[appId]?.[endpoint] ?? { received: 0, carriedOut: 0, refused: 0 }
  }

  async endAudit(
    appId: string,
    outcome: 'pass' | 'reject' | 'partial',
    reasons: readonly string[] = []
  ): Promise<void> {
    await this.ask('POST', '/audit', { appId, outcome, reasons, now: true })
  }

  /** Ends the review of a name, an introduction or an icon. */
  async endProfileAudit(appId: string, item: string, outcome: ReviewOutcome): Promise<void> {
    await this.ask('POST', '/profile-audit', { appId, item, ...outcome, now: true })
  }

  /** Ends the review of a category, `"1201,1202,120204"`. */
  async endCategoryAudit(appId: string, category: string, outcome: ReviewOutcome): Promise<void> {
    await this.ask('POST', '/category-audit', { appId, category, ...outcome, now: true })
  }

  /** Ends the review of a publication of categories. */
  async endPublishAudit(appId: string, outcome: Omit<ReviewOutcome, 'advice'>): Promise<void> {
    await this.ask('POST', '/publish-audit', { appId, ...outcome, now: true })
  }

  /** Ends the review of an application for a capability. */
  async endCapabilityAudit(appId: string, key: string, outcome: Omit<ReviewOutcome, 'advice'>): Promise<void> {
    await this.ask('POST', '/capability-audit', { appId, key, ...outcome, now: true })
  }

  /** The application's own lists of domains, as its console shows them. */
  async applicationDomains(): Promise<{ readonly server: readonly string[]; readonly webview: readonly string[] }> {
    return state.parse(await this.ask('GET', '/state')).applicationDomains
  }

  async changeMerchant(appId: string, change: Readonly<Record<string, unknown>>): Promise<void> {
    await this.ask('POST', '/merchant', { appId, change })
  }

  async order(fault: FaultOrder): Promise<void> {
    await this.ask('POST', '/faults', fault)
  }

  async forgetFaults(): Promise<void> {
    await this.ask('DELETE', '/faults')
  }

  async advance(advanceMs: number): Promise<void> {
    await this.ask('POST', '/clock', { advanceMs })
  }

  /** Puts world, faults and counters back to the start. */
  async reset(): Promise<void> {
    await this.ask('POST', '/reset')
  }

  stop(): Promise<void> {
    return this.program.stop()
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(`${this.start.controlUrl}${path}`, { method, ...json })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    return JSON.parse(text)
  }
}

/** A merchant to whom everything can be done: authorised, complete, online, with nothing in review. */
export function isReady({
  standing,
  subject,
  categories,
  authorization,
  audit,
  current,
  gray,
  introduction
}: SimulatedMerchant): boolean {
  return (
    standing === 'normal' &&
    subject.state === 'approved' &&
    introduction !== '' &&
    categories.some((each) => each.state === 'approved') &&
    authorization.live &&
    authorization.permissions.includes(1) &&
    (audit === null || audit.published) &&
    gray === null &&
    current?.takenDown === false
  )
}
