import { describe, expect, it } from 'vitest'
import type { RolloutItem } from '@shared/domain/rollout'
import type { DeskError } from '@shared/errors'
import { causeOfError, rolloutCauses } from '@shared/rules/rollout-causes'

const error = (code: DeskError['code'], more: Partial<DeskError> = {}): DeskError => ({
  ...{ code, message: '上传代码没有成功', reason: `原因 ${code}`, nextStep: `下一步 ${code}`, retryable: false },
  ...more
})
const busy = error('platform_busy', { retryable: true, platformCode: '28003018' })

const item = (appId: string, change: Partial<RolloutItem>): RolloutItem => ({
  appId,
  name: appId,
  wave: 0,
  step: 'upload',
  state: 'failed',
  fromVersion: null,
  toVersion: '1.1.0',
  cause: null,
  error: null,
  attempts: 1,
  notBefore: null,
  reviewSince: null,
  request: null,
  changedAt: 1,
  finishedAt: 1,
  ...change
})
const failed = (appId: string, told: DeskError) => item(appId, { error: told, cause: causeOfError(told) })
const only = (items: readonly RolloutItem[]) => rolloutCauses(items)[0]

describe('the cause of a failure', () => {
  it('is the platform’s code, or ours where it has none', () => {
    expect(causeOfError(busy)).toBe('platform:28003018')
    expect(causeOfError(error('network'))).toBe('desk:network')
  })
})

describe('the causes of a rollout', () => {
  it('bring those together that did not get there, the most frequent first, and leave the others out', () => {
    const states = ['waiting', 'running', 'reviewing', 'approved', 'done', 'unchanged', 'skipped'] as const
    const causes = rolloutCauses([
      ...states.map((state) => item(`fine-${state}`, { state, cause: 'platform:1' })),
      failed('tt1', error('network', { retryable: true })),
      ...['tt2', 'tt3', 'tt4'].map((appId) => failed(appId, busy)),
      ...['tt5', 'tt6'].map((appId) => item(appId, { state: 'blocked', cause: 'blocked:in_review' }))
    ])
    expect(causes.map(({ key, appIds }) => [key, appIds])).toEqual([
      ['platform:28003018', ['tt2', 'tt3', 'tt4']],
      ['blocked:in_review', ['tt5', 'tt6']],
      ['desk:network', ['tt1']]
    ])
    expect(causes[0]).toMatchObject({
      title: '原因 platform_busy',
      advice: '下一步 platform_busy',
      platformCode: '28003018',
      isRetryable: true
    })
  })

  it('say what most of them were told where they were told several things', () => {
    const [rare, often] = [error('platform_refused', { reason: '少见' }), error('platform_refused', { reason: '常见' })]
    expect(only([failed('tt1', rare), failed('tt2', often), failed('tt3', often)])?.title).toBe('常见')
    const { code, message, nextStep, retryable } = rare
    expect(only([failed('tt1', { code, message, nextStep, retryable })])?.title).toBe('上传代码没有成功')
  })

  it('lead to the place where what the platform would refuse is put right', () => {
    const told = error('not_possible_now', { reason: '没有服务类目', platformCode: '11306' })
    expect(only([item('tt1', { state: 'blocked', cause: 'readiness:category', error: told })])).toMatchObject({
      title: '没有服务类目',
      platformCode: '11306',
      fix: 'categories',
      isRetryable: false
    })
    expect(only([item('tt1', { state: 'blocked', cause: 'readiness:name' })])).toMatchObject({ fix: 'profile' })
    expect(only([item('tt1', { state: 'blocked', cause: 'readiness:unheard-of' })])).toMatchObject({ fix: null })
  })

  it('are no reason to try again where somebody has to do something first', () => {
    const lost = error('authorization_lost', { retryable: true, platformCode: '40022' })
    expect(only([failed('tt1', lost)])).toMatchObject({
      isRetryable: false,
      fix: 'authorization',
      platformCode: '40022'
    })
    expect(only([failed('tt1', error('platform_refused'))])?.isRetryable).toBe(false)
    const rejection = {
      state: 'rejected',
      cause: 'rejected:页面打不开',
      error: { ...busy, reason: '页面打不开' }
    } as const
    expect(only([item('tt1', rejection)])).toMatchObject({ title: '审核没有通过：页面打不开', isRetryable: false })
    expect(only([item('tt1', { state: 'blocked', cause: 'blocked:authorization' })])).toMatchObject({
      title: '商家的授权已失效',
      fix: 'authorization',
      isRetryable: false
    })
    expect(only([item('tt1', { state: 'blocked', cause: 'blocked:ext_json' })])?.isRetryable).toBe(true)
  })

  it('are one where nothing got through, whatever broke on the way', () => {
    const causes = rolloutCauses([
      failed('tt1', error('network')),
      failed('tt2', error('timeout')),
      failed('tt3', error('platform_fault', { platformCode: '28001005' })),
      failed('tt4', error('not_carried_out')),
      failed('tt5', error('platform_refused', { platformCode: '11305' }))
    ])
    expect(causes.map(({ key, title, appIds, platformCode }) => [key, title, appIds.length, platformCode])).toEqual([
      ['desk:network', '网络或平台故障', 4, null],
      ['platform:11305', '原因 platform_refused', 1, '11305']
    ])
    expect(causes[0]?.isRetryable).toBe(true)
  })

  it('have words for each way in which a review ends', () => {
    const ended = (appId: string, cause: string) => item(appId, { cause, error: error('platform_refused') })
    const causes = rolloutCauses([
      ended('tt1', 'review:withdrawn'),
      ended('tt2', 'review:taken_down'),
      ended('tt3', 'review:gone'),
      item('tt4', { state: 'blocked', cause: 'blocked:no_hosts' })
    ])
    expect(Object.fromEntries(causes.map(({ key, title }) => [key, title]))).toEqual({
      'blocked:no_hosts': '没有可以提审的宿主端',
      'review:gone': '平台上的审核版本已经不是这次提交的',
      'review:taken_down': '通过审核的版本被平台下架',
      'review:withdrawn': '审核被撤回'
    })
    expect(causes.filter(({ isRetryable }) => isRetryable).map(({ key }) => key)).toEqual(['review:withdrawn'])
  })

  it('name the finding that readiness findings begin with', () => {
    const blocked = (appId: string, reason: string) =>
      item(appId, { state: 'blocked', cause: 'readiness:category', error: error('not_possible_now', { reason }) })
    expect(only([blocked('tt1', '没有服务类目；没有简介'), blocked('tt2', '没有服务类目')])?.title).toBe('没有服务类目')
  })

  it('count what was sent and is not known as one, however it came about', () => {
    const causes = rolloutCauses([
      item('tt1', { state: 'unknown', cause: 'platform:28001005' }),
      item('tt2', { state: 'unknown', error: error('outcome_unknown') })
    ])
    expect(causes).toMatchObject([{ key: 'desk:outcome_unknown', appIds: ['tt1', 'tt2'], isRetryable: false }])
  })

  it('are told from the error where none was noted', () => {
    const causes = rolloutCauses([
      item('tt1', { error: busy }),
      item('tt2', {}),
      item('tt3', { state: 'rejected' }),
      item('tt4', { cause: 'something' })
    ])
    expect(causes.map(({ key }) => key).toSorted()).toEqual([
      'desk:internal',
      'platform:28003018',
      'rejected:',
      'something'
    ])
    expect(causes.find(({ key }) => key === 'rejected:')?.title).toBe('审核没有通过：没有说明原因')
    expect(causes.find(({ key }) => key === 'something')?.title).toBe('没有成功，原因不明')
  })
})
