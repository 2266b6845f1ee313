import { describe, expect, it } from 'vitest'
import type { Capability } from '@shared/domain/capability'
import type { ItemRequests, SetupWork } from '@shared/domain/rollout'
import { filesOfRollouts } from '../../../../electron/services/rollouts/rollout-files'
import { RolloutPreviews } from '../../../../electron/services/rollouts/rollout-preview'
import type { Store } from '../../../../electron/store/repositories'
import { newItem, newRollout, shipPlan } from '../../store/rollout-samples'
import { domains, information } from '../../store/setup-samples'
import { discover, fixedClock, newStore } from '../../store/support'
import { january } from '../../support'

const introduction = '为本地用户提供到店预约与优惠信息'
const ref = (appId: string) => ({ accountId: 'a', appId })
const appIds = ['tt0', 'tt1', 'tt2', 'tt3']

const capability: Capability = {
  ...{ key: 'live', name: '直播自主挂载', description: '', way: 'general', state: 'can_apply', reason: '' },
  ...{ canApply: true, conditions: [], fields: [], permissionIds: [], permitted: null }
}

function desk(): Store {
  const store = newStore()
  discover(store, appIds)
  store.merchants.saveAuthorization(ref('tt3'), 'lost')
  return store
}

async function fates(store: Store, work: SetupWork, requests: ItemRequests = {}) {
  const plan = { ...shipPlan, waves: { by: 'none' } as const, work }
  const previews = new RolloutPreviews({ store, clock: fixedClock(january) })
  const { items } = await previews.preview('a', plan, [...appIds, 'gone'], requests)
  return items.map(({ appId, fate, why, fix, readAt }) => [appId, fate, why, fix, readAt])
}

const lost = ['tt3', 'blocked', '商家的授权已失效', 'authorization', null]
const gone = ['gone', 'blocked', '账号下没有这个商家', null, null]
const unread = (appId: string) => [appId, 'setup', '还没有读过，轮到时先读取', null, null]

describe('what a plan for the set-up would do', () => {
  it('of domains: what is added and deleted, and who has them already', async () => {
    const store = desk()
    const none = { request: [], socket: [], upload: [], download: [] }
    store.domains.save(ref('tt0'), { ...domains, server: { ...none, request: ['a.com', 'old.com'] } }, january)
    store.domains.save(
      ref('tt1'),
      { ...domains, server: { ...none, request: ['a.com', 'b.com'] }, webview: [] },
      january
    )
    const wanted = { ...none, request: ['a.com', 'b.com'], webview: [] }
    const baseline = { id: 'b', name: '常用', domains: wanted }
    expect(await fates(store, { kind: 'domains', baseline, mode: 'add' })).toEqual([
      ['tt0', 'setup', '增加 1 个域名', null, january],
      ['tt1', 'unchanged', '域名已经和基线一致', null, january],
      ...[unread('tt2'), lost, gone]
    ])
    const [first] = await fates(store, { kind: 'domains', baseline, mode: 'exact' })
    expect(first?.[2]).toMatch(/^增加 1 个域名，删除 \d 个域名$/)
  })

  it('of an application: who has it, is applying for it, or may not', async () => {
    const store = desk()
    store.capabilities.save(ref('tt0'), [capability], january)
    store.capabilities.save(ref('tt1'), [{ ...capability, state: 'applying' }], january)
    store.capabilities.save(ref('tt2'), [{ ...capability, state: 'banned' }], january)
    const work = { kind: 'capability', key: 'live', name: '直播自主挂载', reason: '引流', answers: [] } as const
    expect(await fates(store, work)).toEqual([
      ['tt0', 'setup', null, null, january],
      ['tt1', 'unchanged', '已经在申请', null, january],
      ['tt2', 'blocked', '被平台封禁', null, january],
      ...[lost, gone]
    ])
    const [first, second] = await fates(store, { ...work, key: 'other' })
    expect([first?.[1], second?.[2]]).toEqual(['blocked', '平台没有给这个商家列出这项能力'])
  })

  it('of introductions: each merchant’s own', async () => {
    const store = desk()
    const settled = { ...information, introductionAudit: null }
    store.information.save(ref('tt0'), settled, january)
    store.information.save(ref('tt1'), { ...settled, introduction }, january)
    const requests = { tt0: { introduction }, tt1: { introduction }, tt2: { introduction: '太短' } }
    expect(await fates(store, { kind: 'introduction' }, requests)).toEqual([
      ['tt0', 'setup', null, null, january],
      ['tt1', 'unchanged', '简介已经是这样', null, january],
      ['tt2', 'blocked', expect.stringContaining('简介太短') as string, null, null],
      ...[lost, gone]
    ])
  })
})

describe('staged pictures', () => {
  it('are needed by rollouts that are not over, those of merchants that are done excepted', () => {
    const store = desk()
    const icon = (fileId: string) => ({ fileId, fileName: '图.png' })
    const items = ['f0', 'f1', 'f2'].map((fileId, at) => newItem(`tt${at}`, { request: icon(fileId) }))
    const icons = store.rollouts.add(newRollout({ plan: { ...shipPlan, work: { kind: 'icon' } }, items }))
    for (const [appId, state] of [
      ['tt0', 'done'],
      ['tt1', 'failed']
    ] as const) {
      const item = store.rollouts.item(icons.id, appId)
      if (item) store.rollouts.saveItem(icons.id, { ...item, state })
    }
    const answers = [{ key: 'img', texts: [], files: ['f3'] }]
    const work = { kind: 'capability', key: 'live', name: '直播自主挂载', reason: '引流', answers } as const
    const application = store.rollouts.add(newRollout({ plan: { ...shipPlan, work } }))
    expect([...filesOfRollouts(store)].sort()).toEqual(['f1', 'f2', 'f3'])
    store.rollouts.change(application.id, { state: 'finished' })
    expect([...filesOfRollouts(store)].sort()).toEqual(['f1', 'f2'])
  })
})
