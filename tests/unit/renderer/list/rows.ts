import type { MerchantRow } from '@shared/domain/merchant'
import fc from 'fast-check'

/** A merchant row in which nothing is out of the ordinary, with what a test wants otherwise. */
export function row(change: Partial<MerchantRow> = {}): MerchantRow {
  return {
    accountId: 'practice',
    appId: 'tt01',
    name: '云间民宿',
    iconKey: null,
    tags: [],
    note: '',
    appState: 'published',
    authorization: 'authorized',
    authorizedAt: 1,
    authorizationEndsAt: null,
    online: { version: '1.0.0', takenDown: false },
    audit: { version: '1.0.0', status: 'passed', released: true, reason: '' },
    test: null,
    template: null,
    unsettled: null,
    readiness: null,
    creditScore: null,
    drift: null,
    readAt: 1,
    readError: null,
    ...change
  }
}

/** `count` different rows, in the standing order. */
export function rows(count: number): MerchantRow[] {
  return Array.from({ length: count }, (_, place) => {
    const number = String(place).padStart(5, '0')
    return row({ appId: `tt${number}`, name: `商家 ${number}` })
  })
}

const version = fc.constantFrom('1.0.0', '1.2.0', '1.10.0', '2.0.0-beta.1')
const arbitraryRow = fc.record({
  appId: fc.stringMatching(/^tt[0-9a-f]{4}$/),
  name: fc.constantFrom('云间民宿', '老街牛肉面', 'Cafe 12', 'Cafe 2', '木子花艺', '阿强洗车'),
  tags: fc.uniqueArray(fc.constantFrom('华东', '餐饮', 'VIP'), { maxLength: 3 }),
  authorization: fc.constantFrom('authorized', 'lost', 'unknown'),
  online: fc.option(fc.record({ version, takenDown: fc.boolean() })),
  audit: fc.option(
    fc.record({
      version,
      status: fc.constantFrom('in_review', 'passed', 'rejected', 'withdrawn'),
      released: fc.boolean(),
      reason: fc.constant('')
    })
  ),
  readError: fc.option(fc.constant('超时')),
  readAt: fc.option(fc.integer({ min: 0, max: 1e13 }))
})

/** Lists of rows whose app ids are all different. */
export const arbitraryRows: fc.Arbitrary<readonly MerchantRow[]> = fc
  .uniqueArray(arbitraryRow, { selector: (each) => each.appId, maxLength: 40 })
  .map((changes) => changes.map((change) => row(change)))
