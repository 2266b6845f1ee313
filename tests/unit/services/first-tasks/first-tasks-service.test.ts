import { describe, expect, it } from 'vitest'
import { FirstTasksService } from '../../../../electron/services/first-tasks/first-tasks-service'
import type { Store } from '../../../../electron/store/repositories'
import { newItem, newRollout } from '../../store/rollout-samples'
import { sampleAccount, silentLogger } from '../../store/support'
import { auditVersion, onlineVersion, versionList } from '../../support'
import { homeBench, now, wellState, withVersions } from '../home/home-bench'

function bench() {
  const { store, accounts } = homeBench()
  const service = (from: Store = store) => new FirstTasksService({ store: from, accounts, logger: silentLogger })
  const operate = (kind: 'upload' | 'submit' | 'resubmit' | 'release' | 'rollback', state: 'done' | 'refused') => {
    const { id } = store.operations.begin({
      ...{ accountId: 'a', appId: 'tt01', kind, version: '1.0', actor: 'me', startedAt: now },
      ...{ rolloutId: null, request: null, before: versionList(now) }
    })
    store.operations.finish(id, { state, finishedAt: now, logId: null, error: null })
  }
  return { store, accounts, service, operate }
}

const own = sampleAccount('own', { kind: 'platform' })
const answer = () => Promise.resolve('value')
const look = (appId: string) => ['merchants.get', { accountId: 'a', appId }, answer] as const
const idle = { current: onlineVersion('1.0', now) }

describe('the first tasks', () => {
  it('are all to be done at the beginning', () => {
    expect(bench().service().read('a')).toEqual({ done: [], merchant: null })
  })

  it('tick themselves by what the platform accepted, and not by what it refused', () => {
    const { store, service, operate } = bench()
    withVersions(store, { tt01: idle })
    operate('upload', 'done')
    operate('submit', 'refused')
    operate('rollback', 'done')
    expect(service().read('a').done).toEqual(['upload'])
    operate('resubmit', 'done')
    operate('release', 'done')
    expect(service().read('a').done).toEqual(['upload', 'submit', 'release'])
  })

  it('know a merchant that was looked at and a trial code that was shown from the calls that were answered', async () => {
    const { store, service } = bench()
    withVersions(store, { tt01: idle })
    const tasks = service()
    await expect(tasks.around('codes.trial', {}, () => Promise.reject(new Error('no code')))).rejects.toThrow('no code')
    await tasks.around('merchants.page', {}, answer)
    expect(tasks.read('a').done).toEqual([])
    expect(await tasks.around(...look('tt01'))).toBe('value')
    await tasks.around('codes.trial', {}, answer)
    expect(tasks.read('a').done).toEqual(['look', 'trial_code'])
  })

  it('know a rollout, and an own platform once it has answered', () => {
    const { store, accounts, service } = bench()
    withVersions(store, { tt01: idle })
    store.rollouts.add(newRollout({ items: [newItem('tt01')] }))
    expect(service().read('a').done).toEqual(['rollout'])
    accounts.put({ account: own, platform: null, state: () => wellState })
    expect(service().read('a').done).toEqual(['rollout'])
    accounts.worked('own')
    expect(service().read('a').done).toEqual(['rollout', 'connect'])
  })

  it('stay done in the next run, when what showed them is gone', () => {
    const { store, service, operate } = bench()
    withVersions(store, { tt01: idle })
    operate('upload', 'done')
    service().read('a')
    store.accounts.empty('a')
    expect(service().read('a').done).toEqual(['upload'])
  })

  it('are answered where the tick can not be kept', async () => {
    const { store, service } = bench()
    const full = () => {
      throw new Error('database or disk is full')
    }
    const tasks = service({ ...store, firstTasks: { ...store.firstTasks, keep: full } })
    expect(await tasks.around(...look('tt01'))).toBe('value')
    expect(tasks.read('a').done).toEqual(['look'])
  })

  it('are not told for an account that is not open', () => {
    expect(() => bench().service().read('none')).toThrow('没有这个账号')
  })
})

describe('the merchant of the next task', () => {
  const versions = {
    tt01: { ...idle, audit: auditVersion('2.0', now, 'in_review') },
    tt02: { current: onlineVersion('1.0', now, { takenDown: true }) },
    tt03: { ...idle, audit: auditVersion('3.0', now, 'passed', { released: true }) },
    tt04: { current: onlineVersion('1.1', now) },
    tt05: idle,
    tt06: idle
  }

  it('is the first that nothing keeps from a newer version, then the one that was looked at', async () => {
    const { store, service } = bench()
    withVersions(store, versions)
    for (const appId of Object.keys(versions)) {
      store.merchants.saveSetup(
        { accountId: 'a', appId },
        { readiness: { level: 'ok', text: '' }, creditScore: null, drift: null, template: null }
      )
    }
    const tasks = service()
    expect(tasks.read('a').merchant?.appId).toBe('tt05')
    await tasks.around(...look('tt06'))
    expect(tasks.read('a').merchant?.appId).toBe('tt06')
  })

  it('is none of those that are lost, though it was looked at', async () => {
    const { store, service } = bench()
    withVersions(store, versions)
    store.merchants.saveAuthorization({ accountId: 'a', appId: 'tt04' }, 'lost')
    const tasks = service()
    await tasks.around(...look('tt04'))
    expect(tasks.read('a').merchant?.appId).not.toBe('tt04')
  })
})
