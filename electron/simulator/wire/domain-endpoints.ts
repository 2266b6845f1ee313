import { z } from 'zod'
import { changeServerDomains, changeWebviewDomains, requireCompany, webviewCheckFile } from '../world/domains'
import type { Generation } from '../world/state'
import { componentEndpoint, type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { parseBody } from './parameters'
import type { Reply } from './reply'

const permissionSet = 2

/** 域名: a merchant's server and webview domains, and the file that proves a webview domain of the application. */
export const domainEndpoints: readonly Endpoint[] = [
  serverDomains('v2', '/api/apps/v2/domain/modify_server_domain'),
  serverDomains('v1', '/openapi/v1/microapp/app/modify_server_domain'),
  webviewDomains('v2', '/api/apps/v2/domain/modify_webview_domain'),
  webviewDomains('v1', '/openapi/v1/microapp/app/modify_webview_domain'),
  componentEndpoint(
    {
      ...{ name: 'get_webview_check_file_info', generation: 'v2', method: 'GET' },
      path: '/api/tpapp/v2/doamin/get_webview_check_file_info' // the platform's own spelling
    },
    ({ world }) => {
      const { name, content } = webviewCheckFile(world)
      return { kind: 'data', data: { file_name: name, file_content: content } }
    }
  ),
  componentEndpoint(
    {
      ...{ name: 'get_webview_check_file_info', generation: 'v1', method: 'GET' },
      path: '/openapi/v1/tp/download/webview_file'
    },
    ({ world }) => {
      const { name, content } = webviewCheckFile(world)
      return { kind: 'file', contentType: 'text/plain', bytes: Buffer.from(content), fileName: name }
    }
  )
]

const action = z.enum(['add', 'delete', 'set', 'get'])
const domains = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? undefined)
const serverBody = z.object({ action, request: domains, socket: domains, upload: domains, download: domains })
const webviewBody = z.object({ action, webview: domains })

function serverDomains(generation: Generation, path: string): Endpoint {
  const handle = ({ world, merchant, body }: MerchantCall): Reply => {
    const asked = parseBody(serverBody, body)
    if (asked.action === 'get') return { kind: 'data', data: merchant.domains.server }
    const { request, socket, upload, download } = asked
    changeServerDomains(world, merchant, asked.action, { request, socket, upload, download })
    return { kind: 'data' }
  }
  return merchantEndpoint({ name: 'modify_server_domain', generation, method: 'POST', path, permissionSet }, handle)
}

function webviewDomains(generation: Generation, path: string): Endpoint {
  const handle = ({ world, merchant, body }: MerchantCall): Reply => {
    const asked = parseBody(webviewBody, body)
    if (asked.action !== 'get') {
      changeWebviewDomains(world, merchant, asked.action, asked.webview)
      return { kind: 'data' }
    }
    requireCompany(merchant)
    const { webview } = merchant.domains
    const isBare = generation === 'v1' || world.state.webviewShape === 'array'
    return { kind: 'data', data: isBare ? webview : { webview } }
  }
  return merchantEndpoint({ name: 'modify_webview_domain', generation, method: 'POST', path, permissionSet }, handle)
}
