import {
  Bell,
  Box,
  Connection,
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
  { to: '/today', text: '今日', icon: Sunny, waiting: homeWaiting },
  { to: '/merchants', text: '商家', icon: Shop, waiting: merchantsWaiting },
  { to: '/rollouts', also: ['/batches', '/drift'], text: '发布', icon: Promotion, waiting: rolloutsWaiting },
  { to: '/authorization', text: '授权', icon: Stamp },
  { to: '/keeper', text: '令牌', icon: Key },
  { to: '/baselines', text: '域名', icon: Connection },
  { to: '/templates', text: '模板', icon: Box },
  { to: '/codes', text: '码墙', icon: Grid },
  { to: '/capabilities', text: '能力', icon: MagicStick },
  { to: '/events', text: '事件', icon: Bell, waiting: eventsWaiting },
  { to: '/accounts', text: '账号', icon: OfficeBuilding, atFoot: true },
  { to: '/settings', text: '设置', icon: Setting, atFoot: true }
]

/** Whether the page at this path is the entry's own (`page`), or one of its section (`true`); undefined for neither. */
export function ariaCurrent({ to, also = [] }: RailEntry, path: string): 'page' | 'true' | undefined {
  if (path === to) return 'page'
  return [to, ...also].some((root) => path === root || path.startsWith(`${root}/`)) ? 'true' : undefined
}

function homeWaiting(): { count: number; text: string } {
  const { waiting } = useHomeStore()
  return { count: waiting, text: `${waiting} 件等你处理` }
}

function merchantsWaiting(): { count: number; text: string } {
  const { rejected, toRelease } = useMerchantsStore().waiting
  return { count: rejected + toRelease, text: `${rejected} 个审核未通过，${toRelease} 个待发布` }
}

function eventsWaiting(): { count: number; text: string } {
  const { unseen } = useEventsStore()
  return { count: unseen, text: `${unseen} 条新事件` }
}

function rolloutsWaiting(): { count: number; text: string } {
  const { waiting } = useRolloutsStore()
  return { count: waiting, text: `${waiting} 个批量发布等你决定` }
}
