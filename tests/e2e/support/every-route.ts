import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { World } from './practice-world'

/** A page, or a part of one: the route it belongs to, its address, and what is there when it shows what it has. */
export type Scene = {
  readonly name: string
  readonly route: string
  readonly path: (world: World) => string
  readonly ready: string
}

const router = readFileSync(join(import.meta.dirname, '../../../renderer/router.ts'), 'utf8')

/** The names of all routes, as the router's own text has them. */
export const routeNames: readonly string[] = [...router.matchAll(/\bname: '([a-z-]+)'/g)].map(([, name]) => name ?? '')

const merchant = ({ accountId, appId }: World) => `/merchants/${accountId}/${appId}`
const rollout = ({ accountId, rolloutIds }: World) => `/rollouts/${accountId}/${rolloutIds[1]}`

/** Every route, and every tab of those that have tabs. */
export const scenes: readonly Scene[] = [
  at('today', '/today', 'home-sum'),
  at('merchants', '/merchants', 'merchant-row'),
  at('merchant', merchant, 'stage-latest'),
  ...(
    [
      ['profile', 'subject-facts'],
      ['categories', 'category-line'],
      ['domains', 'domains-tab'],
      ['codes', 'saved-code'],
      ['capabilities', 'capability'],
      ['standing', 'standing-credit'],
      ['authorization', 'token-facts'],
      ['journal', 'activity-row']
    ] as const
  ).map(([tab, ready]) => part('merchant', tab, (world) => `${merchant(world)}?tab=${tab}`, ready)),
  at('merchant-report', (world) => `${merchant(world)}/report`, 'report-present'),
  at('authorization', '/authorization', 'link-row'),
  at('keeper', '/keeper', 'keeper-row'),
  at('baselines', '/baselines', 'member-row'),
  part('baselines', 'application', () => '/baselines?tab=application', 'application-form'),
  at('new-batch', '/batches/new/introduction', 'introduction-paste'),
  part('new-batch', 'icon', () => '/batches/new/icon', 'icon-drop'),
  at('rollouts', '/rollouts', 'rollout-row'),
  at('new-rollout', '/rollouts/new', 'plan-count'),
  at('rollout', rollout, 'rollout-item'),
  at('rollout-report', (world) => `${rollout(world)}/report`, 'rollout-report-page'),
  at(
    'compare-rollouts',
    ({ accountId, rolloutIds }) => `/rollouts/${accountId}/compare/${rolloutIds.join('/')}`,
    'compare-counts'
  ),
  at('drift', '/drift', 'drift-row'),
  at('templates', '/templates', 'template-row'),
  part('templates', 'ext', () => '/templates?tab=ext', 'default-save'),
  at('codes', '/codes', 'wall-card'),
  at('capabilities', '/capabilities', 'matrix-row'),
  at('events', '/events', 'event-row'),
  at('activity', '/activity', 'activity-row'),
  at('bulk-reports', '/activity/reports', 'bulk-row'),
  at('accounts', '/accounts', 'accounts-welcome'),
  at('account', ({ accountId }) => `/accounts/${accountId}`, 'ticket-facts'),
  at('diagnosis', ({ accountId }) => `/accounts/${accountId}/diagnosis`, 'diagnosis-step'),
  at('welcome', '/welcome', 'welcome-page'),
  at('connect', '/connect', 'connect-page'),
  at('error-codes', '/help/codes', 'error-code'),
  at('settings', '/settings', 'practice-reset')
]

function at(route: string, path: string | Scene['path'], ready: string): Scene {
  return { name: route, route, path: typeof path === 'string' ? () => path : path, ready }
}

function part(route: string, tab: string, path: Scene['path'], ready: string): Scene {
  return { name: `${route}-${tab}`, route, path, ready }
}

/** Goes there within the application, and waits until the page shows what it has and nothing moves any more. */
export async function visit(page: Page, scene: Scene, world: World): Promise<void> {
  const hash = `#${scene.path(world)}`
  await page.evaluate((to) => location.assign(to), hash)
  await page.getByTestId(scene.ready).first().waitFor({ timeout: 20_000 })
  await settled(page)
}

/** Until no reading runs and no animation plays. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const isMoving = document.getAnimations().some(({ playState, effect }) => {
        return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity
      })
      const isComing = document.querySelector('main .el-skeleton, main .is-loading, main [aria-busy="true"]')
      return !isMoving && !isComing
    },
    null,
    { timeout: 20_000 }
  )
}
