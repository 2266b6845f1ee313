import {
  Bell,
  Box,
  Connection,
  Document,
  Grid,
  Key,
  MagicStick,
  OfficeBuilding,
  Promotion,
  Setting,
  Shop,
  Stamp,
  Sunny
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import { t } from '@/i18n'
import { useEventsStore } from '@/stores/events'
import { useHomeStore } from '@/stores/home'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutsStore } from '@/stores/rollouts'

/** One entry of the rail. `waiting` counts what waits for the operator there; it is read in a render, so it is tracked. */
export type RailEntry = {
  readonly to: string
  /** Other pages that belong to the entry, with all below them. */
  readonly also?: readonly string[]
  readonly text: string
  readonly icon: Component
  readonly waiting?: () => { readonly count: number; readonly text: string }
  /** At the foot of the rail instead of the top. */
  readonly atFoot?: boolean
}

/** The rail's entries in their order: a new page is one more line. */
export const railEntries: readonly RailEntry[] = [
  { to: '/today', text: t('frame.rail.today'), icon: Sunny, waiting: homeWaiting },
  { to: '/merchants', text: t('frame.rail.merchants'), icon: Shop, waiting: merchantsWaiting },
  {
    to: '/rollouts',
    also: ['/batches', '/drift'],
    text: t('frame.rail.rollouts'),
    icon: Promotion,
    waiting: rolloutsWaiting
  },
  { to: '/authorization', text: t('frame.rail.authorization'), icon: Stamp },
  { to: '/keeper', text: t('frame.rail.keeper'), icon: Key },
  { to: '/baselines', text: t('frame.rail.baselines'), icon: Connection },
  { to: '/templates', text: t('frame.rail.templates'), icon: Box },
  { to: '/codes', text: t('frame.rail.codes'), icon: Grid },
  { to: '/capabilities', text: t('frame.rail.capabilities'), icon: MagicStick },
  { to: '/events', text: t('frame.rail.events'), icon: Bell, waiting: eventsWaiting },
  { to: '/activity', text: t('activity.rail'), icon: Document },
  { to: '/accounts', text: t('frame.rail.accounts'), icon: OfficeBuilding, atFoot: true },
  { to: '/settings', text: t('frame.rail.settings'), icon: Setting, atFoot: true }
]

/** Whether the page at this path is the entry's own (`page`), or one of its section (`true`); undefined for neither. */
export function ariaCurrent({ to, also = [] }: RailEntry, path: string): 'page' | 'true' | undefined {
  if (path === to) return 'page'
  return [to, ...also].some((root) => path === root || path.startsWith(`${root}/`)) ? 'true' : undefined
}

function homeWaiting(): { count: number; text: string } {
  const { waiting } = useHomeStore()
  return { count: waiting, text: t('frame.waiting.today', { n: waiting }) }
}

function merchantsWaiting(): { count: number; text: string } {
  const { rejected, toRelease } = useMerchantsStore().waiting
  return { count: rejected + toRelease, text: t('frame.waiting.merchants', { rejected, toRelease }) }
}

function eventsWaiting(): { count: number; text: string } {
  const { unseen } = useEventsStore()
  return { count: unseen, text: t('frame.waiting.events', { n: unseen }) }
}

function rolloutsWaiting(): { count: number; text: string } {
  const { waiting } = useRolloutsStore()
  return { count: waiting, text: t('frame.waiting.rollouts', { n: waiting }) }
}
