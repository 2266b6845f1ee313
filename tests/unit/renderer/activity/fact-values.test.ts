import { expect, it } from 'vitest'
import { factValue } from '@/pages/activity/fact-values'

it.each([
  ['link', 'authorize', '授权已有小程序'],
  ['work', 'withdraw', '撤回审核'],
  ['theme', 'dark', '深色'],
  ['language', 'en', 'English'],
  ['secrets', 'messageKey', '消息加密解密 KEY'],
  ['ticketSource', 'paste', '手工粘贴'],
  ['hosts', 'douyin', '抖音']
] as const)('says %s %s as %s', (fact, value, text) => {
  expect(factValue(fact, value)).toBe(text)
})

it('leaves what the operator or the platform wrote as it is', () => {
  expect(factValue('note', 'authorize')).toBe('authorize')
  expect(factValue('link', 'unheard of')).toBe('unheard of')
})
