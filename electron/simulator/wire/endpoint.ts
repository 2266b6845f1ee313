import { type Generation, generations, type Merchant, type WorldState } from '../world/state'
import type { World } from '../world/world'
import type { Reply } from './reply'

/** A call to an endpoint, after routing and before the world. */
export type Call = {
  readonly world: World
  /** The server's own address, for the addresses of pictures. */
  readonly baseUrl: string
  readonly query: URLSearchParams
  /** The parsed JSON body; undefined when there was none. */
  readonly body: unknown
  /** The body's form fields. Rejects with `Refusal` 40001 when it is no form. */
  readonly form: () => Promise<FormData>
  /** What a path's `*` stood for. */
  readonly rest: string
  /** Pictures of the sample data, by folder and name. */
  readonly picture: (folder: 'icons' | 'review', name: string) => Promise<Buffer | null>
}
export type MerchantCall = Call & { readonly merchant: Merchant }

type Answer = Reply | Promise<Reply>

type EndpointBase = {
  /** What faults, counters and the log call it; the same in both generations. */
  readonly name: string
  readonly generation: Generation
  readonly method: 'GET' | 'POST'
  /** Without the slash at the end; a last segment `*` stands for the rest of the path. */
  readonly path: string
  /** The code of its own for "too frequent". */
  readonly tooFrequent?: number
  /** How many calls a second it takes, of all merchants together; null: any number. */
  readonly callsPerSecond?: (state: WorldState) => number | null
  /** The code of its own for "failed, try again later". */
  readonly failure?: number
}

/** The set that the merchant must have granted, or several of which all are needed; null: none. */
export type PermissionSet = number | readonly number[] | null

/** An endpoint by the credential that it takes. */
export type Endpoint = EndpointBase &
  (
    | { readonly credential: 'none'; readonly handle: (call: Call) => Answer }
    | { readonly credential: 'component'; readonly handle: (call: Call) => Answer }
    | {
        readonly credential: 'authorizer'
        readonly permissionSet: PermissionSet
        readonly handle: (call: MerchantCall) => Answer
      }
  )

type Open = Extract<Endpoint, { credential: 'none' }>
type OfComponent = Extract<Endpoint, { credential: 'component' }>
type OfMerchant = Extract<Endpoint, { credential: 'authorizer' }>

/** An endpoint without a credential. */
export function openEndpoint(base: EndpointBase, handle: Open['handle']): Endpoint {
  return { ...base, credential: 'none', handle }
}

/** An endpoint that takes the component token. */
export function componentEndpoint(base: EndpointBase, handle: OfComponent['handle']): Endpoint {
  return { ...base, credential: 'component', handle }
}

/** An endpoint that takes a merchant's token. */
export function merchantEndpoint(
  base: EndpointBase & { readonly permissionSet: PermissionSet },
  handle: OfMerchant['handle']
): Endpoint {
  return { ...base, credential: 'authorizer', handle }
}

type Common = Omit<EndpointBase, 'generation' | 'path'> & { readonly permissionSet: PermissionSet }

/** The same endpoint in both generations. */
export function inBothGenerations(
  common: Common,
  paths: Readonly<Record<Generation, string>>,
  handle: (call: MerchantCall, generation: Generation) => Answer
): readonly Endpoint[] {
  return generations.map((generation) =>
    merchantEndpoint({ ...common, generation, path: paths[generation] }, (call) => handle(call, generation))
  )
}
