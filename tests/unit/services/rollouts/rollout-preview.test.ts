import { describe, expect, it } from 'vitest'
import type { MerchantInformation } from '@shared/domain/profile'
import type { RolloutPlan, RolloutPreviewItem, RolloutWork } from '@shared/domain/rollout'
import { RolloutPreviews } from '../../../../electron/services/rollouts/rollout-preview'
import { SetupSummaries } from '../../../../electron/services/setup/setup-summary'
import type { Store } from '../../../../electron/store/repositories'
import { newItem, newRollout, shipPlan } from '../../store/rollout-samples'
import { information } from '../../store/setup-samples'
import { discover, fixedClock, newStore, sampleAccount } from '../../store/support'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../../support'
import { journalUpload } from '../templates/template-bench'

const now = january + 3600_000
const template = { templateId: '9133504853504535288', version: '1.1.0', description: '新增预约功能' }
const current = onlineVersion('1.0.0', january, { rollback: { possible: true, toVersion: '0.9.0' } })
const latest = { ...testVersion('1.1.0', january), summary: template.description }
const sound: MerchantInformation = {
  ...information,
  nameAudit: null,
  introductionAudit: null,
  categories: [{ id: '1,2,3', name: '餐饮-正餐-湘菜', state: 'approved', reason: '' }]
}
const development = [{ id: 1, name: '开发管理权限' }]

const ref = (appId: string) => ({ accountId: 'a', appId })

/** A merchant per state that a rollout meets. */
function desk(): Store {
  const store = newStore()
  const stages = {
    tt01: { current },
    tt02: { current, latest },
    tt03: { current, audit: auditVersion('1.1.0', january, 'in_review') },
    tt04: { current, audit: auditVersion('1.0.1', january, 'in_review') },
    tt05: { current, audit: auditVersion('1.1.0', january, 'passed') },
    tt06: { current: { ...current, version: '1.1.0' } },
    tt07: { current },
    tt08: { current },
    tt09: { current }
  }
  discover(store, [...Object.keys(stages), 'tt10'])
  for (const [appId, each] of Object.entries(stages)) {
    store.merchants.saveVersions(ref(appId), versionList(january, each))
    store.merchants.savePermissions(ref(appId), development)
    store.merchants.saveAuthorization(ref(appId), 'authorized')
    store.information.save(ref(appId), sound, january)
  }
  journalUpload(store, 'tt02', template)
  store.information.save(ref('tt07'), { ...sound, categories: [] }, january)
  store.merchants.saveAuthorization(ref('tt08'), 'lost')
  store.merchants.savePermissions(ref('tt09'), [{ id: 2, name: '基本信息设置权限' }])
  return store
}

const all = Array.from({ length: 10 }, (_, index) => `tt${String(index + 1).padStart(2, '0')}`)
const plan: RolloutPlan = { ...shipPlan, waves: { by: 'none' } }

async function preview(store: Store, appIds: readonly string[] = all, change: Partial<RolloutPlan> = {}) {
  return new RolloutPreviews({ store, clock: fixedClock(now) }).preview('a', { ...plan, ...change }, appIds)
}

function shipping(change: Partial<Extract<RolloutWork, { kind: 'ship' }>>): Partial<RolloutPlan> {
  if (plan.work.kind !== 'ship') throw new Error('the sample ships')
  return { work: { ...plan.work, ...change } }
}

const only = ({ items }: { items: readonly RolloutPreviewItem[] }): RolloutPreviewItem | undefined => items[0]

describe('a preview', () => {
  it('tells for each merchant what would be done to it first, and how many there are of each', async () => {
    const { items, fates } = await preview(desk())
    expect(items.map(({ appId, fate }) => [appId, fate])).toEqual([
      ['tt01', 'upload'],
      ['tt02', 'submit'],
      ['tt03', 'follow'],
      ['tt04', 'blocked'],
      ['tt05', 'release'],
      ['tt06', 'unchanged'],
      ['tt07', 'blocked'],
      ['tt08', 'blocked'],
      ['tt09', 'blocked'],
      ['tt10', 'blocked']
    ])
    expect(fates).toEqual({
      ...{ upload: 1, submit: 1, follow: 1, release: 1, unchanged: 1, blocked: 5 },
      ...{ withdraw: 0, rollback: 0, refresh: 0, setup: 0 }
    })
  })

  it('says why a merchant is left out, where that is put right, and on which reading it rests', async () => {
    const { items } = await preview(desk(), ['tt06', 'tt07', 'tt08', 'tt10'])
    expect(items).toEqual([
      {
        ...{ appId: 'tt06', name: 'tt06', wave: 0, fromVersion: '1.1.0', toVersion: '1.1.0', fate: 'unchanged' },
        ...{ why: '线上已经是 1.1.0，但说明和这次的不同，请核对', fix: null, cause: null, readAt: january }
      },
      {
        ...{ appId: 'tt07', name: 'tt07', wave: 0, fromVersion: '1.0.0', toVersion: '1.1.0', fate: 'blocked' },
        ...{ why: '没有服务类目', fix: 'categories', cause: 'readiness:category', readAt: january }
      },
      {
        ...{ appId: 'tt08', name: 'tt08', wave: 0, fromVersion: '1.0.0', toVersion: '1.1.0', fate: 'blocked' },
        ...{
          why: '商家的授权已失效，需要商家重新授权',
          fix: 'authorization',
          cause: 'blocked:authorization',
          readAt: january
        }
      },
      {
        ...{ appId: 'tt10', name: 'tt10', wave: 0, fromVersion: null, toVersion: '1.1.0', fate: 'blocked' },
        ...{ why: '还没有读到这个商家的版本，请先刷新', fix: null, cause: 'blocked:not_read', readAt: null }
      }
    ])
  })

  it.each<RolloutWork>([
    plan.work,
    { kind: 'submit', until: 'release', hosts: { by: 'available' }, note: '', release: 'together' },
    { kind: 'release', onlyVersion: null },
    { kind: 'rollback', onlyVersion: null },
    { kind: 'withdraw' },
    { kind: 'refresh' }
  ])('is the same by the merchants’ lines in the list as by all that is known of them: $kind', async (work) => {
    const store = desk()
    const bare = await preview(store, all, { work })
    const summaries = new SetupSummaries({ store })
    for (const appId of all) summaries.refresh(ref(appId))
    expect(store.merchants.row(ref('tt01'))?.readiness?.level).not.toBe('blocking')
    expect(await preview(store, all, { work })).toEqual(bare)
  })

  it('comes in the order of the turns, wave by wave, each merchant once', async () => {
    const store = desk()
    store.merchants.setTags(ref('tt02'), ['试点'])
    const { items, waves } = await preview(store, ['tt01', 'tt02', 'tt01'], { waves: { by: 'tag', tags: ['试点'] } })
    expect(items.map(({ appId, wave }) => [appId, wave])).toEqual([
      ['tt02', 0],
      ['tt01', 1]
    ])
    expect(waves).toEqual([
      { name: '试点', total: 1 },
      { name: '其余', total: 1 }
    ])
  })

  it('names merchants that the account does not have, those of another account among them', async () => {
    const store = desk()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['ttb1'], 'b')
    const { items } = await preview(store, ['ttb1', 'tt99'], { work: { kind: 'refresh' } })
    expect(items.map(({ fate, why }) => [fate, why])).toEqual([
      ['blocked', '账号下没有这个商家'],
      ['blocked', '账号下没有这个商家']
    ])
  })

  it('leaves out merchants of another rollout until they are over in it', async () => {
    const store = desk()
    const items = [newItem('tt01'), newItem('tt02', { state: 'unchanged' })]
    const { id } = store.rollouts.add(newRollout({ items }))
    const busy = await preview(store, ['tt01', 'tt02'])
    expect(busy.items.map(({ fate }) => fate)).toEqual(['blocked', 'submit'])
    expect(only(busy)).toMatchObject({
      cause: 'blocked:other_rollout',
      why: '已在「上传 1.1.0」里，那一次还没有结束；移出后才能开始'
    })
    store.rollouts.change(id, { state: 'stopped' })
    expect(only(await preview(store, ['tt01']))?.fate).toBe('upload')
  })

  it('sends nothing and keeps nothing', async () => {
    const store = desk()
    await preview(store)
    expect(store.rollouts.list('a', 9)).toEqual([])
    expect(store.operations.allUnsettled()).toEqual([])
  })
})

describe('a preview of an upload', () => {
  const source = JSON.stringify({ extEnable: true, extAppid: '{{appId}}', ext: { shop: '{{shop}}' } })
  const variable = { name: 'shop', type: 'text', required: true, description: '', fallback: null } as const

  it('is stopped by a variable without a value, in the template’s default as in a text of the plan’s own', async () => {
    const store = desk()
    store.extVariables.saveVariables('a', [variable])
    expect(only(await preview(store, ['tt01'], shipping({ extJson: source })))?.fate).toBe('blocked')
    store.extVariables.saveDefault('a', { templateId: template.templateId, text: source, changedAt: 1 })
    expect(only(await preview(store, ['tt01']))).toMatchObject({
      fate: 'blocked',
      why: 'ext.json 不能上传：变量 shop 还没有值'
    })
    store.extVariables.saveValues('a', [{ appId: 'tt01', values: { shop: '88' } }])
    expect(only(await preview(store, ['tt01']))).toMatchObject({ fate: 'upload', why: null })
  })

  it('names three findings, and how many more there are', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `"${name}": "{{${name}}}"`).join(', ')
    const text = `{"extEnable": true, "extAppid": "{{appId}}", "ext": {${names}}}`
    expect(only(await preview(desk(), ['tt01'], shipping({ extJson: text })))?.why).toBe(
      'ext.json 不能上传：没有变量 a；没有变量 b；没有变量 c；还有 2 处'
    )
  })

  it('does not look at the ext.json of merchants to whom nothing is uploaded', async () => {
    const broken = shipping({ extJson: '{"extEnable": true}' })
    const { items } = await preview(desk(), ['tt01', 'tt02', 'tt03'], broken)
    expect(items.map(({ fate }) => fate)).toEqual(['blocked', 'submit', 'follow'])
  })

  it('says so where the template has no default', async () => {
    expect(only(await preview(desk(), ['tt01']))).toMatchObject({
      fate: 'upload',
      why: '模板没有默认 ext.json，会用最小的一份'
    })
  })
})
