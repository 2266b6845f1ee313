import { describe, expect, it } from 'vitest'
import type { Capability } from '@shared/domain/capability'
import { videoMount } from './code-samples'
import { refusal } from './setup-samples'
import { discover, execute, newStore, sampleAccount, temporaryFolder } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const bare: Capability = {
  ...videoMount,
  way: 'automatic',
  state: null,
  canApply: null,
  conditions: [],
  fields: [],
  permissionIds: [],
  permitted: true
}

describe('the capabilities of a merchant', () => {
  it('come back as they were saved, what the platform may leave out left out', () => {
    const store = newStore()
    discover(store, ['tt01'])
    store.capabilities.save(ref, [videoMount, bare], 5)
    expect(store.capabilities.read(ref)).toEqual({ value: [videoMount, bare], readAt: 5, error: null })
    store.capabilities.fail(ref, refusal)
    expect(store.capabilities.read(ref)).toEqual({ value: [videoMount, bare], readAt: 5, error: refusal })
  })
})

describe('the capabilities of all merchants', () => {
  it('come in the merchants’ order, those never read among them', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01'], 'b')
    discover(store, ['tt03', 'tt01', 'tt02', 'tt04'])
    store.capabilities.save(ref, [videoMount], 5)
    store.capabilities.save({ ...ref, appId: 'tt03' }, [videoMount], 6)
    store.capabilities.save({ ...ref, appId: 'tt04' }, [], 7)
    store.capabilities.fail({ ...ref, appId: 'tt02' }, refusal)
    store.capabilities.save({ ...ref, accountId: 'b' }, [bare], 8)
    expect(store.capabilityRows('a')).toEqual([
      { appId: 'tt01', name: 'tt01', capabilities: [videoMount], readAt: 5 },
      { appId: 'tt02', name: 'tt02', capabilities: null, readAt: null },
      { appId: 'tt03', name: 'tt03', capabilities: [videoMount], readAt: 6 },
      { appId: 'tt04', name: 'tt04', capabilities: [], readAt: 7 }
    ])
  })

  it.each([`'[{"key":"video_mount"}]'`, `'[{"key"'`])('count a value as never read that is %s', (value) => {
    const folder = temporaryFolder()
    const before = newStore(folder)
    discover(before, ['tt01', 'tt02'])
    before.capabilities.save(ref, [videoMount], 5)
    before.capabilities.save({ ...ref, appId: 'tt02' }, [videoMount], 5)
    before.close()
    execute(folder, `UPDATE facets SET value = ${value} WHERE app_id = 'tt01'`)
    const store = newStore(folder)
    expect(store.capabilityRows('a').map(({ capabilities, readAt }) => [capabilities, readAt])).toEqual([
      [null, null],
      [[videoMount], 5]
    ])
    expect(store.capabilities.read(ref)).toEqual({ value: null, readAt: null, error: null })
  })
})
