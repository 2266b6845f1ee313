import { serverDomainKinds, type DomainCheckFile } from '@shared/domain/domains'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import type { DomainAction, MerchantClient, ServerDomains } from './platform'
import { acknowledged } from './receipts'
import { list } from './schemas'
import { reading } from './wire'

export type DomainCalls = Pick<
  MerchantClient,
  'serverDomains' | 'changeServerDomains' | 'webviewDomains' | 'changeWebviewDomains'
>

const domains = list(z.string())

const readServer = reading({
  schema: z.object({ request: domains, socket: domains, upload: domains, download: domains })
})

/** In an object, as V2 has it by an SDK's sample, or bare, as V1 has it. */
const readWebview = reading({
  schema: z
    .union([z.object({ webview: domains }), z.array(z.string()), z.null()])
    .transform((data) => (data && 'webview' in data ? data.webview : (data ?? [])))
})

/** 修改服务器域名V2 and 修改 webview 域名V2 (pages `base-info/modify-domain-v2`, `modify-webview-v2`). */
export function domainCalls(caller: PlatformCaller, appId: string): DomainCalls {
  const call = acknowledged(caller, appId)
  const body = { action: 'get' }
  return {
    serverDomains: async (options) => {
      const request = { endpoint: endpoints.serverDomains, body, read: readServer, signal: options?.signal }
      return (await caller.asMerchant(appId, request)).value
    },
    webviewDomains: async (options) => {
      const request = { endpoint: endpoints.webviewDomains, body, read: readWebview, signal: options?.signal }
      return (await caller.asMerchant(appId, request)).value
    },
    changeServerDomains: (action, lists, options) => {
      const change = { action, ...sent(action, lists) }
      return call({ endpoint: endpoints.changeServerDomains, body: change, signal: options?.signal })
    },
    changeWebviewDomains: (action, webview, options) =>
      call({ endpoint: endpoints.changeWebviewDomains, body: { action, webview }, signal: options?.signal })
  }
}

/** What `set` does to a kind that is left out is not documented: it always names all four. */
function sent(action: DomainAction, lists: ServerDomains): Partial<ServerDomains> {
  const named = serverDomainKinds.filter((kind) => action === 'set' || lists[kind].length > 0)
  return Object.fromEntries(named.map((kind) => [kind, lists[kind]]))
}

const maxCheckFileLength = 64 * 1024

/** A name that stays in the folder it is saved to. */
const fileName = z.string().regex(/^(?!\.+$)[^\\/\p{Cc}]{1,255}$/u)

const readCheckFile = reading({
  schema: z.object({ file_name: fileName, file_content: z.string().min(1).max(maxCheckFileLength) })
})

/** 获取域名校验文件信息 (page `domain/get-webview-check-file-info`). */
export async function domainCheckFile(
  caller: PlatformCaller,
  signal: AbortSignal | undefined
): Promise<DomainCheckFile> {
  const { value } = await caller.asApplication({ endpoint: endpoints.domainCheckFile, read: readCheckFile, signal })
  return { name: value.file_name, content: value.file_content }
}
