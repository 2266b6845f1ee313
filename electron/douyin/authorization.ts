import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import { integer, list, seconds } from './schemas'
import type { AuthorizedApps } from './platform'
import { reading } from './wire'

type AuthorizedApp = { readonly appId: string; readonly authorizedAt: number | null }

/** The documentation's limit; its own sample asks for 100. */
const pageSize = 50

/** Against a list that never ends: far above any agency. */
const maxPages = 2000

const read = reading({
  schema: z.object({
    auth_app_list: list(z.object({ auth_appid: z.string().min(1), auth_time: seconds })),
    total: integer.nullish()
  })
})

/**
 * 获取授权小程序列表V2 (page `authorization/auth-app-list-v2`), all pages. The list may shift while it is read: an app
 * that comes twice is listed once, and if fewer came than the platform counts, all is read once more.
 */
export async function authorizedApps(caller: PlatformCaller, signal: AbortSignal | undefined): Promise<AuthorizedApps> {
  const apps = new Map<string, AuthorizedApp>()
  let total = await collect(caller, apps, signal)
  if (apps.size < total) total = await collect(caller, apps, signal)
  return { apps: [...apps.values()], isComplete: apps.size >= total }
}

/** Adds every page's apps; returns how many there are by the platform's count. */
async function collect(
  caller: PlatformCaller,
  apps: Map<string, AuthorizedApp>,
  signal: AbortSignal | undefined
): Promise<number> {
  let total = 0
  for (let page = 1; page <= maxPages; page += 1) {
    const query = { page: String(page), size: String(pageSize) }
    const { value } = await caller.asApplication({ endpoint: endpoints.authorizedApps, query, read, signal })
    for (const { auth_appid: appId, auth_time: authorizedAt } of value.auth_app_list) {
      apps.set(appId, { appId, authorizedAt })
    }
    total = value.total ?? 0
    // Without a count, a page that is not full is the last one.
    const expected = value.total ?? (value.auth_app_list.length < pageSize ? 0 : Infinity)
    if (value.auth_app_list.length === 0 || page * pageSize >= expected) break
  }
  return total
}
