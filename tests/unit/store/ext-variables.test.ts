import { describe, expect, it } from 'vitest'
import { extVariable } from './code-samples'
import { codeOf, discover, newStore, sampleAccount } from './support'

const optional = { ...extVariable, name: 'theme', type: 'text', required: false, fallback: '红' } as const

describe('the variables of the ext.json defaults', () => {
  it('come in the order in which they were saved, and are replaced all together', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    store.extVariables.saveVariables('b', [extVariable])
    store.extVariables.saveVariables('a', [optional, extVariable])
    expect(store.extVariables.studio('a').variables).toEqual([optional, extVariable])
    store.extVariables.saveVariables('a', [extVariable, { ...optional, name: 'colour' }])
    expect(store.extVariables.studio('a').variables.map(({ name }) => name)).toEqual(['shopId', 'colour'])
    store.extVariables.saveVariables('a', [])
    expect(store.extVariables.studio('a').variables).toEqual([])
    expect(store.extVariables.studio('b').variables).toEqual([extVariable])
  })

  it('refuse a name that is there twice, and stay as they were', () => {
    const store = newStore()
    store.extVariables.saveVariables('a', [optional])
    const twice = [extVariable, optional, extVariable]
    expect(codeOf(() => store.extVariables.saveVariables('a', twice))).toBe('invalid_input')
    expect(store.extVariables.studio('a').variables).toEqual([optional])
  })
})

describe('the ext.json defaults', () => {
  it('are one for each template of an account; ids beyond 2^53 included', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    const [templateId, other] = ['9133504853504535288', '9133504853504535289']
    store.extVariables.saveDefault('a', { templateId, text: '{}', changedAt: 1 })
    store.extVariables.saveDefault('a', { templateId: other, text: '{"a":1}', changedAt: 2 })
    store.extVariables.saveDefault('a', { templateId, text: '{"b":1}', changedAt: 3 })
    expect(store.extVariables.studio('a').defaults).toEqual([
      { templateId, text: '{"b":1}', changedAt: 3 },
      { templateId: other, text: '{"a":1}', changedAt: 2 }
    ])
    expect(store.extVariables.studio('b').defaults).toEqual([])
  })

  it('are forgotten one by one, in one account only', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    for (const accountId of ['a', 'b'])
      store.extVariables.saveDefault(accountId, { templateId: '1', text: '{}', changedAt: 1 })
    store.extVariables.forgetDefault('a', '1')
    store.extVariables.forgetDefault('a', '2')
    expect(store.extVariables.studio('a').defaults).toEqual([])
    expect(store.extVariables.studio('b').defaults).toHaveLength(1)
  })
})

describe('the merchants’ values', () => {
  it('are replaced merchant by merchant; empty ones are none', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02', 'tt03'])
    store.extVariables.saveValues('a', [
      { appId: 'tt02', values: { shopId: '88', theme: '' } },
      { appId: 'tt01', values: { shopId: '7', theme: '蓝' } },
      { appId: 'tt03', values: { theme: '' } }
    ])
    expect(store.extVariables.values('a')).toEqual([
      { appId: 'tt01', values: { shopId: '7', theme: '蓝' } },
      { appId: 'tt02', values: { shopId: '88' } }
    ])
    store.extVariables.saveValues('a', [
      { appId: 'tt01', values: { theme: '绿' } },
      { appId: 'tt02', values: {} }
    ])
    expect(store.extVariables.values('a')).toEqual([{ appId: 'tt01', values: { theme: '绿' } }])
    expect(store.extVariables.valuesOf({ accountId: 'a', appId: 'tt01' })).toEqual({ theme: '绿' })
    expect(store.extVariables.valuesOf({ accountId: 'a', appId: 'tt02' })).toEqual({})
  })

  it('are saved for all of the merchants or for none', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const values = { shopId: '7' }
    const merchants = ['tt01', 'forgotten'].map((appId) => ({ appId, values }))
    expect(codeOf(() => store.extVariables.saveValues('a', merchants))).toBe('not_found')
    expect(store.extVariables.values('a')).toEqual([])
  })
})

describe('an account that is emptied', () => {
  it('forgets variables, defaults and values', () => {
    const store = newStore()
    discover(store, ['tt01'])
    store.extVariables.saveVariables('a', [extVariable])
    store.extVariables.saveDefault('a', { templateId: '1', text: '{}', changedAt: 1 })
    store.extVariables.saveValues('a', [{ appId: 'tt01', values: { shopId: '7' } }])
    store.accounts.empty('a')
    expect(store.extVariables.studio('a')).toEqual({ variables: [], defaults: [] })
    expect(store.extVariables.values('a')).toEqual([])
  })
})
