import { codeAddressLifeMs } from './durations'
import { digest } from './random'
import { Refusal } from './refusal'
import type { Merchant } from './state'
import { versionOfStage } from './versions'
import type { World } from './world'

/** What a trial code leads to. `version` is null for the online stage, whose code never changes. */
export type TrialCode = {
  readonly appId: string
  readonly stage: string
  readonly version: string | null
  readonly path: string
}

/** 获取二维码. A path that starts with `/` is ignored. Throws `Refusal` 40030 (stage empty) and 40001 (no such stage). */
export function trialCode(merchant: Merchant, stage: string, path: string): TrialCode {
  const version = versionOfStage(merchant, stage)
  if (version === undefined) throw new Refusal(40030)
  return {
    appId: merchant.appId,
    stage,
    version: stage === 'current' ? null : version,
    path: path.startsWith('/') ? '' : path
  }
}

/** The text that a phone reads from the code. */
export function trialCodeText(code: TrialCode): string {
  const query = new URLSearchParams({ app_id: code.appId, stage: code.stage })
  if (code.version !== null) query.set('version', code.version)
  if (code.path !== '') query.set('path', code.path)
  return `https://z.douyin.com/mp?${query.toString()}`
}

/** The signed query of an address that shows a code's picture until half an hour from now. */
export function signedQuery(world: World, code: TrialCode): URLSearchParams {
  const expires = String(Math.floor((world.now() + codeAddressLifeMs) / 1000))
  const text = trialCodeText(code)
  return new URLSearchParams({ text, 'x-expires': expires, 'x-signature': signature(world, text, expires) })
}

/** The text behind a signed query, or null when the address expired or was altered. */
export function textOfSignedQuery(world: World, query: URLSearchParams): string | null {
  const [text, expires] = [query.get('text') ?? '', query.get('x-expires') ?? '']
  if (signature(world, text, expires) !== query.get('x-signature')) return null
  return Number(expires) * 1000 > world.now() ? text : null
}

function signature(world: World, text: string, expires: string): string {
  return digest(world.state.seed, 'code address', text, expires).slice(0, 32)
}
