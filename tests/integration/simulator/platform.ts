import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readSampleData } from '../../../electron/simulator/sample/sample-data'
import { expect, onTestFinished } from 'vitest'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../electron/simulator'
import { readJson, writeJson } from '../../../electron/simulator/wire/json'

export const resourcesDir = resolve(import.meta.dirname, '../../../resources')
const { merchants: samples } = await readSampleData(resourcesDir)

/** Merchants of the sample data by what they are samples of. */
export const merchants = {
  upToDate: idOf('山茶与海手作茶饮'),
  inReview: idOf('麦田里窑烤面包'),
  approved: idOf('剪影造型美发沙龙'),
  rejected: idOf('铁馆自由训练健身'),
  partial: idOf('毛球星球宠物生活馆'),
  takenDown: idOf('微笑里口腔诊所'),
  lost: idOf('泡泡龙自助洗车'),
  withoutDevelopment: idOf('花间一壶鲜花'),
  empty: idOf('字里行间独立书店'),
  gray: idOf('云栖山房民宿'),
  secondChannel: idOf('小橡树双语幼儿园'),
  incomplete: idOf('蓝鲸选品便利店'),
  withdrawn: idOf('慢煮咖啡'),
  firstVersion: idOf('修达人手机快修'),
  nameReset: idOf('拾光亲子摄影'),
  appBanned: idOf('黑白键钢琴艺术'),
  subjectBanned: idOf('洁净先生干洗'),
  unverified: idOf('清源堂推拿养生馆'),
  person: idOf('巷子深处私房小馆'),
  nameInReview: idOf('半岛海鲜大排档环岛路总店'),
  introductionRejected: idOf('果然鲜水果超市'),
  iconRejected: idOf('裁云定制服装'),
  categoryRejected: idOf('静谷瑜伽普拉提'),
  categoryUnpublished: idOf('小橡树双语幼儿园'),
  fiveCategories: idOf('云栖山房民宿'),
  noCategoryChanges: idOf('剪影造型美发沙龙'),
  categoryInvalid: idOf('看得清眼镜'),
  categoryPilot: idOf('铁馆自由训练健身'),
  bookstore: idOf('晨光里亲子阅读与手作体验馆（天府二街店）')
}

function idOf(name: string): string {
  const found = samples.find((merchant) => merchant.name === name)
  if (found === undefined) throw new Error(`no sample merchant ${name}`)
  return found.appId
}

export type Answer = { status: number; logIdHeader: string | null; contentType: string; bytes: Buffer; body: unknown }
type Sent = { token?: string; query?: Record<string, string>; body?: unknown }

/** The simulated platform with a clock that stands still unless control moves it, and a caller of its endpoints. */
export class Platform {
  readonly simulator: Simulator

  constructor(simulator: Simulator) {
    this.simulator = simulator
  }

  get control() {
    return this.simulator.control
  }

  async send(method: 'GET' | 'POST', path: string, { token, query, body }: Sent = {}): Promise<Answer> {
    const response = await fetch(`${this.simulator.url}${path}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { 'access-token': token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' })
      },
      ...(body === undefined ? {} : { body: writeJson(body) })
    })
    return answerOf(response)
  }

  /** Sends a form with files, V2 by its token, V1 by its query. */
  async sendForm(
    path: string,
    credential: string | Record<string, string>,
    fields: Record<string, string | Buffer>
  ): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') body.set(name, value)
      else body.set(name, new Blob([new Uint8Array(value)]), 'file')
    }
    const query = typeof credential === 'string' ? '' : new URLSearchParams(credential).toString()
    const headers = typeof credential === 'string' ? { 'access-token': credential } : {}
    return answerOf(await fetch(`${this.simulator.url}${path}?${query}`, { method: 'POST', headers, body }))
  }

  async componentToken(path = '/openapi/v2/auth/tp/token/'): Promise<string> {
    const { appId, secret } = this.simulator.application
    const query = { component_appid: appId, component_appsecret: secret, component_ticket: this.simulator.ticket() }
    return textAt((await this.send('GET', path, { query })).body, 'component_access_token')
  }

  /** A merchant's V2 token, from nothing but the component token. */
  async merchantToken(appId: string): Promise<string> {
    const code = await this.retrieve(appId)
    const grant = await this.exchange(textAt(code.body, 'data', 'authorization_code'))
    return textAt(grant.body, 'data', 'authorizer_access_token')
  }

  /** What a V1 call carries for a merchant: the application's id and both tokens of V1. */
  async credentialsOfV1(appId: string): Promise<Record<string, string>> {
    const component_access_token = await this.componentToken('/openapi/v1/auth/tp/token')
    const query = { component_appid: this.simulator.application.appId, component_access_token }
    const asked = { ...query, authorization_appid: appId }
    const code = await this.send('POST', '/openapi/v1/auth/retrieve', { query: asked })
    const authorization_code = textAt(code.body, 'authorization_code')
    const exchange = { ...query, grant_type: 'app_to_tp_authorization_code', authorization_code }
    const grant = await this.send('GET', '/openapi/v1/oauth/token', { query: exchange })
    return { ...query, authorizer_access_token: textAt(grant.body, 'authorizer_access_token') }
  }

  async retrieve(appId: string): Promise<Answer> {
    const token = await this.componentToken()
    return this.send('POST', '/api/tpapp/v2/auth/retrieve_auth_code/', { token, body: { authorization_appid: appId } })
  }

  async exchange(code: string): Promise<Answer> {
    const query = { grant_type: 'app_to_tp_authorization_code', authorization_code: code }
    return this.send('GET', '/api/tpapp/v2/auth/get_auth_token/', { token: await this.componentToken(), query })
  }

  async refresh(refreshToken: string): Promise<Answer> {
    const query = { grant_type: 'app_to_tp_refresh_token', authorizer_refresh_token: refreshToken }
    return this.send('GET', '/api/tpapp/v2/auth/get_auth_token/', { token: await this.componentToken(), query })
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const contentType = response.headers.get('content-type') ?? ''
  return {
    status: response.status,
    logIdHeader: response.headers.get('x-tt-logid'),
    contentType,
    bytes,
    body: contentType.startsWith('application/json') ? readJson(bytes.toString()) : null
  }
}

/** Starts a platform that ends with the test. Real time stands still at a fixed moment. */
export async function startPlatform(options: Partial<SimulatorOptions> = {}): Promise<Platform> {
  const simulator = await startSimulator({
    port: 0,
    seed: 7,
    merchants: 28,
    timeFactor: 1,
    waitFactor: 1,
    resourcesDir,
    now: () => Date.UTC(2026, 5, 1, 4),
    ...options
  })
  onTestFinished(() => simulator.close())
  return new Platform(simulator)
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** What is at a place in a parsed body. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | null)?.[key], value)
}

export function textAt(value: unknown, ...path: (string | number)[]): string {
  const text = at(value, ...path)
  if (typeof text !== 'string') throw new Error(`no text at ${path.join('.')} in ${writeJson(value)}`)
  return text
}

/** The code of a V2 or a V1 answer. */
export function codeOf(answer: Answer): unknown {
  return at(answer.body, 'err_no') ?? at(answer.body, 'errno')
}

/** Stands in an expected value for any text that fits. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)
