import { describe, expect, it } from 'vitest'
import type { RolloutItem, SetupWork } from '@shared/domain/rollout'
import type { SettingChange } from '@shared/domain/setting'
import { afterSettledSetup, recoveredSetup } from '../../../../electron/services/rollouts/setup-recovery'
import { january } from '../../support'
import { errorWith, itemOf } from './samples'

const domains = { request: [], socket: [], upload: [], download: [], webview: [] }
const baseline: SetupWork = { kind: 'domains', baseline: { id: 'b', name: '常用', domains }, mode: 'add' }
const icon: SetupWork = { kind: 'icon' }
const facts = { now: january, random: () => 0.5, isCounted: true }

function change(state: SettingChange['state']): SettingChange {
  const error = state === 'refused' ? errorWith('platform_refused') : state === 'unknown' ? errorWith('timeout') : null
  return {
    ...{ id: 'c1', accountId: 'a', appId: 'tt0', kind: 'icon', summary: '图.png', state, startedAt: january },
    ...{ finishedAt: null, actor: '小王', logId: null, error, rolloutId: 'r1' }
  }
}

function left(work: SetupWork, item: Partial<RolloutItem>, ...states: readonly SettingChange['state'][]) {
  return recoveredSetup(work, itemOf('tt0', item), states.map(change))
}

describe('after a crash', () => {
  it('waits for a change that was sent to be found out about', () => {
    for (const state of ['intended', 'unknown'] as const) {
      expect(left(icon, { state: 'waiting' }, state)).toMatchObject({ step: 'setup', state: 'unknown' })
    }
    expect(left(icon, { state: 'unknown', step: 'setup' }, 'unknown')).toBeNull()
  })

  it('knows what was done although it was not noted, and compares domains once more, as there may be two changes', () => {
    expect(left(icon, { state: 'waiting' }, 'refused', 'done')).toMatchObject({ step: 'setup', state: 'done' })
    expect(left(baseline, { state: 'waiting' }, 'done')).toBeNull()
    expect(left(baseline, { state: 'running', step: 'setup' }, 'done')).toMatchObject({
      ...{ step: 'preflight', state: 'waiting', notBefore: null }
    })
  })

  it('begins again where nothing was sent, and leaves alone what is over', () => {
    expect(left(icon, { state: 'running', step: 'preflight' })).toMatchObject({ step: 'preflight', state: 'waiting' })
    expect(left(icon, { state: 'waiting', step: 'preflight' })).toBeNull()
    expect(left(icon, { state: 'failed', step: 'setup' }, 'done')).toBeNull()
  })
})

describe('when a lost change is settled', () => {
  const lost = itemOf('tt0', { state: 'unknown', step: 'setup' })

  it('is over where it was done, and goes on with what may be missing of domains', () => {
    expect(afterSettledSetup(icon, lost, change('done'), facts)).toMatchObject({ state: 'done', step: 'setup' })
    expect(afterSettledSetup(baseline, lost, change('done'), facts)).toMatchObject({
      ...{ state: 'waiting', step: 'preflight', notBefore: january }
    })
  })

  it('fails where it was refused', () => {
    expect(afterSettledSetup(icon, lost, change('refused'), facts)).toMatchObject({
      state: 'failed',
      error: { code: 'platform_refused' }
    })
  })
})
