import { describe, expect, it } from 'vitest'
import type { AuthorizationRecord } from '@shared/domain/authorization'
import { authorizationRecordsQuery } from '../../../electron/store/authorization-records'
import { january } from '../support'
import { newStore, planOf } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const record: Omit<AuthorizationRecord, 'id'> = {
  at: january,
  change: 'permissions',
  by: 'call',
  added: [{ id: 3, name: '运营管理权限' }],
  removed: [{ id: 4, name: '数据分析权限' }],
  actor: '小王'
}

describe('the history of an authorisation', () => {
  it('gives back what was added, the newest first, of one merchant only', () => {
    const store = newStore()
    const first = store.authorizationRecords.add(ref, record)
    const second = store.authorizationRecords.add(ref, { ...record, change: 'lost', added: [], actor: null })
    store.authorizationRecords.add({ ...ref, appId: 'tt02' }, record)
    expect(store.authorizationRecords.list(ref, 9)).toEqual([second, first])
    expect(store.authorizationRecords.list(ref, 1)).toEqual([second])
    expect(first).toEqual({ ...record, id: first.id })
  })

  it('goes with what belongs to the account', () => {
    const store = newStore()
    store.authorizationRecords.add(ref, record)
    store.accounts.empty('a')
    expect(store.authorizationRecords.list(ref, 9)).toEqual([])
  })

  it('is found by its index and not sorted', () => {
    expect(planOf(authorizationRecordsQuery)).toEqual([expect.stringContaining('authorization_records_of_merchant')])
  })
})
