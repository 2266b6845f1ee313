/** Endpoints whose calls share one allowance, as the documentation groups them. */
export type EndpointGroup =
  | 'authorization'
  | 'links'
  | 'templates'
  | 'basic_information'
  | 'profile'
  | 'categories'
  | 'domains'
  | 'standing'
  | 'materials'
  | 'package_versions'
  | 'codes'
  | 'capabilities'
  | 'capability_reasons'
  | 'capability_applications'
  | 'video_mount'
  | 'pictures'

/**
 * Requests per second that the documentation allows a group, less one: requests do not arrive as evenly as they are begun.
 * 能力申请 allows each of its three endpoints 10 (page `apply_capacity/capacity_list`).
 */
export const groupRates: Readonly<Partial<Record<EndpointGroup, number>>> = {
  capabilities: 9,
  capability_reasons: 9,
  capability_applications: 9
}

/** What the client has to know of an endpoint before it calls it. */
export type Endpoint = {
  /** The Chinese name in the documentation; names the call in errors, and finds its error codes. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly host: 'open' | 'microapp'
  /** With its trailing slash, which is part of every documented V2 address. */
  readonly path: string
  /** Whose token goes into the header `access-token`. V1 and V2 tokens never mix; all of these take the V2 one. */
  readonly token: 'none' | 'component' | 'merchant'
  /** A read may be repeated at any time; a write only when it did not reach the platform. */
  readonly effect: 'read' | 'write'
  readonly group: EndpointGroup
}
