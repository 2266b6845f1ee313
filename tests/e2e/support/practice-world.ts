import { expect, type Page } from '@playwright/test'
import type { CallInput, CallName, CallResult, CallValue, DeskBridge } from '@shared/contract'

declare const window: Window & { readonly desk: DeskBridge }

const accountId = 'practice'

/** What the addresses of the pages name: a merchant with everything on it, and two rollouts, the older first. */
export type World = {
  readonly accountId: string
  readonly appId: string
  readonly rolloutIds: readonly [string, string]
}

/** Asks the main process as the page does. Rejects with its error. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>
): Promise<CallValue<Name>> {
  const answer = await page.evaluate(([call, given]) => window.desk.call(call, given), [name, input] as const)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return (answer as Extract<CallResult<CallValue<Name>>, { ok: true }>).value
}

/** Chooses a language. The page loads itself anew when it is another one, so that nothing there waits for the answer. */
export async function chooseLanguage(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.evaluate((chosen) => void window.desk.call('settings.change', { language: chosen }), language)
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
}

/** Lets the page be light or dark as its system is, and waits until it is. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveClass(theme === 'dark' ? /dark/ : /^(?!.*dark)/)
}

/** Gives every page of the practice environment something to show, without motion. The page shows the list of merchants. */
export async function furnish(page: Page): Promise<World> {
  await page.getByTestId('merchant-row').first().waitFor()
  await page.getByTestId('refresh-ring').waitFor({ state: 'detached' })
  const { rows } = await ask(page, 'merchants.page', { accountId, cursor: null, limit: 100 })
  const running = rows.filter(({ authorization, online, audit, drift }) => {
    return authorization === 'authorized' && online && !online.takenDown && (!audit || audit.released) && !drift
  })
  const appIds = running.slice(0, 3).map(({ appId }) => appId)
  const [appId = ''] = appIds
  await furnishMerchant(page, appId)
  await furnishAccount(page, appIds)
  const older = await rollOut(page, '春季新版', '9.1.0', appIds)
  const newer = await rollOut(page, '秋季新版', '9.2.0', appIds)
  await ask(page, 'settings.change', { motion: 'reduced', welcomed: true })
  await page.reload()
  return { accountId, appId, rolloutIds: [older, newer] }
}

async function furnishMerchant(page: Page, appId: string): Promise<void> {
  await ask(page, 'merchants.setTags', { accountId, appId, tags: ['连锁', '朝阳'] })
  await ask(page, 'merchants.setNote', { accountId, appId, note: '店长要求周五前上线' })
  const black = { r: 0, g: 0, b: 0 }
  const look = { host: 'douyin', width: 430, withIcon: true, round: false, lineColour: black } as const
  const codes = ['1', '2', '10'].map((table) => {
    const request = { ...look, path: `pages/table/index?id=${table}`, background: { r: 255, g: 255, b: 255 } }
    return { id: null, appId, label: `桌号 ${table}`, request }
  })
  await ask(page, 'codes.save', { accountId, codes })
}

async function furnishAccount(page: Page, appIds: string[]): Promise<void> {
  await ask(page, 'authorization.link', { accountId, kind: 'authorize', appName: null, icon: null, note: '朝阳路店' })
  const hosts = { request: ['api.zhanggui.example.com'], socket: [], upload: [], download: [] }
  const { id } = await ask(page, 'baselines.save', {
    ...{ accountId, id: null, name: '茶饮模板的域名', domains: { ...hosts, webview: [] } }
  })
  await ask(page, 'baselines.assign', { accountId, id, appIds })
  const variable = { name: 'shopPhone', type: 'text', required: true, description: '门店电话' } as const
  await ask(page, 'ext.saveVariables', { accountId, variables: [{ ...variable, fallback: '0571-8800 1234' }] })
}

async function rollOut(page: Page, title: string, version: string, appIds: string[]): Promise<string> {
  const { templates } = await ask(page, 'templates.library', { accountId, fresh: true })
  const { rollout } = await ask(page, 'rollouts.start', {
    plan: {
      ...{ title, startAt: null, waves: { by: 'none' }, gate: { by: 'operator' } },
      stop: { failurePercent: null, sameCause: null },
      work: {
        ...{ kind: 'ship', templateId: templates[0]?.templateId ?? '', version, description: '新增预约功能' },
        ...{ extJson: null, until: 'upload', hosts: { by: 'available' }, note: '', release: 'together' }
      }
    },
    ...{ accountId, appIds, confirmed: appIds.length, origin: null }
  })
  const end = async () => (await ask(page, 'rollouts.get', { accountId, rolloutId: rollout.id })).rollout.finishedAt
  await expect.poll(end, { timeout: 60_000 }).not.toBeNull()
  return rollout.id
}
