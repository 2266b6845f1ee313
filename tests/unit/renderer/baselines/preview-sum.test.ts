import { domainDifference } from '@shared/rules/domain-rules'
import { expect, it } from 'vitest'
import { countDrifted, membersOf } from '@/pages/baselines/baseline-members'
import { byState, previewState, previewText } from '@/pages/baselines/preview-sum'
import { row } from '../list/rows'
import { drift, merchants, preview } from './samples'

const same = preview({ appId: 'same', difference: domainDifference({}, {}) })
const unread = preview({ appId: 'unread', difference: null, readAt: null })
const blocked = preview({ appId: 'blocked', blocked: '授权已失效' })

it('a merchant that can not be done is so whatever would change, and one that was never read is no other', () => {
  expect([preview(), same, unread, blocked].map(previewState)).toEqual(['change', 'same', 'unread', 'blocked'])
})

it('the sum names only what there is', () => {
  expect(previewText([preview(), preview(), same])).toBe('3 个商家：2 个要修改，1 个已一致')
  expect(previewText([blocked, unread])).toBe('2 个商家：1 个还没读过（先读取再修改），1 个不能')
})

it('those that need a look come first', () => {
  expect(byState([same, unread, preview(), blocked]).map(({ appId }) => appId)).toEqual([
    'blocked',
    'drifted',
    'unread',
    'same'
  ])
})

it('the members of a baseline are those that have it, the drifted ones first', () => {
  const rows = [...merchants, row({ appId: 'unread', drift: drift({ missing: null, extra: null }) })]
  expect(membersOf('b1', rows).map(({ appId }) => appId)).toEqual(['drifted', 'unread', 'same'])
})

it('the drifted are counted for each baseline', () => {
  expect(countDrifted(merchants)).toEqual(
    new Map([
      ['b1', 1],
      ['b2', 1]
    ])
  )
})
