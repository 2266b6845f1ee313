import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskFailure } from '@shared/errors'
import { auditVersion, january, onlineVersion, testVersion, versionList } from '../support'
import { discover, execute, newStore, sampleAccount, temporaryFolder } from './support'

const ref = { accountId: 'a', appId: 'tt01' }
const facts = {
  name: '湘里人家·正宗湖南土菜馆（五一广场店）',
  introduction: '为本地用户提供到店预约',
  appState: 'published',
  subjectName: '长沙湘里餐饮管理有限公司',
  subjectType: 'company'
} as const

describe('merchants in the database', () => {
  it('are named by their app id until they were read', () => {
    const store = newStore()
    discover(store, ['tt01'])
    expect(store.merchants.row(ref)).toEqual({
      ...ref,
      name: 'tt01',
      iconKey: null,
      tags: [],
      note: '',
      appState: null,
      authorization: 'unknown',
      authorizedAt: january,
      authorizationEndsAt: null,
      online: null,
      audit: null,
      test: null,
      template: null,
      unsettled: null,
      readiness: null,
      creditScore: null,
      drift: null,
      readAt: null,
      readError: null
    })
    expect(store.merchants.unread('a')).toEqual(['tt01'])
  })

  it('keep what was read when they are discovered again', () => {
    const store = newStore()
    discover(store, ['tt01'])
    store.merchants.saveProfile(ref, facts)
    store.merchants.setTags(ref, ['餐饮'])
    discover(store, ['tt01', 'tt02'])
    store.merchants.discover('a', [{ appId: 'tt01', authorizedAt: null }])
    expect(store.merchants.row(ref)).toMatchObject({ name: facts.name, tags: ['餐饮'], authorizedAt: january })
    expect(store.merchants.count('a')).toBe(2)
  })

  it('give back profile, permissions and versions as they were saved', () => {
    const store = newStore()
    discover(store, ['tt01'])
    const versions = versionList(january, {
      latest: testVersion('1.2.0', january, true),
      audit: auditVersion('1.1.0', january, 'rejected', {
        reasons: [
          { host: '抖音', reasons: ['页面打不开', '缺少资质'], attachmentUrl: 'https://example.com/a.png' },
          { host: 'toutiao', reasons: ['同上'], attachmentUrl: null }
        ]
      }),
      current: onlineVersion('1.0.0', january, { rollback: { possible: true, toVersion: '0.9.0' } })
    })
    store.merchants.saveProfile(ref, facts)
    store.merchants.savePermissions(ref, [{ id: 1, name: '开发管理权限' }])
    store.merchants.saveAuthorization(ref, 'authorized')
    store.merchants.saveVersions(ref, versions)
    store.merchants.saveReading(ref, { readAt: january })
    expect(store.merchants.versions(ref)).toEqual(versions)
    expect(store.merchants.profile(ref)).toMatchObject({
      ...facts,
      authorization: { state: 'authorized', permissions: [{ id: 1, name: '开发管理权限' }] }
    })
    expect(store.merchants.row(ref)).toMatchObject({
      online: { version: '1.0.0', takenDown: false },
      audit: { version: '1.1.0', status: 'rejected', reason: '抖音：页面打不开、缺少资质；今日头条：同上' },
      test: { version: '1.2.0', submitted: true },
      readAt: january,
      readError: null
    })
  })

  it('show what was judged of their set-up, and nothing where that does not parse', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    discover(store, ['tt01'])
    const judged = {
      readiness: { level: 'blocking', text: '没有服务类目' },
      creditScore: 88,
      drift: { baselineId: 'b1', baselineName: '标准', missing: 2, extra: null },
      template: { templateId: '9133504853504535288', description: '会员储值', isCertain: true }
    } as const
    store.merchants.saveSetup(ref, judged)
    expect(store.merchants.row(ref)).toMatchObject(judged)
    expect(store.merchants.page('a', null, 10).rows).toEqual([expect.objectContaining(judged)])
    store.close()
    execute(folder, `UPDATE merchants SET setup = '{"readiness":{"level":"superb"}}'`)
    const nothing = { readiness: null, creditScore: null, drift: null, template: null }
    expect(newStore(folder).merchants.row(ref)).toMatchObject(nothing)
  })

  it('show what an older program judged of them, which knew no template', () => {
    const folder = temporaryFolder()
    const store = newStore(folder)
    discover(store, ['tt01'])
    store.close()
    execute(folder, `UPDATE merchants SET setup = '{"readiness":null,"creditScore":88,"drift":null}'`)
    expect(newStore(folder).merchants.row(ref)).toMatchObject({ creditScore: 88, template: null })
  })

  it('tell when their own refresh token ends, and nothing while none is held', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b'))
    discover(store, ['tt01', 'tt02'])
    const times = { issuedAt: january, accessExpiresAt: january + 1, refreshExpiresAt: january + 2 }
    store.tokens.save(ref, Buffer.of(1), times)
    store.tokens.save({ accountId: 'b', appId: 'tt02' }, Buffer.of(1), times)
    const ends = store.merchants.page('a', null, 10).rows.map((row) => [row.appId, row.authorizationEndsAt])
    expect(ends).toEqual([
      ['tt01', january + 2],
      ['tt02', null]
    ])
    store.tokens.forget(ref)
    expect(store.merchants.row(ref)?.authorizationEndsAt).toBeNull()
  })

  it('keep the time of the last good reading beside the reason why the newest failed', () => {
    const store = newStore()
    discover(store, ['tt01'])
    store.merchants.saveReading(ref, { readAt: january })
    store.merchants.saveReading(ref, { error: '网络不通' })
    expect(store.merchants.row(ref)).toMatchObject({ readAt: january, readError: '网络不通' })
    store.merchants.saveReading(ref, { readAt: january + 1 })
    expect(store.merchants.row(ref)).toMatchObject({ readAt: january + 1, readError: null })
  })

  it('come page by page in one order, none twice and none left out, while others are added', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (appIds, limit) => {
          const store = newStore()
          discover(store, appIds)
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const page = store.merchants.page('a', cursor, limit)
            seen.push(...page.rows.map((row) => row.appId))
            discover(store, [`${String.fromCodePoint(1)}${seen.length}`])
            cursor = page.next
          } while (cursor !== null)
          expect(new Set(seen).size).toBe(seen.length)
          expect(appIds.filter((appId) => !seen.includes(appId))).toEqual([])
          store.close()
        }
      ),
      { numRuns: 15 }
    )
  })

  it.each(['', 'AAAA', Buffer.from('["only one"]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'refuse the foreign cursor %j',
    (cursor) => {
      expect(() => newStore().merchants.page('a', cursor, 10)).toThrow(DeskFailure)
    }
  )

  it('in review come with those first that were read longest ago', () => {
    const store = newStore()
    discover(store, ['tt01', 'tt02', 'tt03'])
    for (const [appId, readAt] of [
      ['tt01', 30],
      ['tt02', 10]
    ] as const) {
      const each = { accountId: 'a', appId }
      store.merchants.saveVersions(each, versionList(readAt, { audit: auditVersion('1', 1, 'in_review') }))
      store.merchants.saveReading(each, { readAt })
    }
    expect(store.merchants.inReview('a', 10).map(({ appId }) => appId)).toEqual(['tt02', 'tt01'])
    expect(store.merchants.inReview('a', 1)).toHaveLength(1)
  })

  it('go with all that belongs to them when an account is cleared, and others stay', () => {
    const store = newStore()
    store.accounts.save(sampleAccount('b', { kind: 'platform', name: '另一个', colour: '#111111' }))
    discover(store, ['tt01'])
    discover(store, ['tt01'], 'b')
    const operation = store.operations.begin({
      ...ref,
      kind: 'withdraw',
      version: '1',
      actor: 'me',
      startedAt: 1,
      rolloutId: null,
      request: {},
      before: versionList(1)
    })
    store.icons.save(ref, { key: 'k', contentType: 'image/png', bytes: Buffer.of(1, 2) }, 'https://example.com/i')
    store.accounts.empty('a')
    expect(store.merchants.count('a')).toBe(0)
    expect(store.operations.get(operation.id)).toBeNull()
    expect(store.icons.get(ref)).toBeNull()
    expect(store.merchants.count('b')).toBe(1)
  })
})
