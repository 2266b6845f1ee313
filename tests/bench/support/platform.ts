import { z } from 'zod'
import { startProgram, type Program } from './program.ts'

const startLine = z.object({
  url: z.url(),
  controlUrl: z.url(),
  appId: z.string(),
  secret: z.string(),
  ticket: z.string()
})

const merchant = z.object({
  appId: z.string(),
  introduction: z.string(),
  standing: z.string(),
  subject: z.object({ state: z.string() }),
  categories: z.array(z.object({ state: z.string() })),
  authorization: z.object({ live: z.boolean(), permissions: z.array(z.number()) }),
  audit: z.object({ published: z.boolean() }).nullable(),
  gray: z.unknown(),
  current: z.object({ takenDown: z.boolean() }).nullable()
})
type Merchant = z.infer<typeof merchant>

const state = z.object({
  merchants: z.array(merchant),
  templates: z.array(z.object({ id: z.string(), version: z.string() }))
})

/** The simulated platform as a process of its own, whose work and waits take no time. */
export class Platform {
  private readonly program: Program
  private readonly start: z.infer<typeof startLine>

  private constructor(program: Program) {
    this.program = program
    this.start = startLine.parse(program.line)
  }

  static async start(merchants: number): Promise<Platform> {
    const pace = ['--time-factor', '1', '--wait-factor', '1000000']
    const args = ['--port', '0', '--seed', '1', '--merchants', String(merchants), ...pace]
    return new Platform(await startProgram('simulator.js', args))
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

  /** App ids of merchants to whom everything can be done. */
  async readyMerchants(): Promise<readonly string[]> {
    const { merchants } = state.parse(await this.ask('GET', '/state'))
    return merchants.filter(isReady).map(({ appId }) => appId)
  }

  async templateId(): Promise<string> {
    const [template] = state.parse(await this.ask('GET', '/state')).templates
    if (!template) throw new Error('the simulated platform has no template')
    return template.id
  }

  /** Ends the running audit well. */
  async approve(appId: string): Promise<void> {
    await this.ask('POST', '/audit', { appId, outcome: 'pass', reasons: [], now: true })
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

function isReady({ standing, subject, categories, authorization, audit, current, gray, introduction }: Merchant) {
  const isComplete = subject.state === 'approved' && introduction !== ''
  const isOurs = authorization.live && authorization.permissions.includes(1)
  const isOnline = (audit === null || audit.published) && gray === null && current?.takenDown === false
  return (
    standing === 'normal' &&
    isComplete &&
    isOurs &&
    isOnline &&
    categories.some(({ state: each }) => each === 'approved')
  )
}
