import { authorizationEndpoints } from './authorization-endpoints'
import { basicInformationEndpoints } from './basic-information-endpoints'
import { capabilityEndpoints } from './capability-endpoints'
import { categoryEndpoints } from './category-endpoints'
import { domainEndpoints } from './domain-endpoints'
import type { Endpoint } from './endpoint'
import { auditEndpoints, packageEndpoints } from './package-endpoints'
import { invitationEndpoints } from './invitation-endpoints'
import { miniCodeEndpoints } from './mini-code-endpoints'
import { ownCapabilityEndpoints } from './own-capability-endpoints'
import { pictureEndpoints } from './picture-endpoints'
import { profileEndpoints } from './profile-endpoints'
import { standingEndpoints } from './standing-endpoints'
import { templateEndpoints } from './template-endpoints'

/** Everything that the simulated platform answers, control aside. */
export const endpoints: readonly Endpoint[] = [
  ...authorizationEndpoints,
  ...invitationEndpoints,
  ...templateEndpoints,
  ...basicInformationEndpoints,
  ...profileEndpoints,
  ...categoryEndpoints,
  ...domainEndpoints,
  ...standingEndpoints,
  ...packageEndpoints,
  ...auditEndpoints,
  ...miniCodeEndpoints,
  ...capabilityEndpoints,
  ...ownCapabilityEndpoints,
  ...pictureEndpoints
]

export type Route = { readonly endpoint: Endpoint; readonly rest: string }

/** The endpoint behind a method and a path; a slash at the end makes no difference. */
export function routeOf(method: string, path: string): Route | null {
  const plain = path.replace(/\/$/, '')
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue
    if (endpoint.path === plain) return { endpoint, rest: '' }
    const folder = endpoint.path.endsWith('/*') ? endpoint.path.slice(0, -1) : null
    if (folder !== null && plain.startsWith(folder)) return { endpoint, rest: plain.slice(folder.length) }
  }
  return null
}
