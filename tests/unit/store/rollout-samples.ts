import type { RolloutItem, RolloutPlan } from '@shared/domain/rollout'
import type { NewRollout } from '../../../electron/store/repositories'
import { january } from '../support'

export const shipPlan: RolloutPlan = {
  title: '上传 1.1.0',
  work: {
    kind: 'ship',
    templateId: '9133504853504535288',
    version: '1.1.0',
    description: '新增预约功能',
    extJson: null,
    until: 'release',
    hosts: { by: 'named', hosts: ['douyin'] },
    note: '',
    release: 'together'
  },
  waves: { by: 'share', percents: [25] },
  gate: { by: 'quiet', minutes: 30 },
  stop: { failurePercent: 20, sameCause: null },
  startAt: null
}

type NewItem = NewRollout['items'][number]

export const newItem = (appId: string, change: Partial<NewItem> = {}): NewItem => ({
  appId,
  name: `店 ${appId}`,
  wave: 0,
  step: 'preflight',
  state: 'waiting',
  fromVersion: '1.0.0',
  toVersion: '1.1.0',
  request: null,
  ...change
})

/** Three merchants in two waves, in an order that is not that of their app ids. */
export const newRollout = (change: Partial<NewRollout> = {}): NewRollout => ({
  accountId: 'a',
  plan: shipPlan,
  waveNames: ['第 1 波', '其余'],
  state: 'running',
  createdAt: january,
  startedAt: january,
  actor: '小王',
  origin: null,
  items: [newItem('tt03'), newItem('tt01', { wave: 1 }), newItem('tt02', { wave: 1 })],
  ...change
})

/** How the store gives an item back that was just added. */
export const keptItem = (item: NewItem, changedAt: number): RolloutItem => ({
  ...item,
  cause: null,
  error: null,
  attempts: 0,
  notBefore: null,
  reviewSince: null,
  changedAt,
  finishedAt: null
})
