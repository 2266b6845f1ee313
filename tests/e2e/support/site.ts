import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { startProgram } from '../../support/program.ts'
import { SimulatedPlatform, type SimulatedMerchant } from '../../support/simulated-platform.ts'

/** The built application in the loopback host, and the simulated platform that it talks to, each a process of its own. */
export type Site = {
  readonly platform: SimulatedPlatform
  /** Opens the list of merchants in a browser that has not been here before. */
  readonly url: string
  /** Kills the application (`kill -9`) and starts it again on the same data; `url` is another one after that. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const serveLine = z.object({ url: z.url() })

/** Starts both with an empty data folder; the application knows the platform from its environment. */
export async function startSite(merchants = 24): Promise<Site> {
  const platform = await SimulatedPlatform.start({ merchants })
  return startOn(platform, platform.environment())
}

/** Starts both with an empty data folder, as strangers: the operator has to connect the one with the other. */
export async function startUnconnectedSite(merchants = 8): Promise<Site> {
  return startOn(await SimulatedPlatform.start({ merchants }), {})
}

async function startOn(platform: SimulatedPlatform, environment: Readonly<Record<string, string>>): Promise<Site> {
  const host = await startHost(environment)
  return {
    platform,
    get url() {
      return host.url
    },
    crash: host.crash,
    async stop() {
      await host.stop()
      await platform.stop()
    }
  }
}

/** The application alone; one more on the same platform is the desk of a colleague, on another machine. */
export async function startHost(environment: Readonly<Record<string, string>>): Promise<Omit<Site, 'platform'>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'merchant-desk-e2e-'))
  const args = ['--port', '0', '--data', dataDir, '--no-open']
  const start = () => startProgram('serve.js', args, environment)
  let program = await start()
  return {
    get url() {
      return new URL('#/merchants', serveLine.parse(program.line).url).href
    },
    async crash() {
      await program.kill()
      program = await start()
    },
    async stop() {
      await program.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  }
}

/** Finds a merchant in the list as an operator does, opens it, and waits until it was read from the platform. */
export async function openMerchant(
  page: Page,
  site: Pick<Site, 'url'>,
  merchant: Pick<SimulatedMerchant, 'appId'>
): Promise<void> {
  await page.goto(site.url)
  await page.getByTestId('merchant-search').fill(merchant.appId)
  await page.locator(`[data-testid="merchant-row"][data-app-id="${merchant.appId}"]`).click()
  await expect(page.getByTestId('stage-latest')).toBeVisible()
  await expect(page.getByTestId('merchant-refresh')).not.toHaveClass(/is-loading/)
}

export type SetupTab = 'profile' | 'categories' | 'domains' | 'standing' | 'capabilities'

/** Opens a merchant at one of the tabs of its set-up, and waits until that was read from the platform. */
export async function openTab(
  page: Page,
  site: Pick<Site, 'url'>,
  merchant: Pick<SimulatedMerchant, 'appId'>,
  tab: SetupTab
): Promise<void> {
  await openMerchant(page, site, merchant)
  await page.getByTestId(`tab-${tab}`).click()
  await expect(page.getByTestId('reading-line')).toContainText('读取')
  await expect(page.getByTestId('facet-refresh')).not.toHaveClass(/is-loading/)
}
