import { expect, it } from 'vitest'
import { linkState, merchantMessage, remainingText } from '@/pages/authorization/links/link-words'
import { link } from './samples'

const minuteMs = 60_000

it('counts down in hours and minutes, and in the last hour in seconds', () => {
  expect(remainingText(24 * 60 * minuteMs, 0)).toBe('还有 24 小时 0 分')
  expect(remainingText(60 * minuteMs, 0)).toBe('还有 1 小时 0 分')
  expect(remainingText(60 * minuteMs, 1000)).toBe('还有 59 分 59 秒')
  expect(remainingText(5000, 0)).toBe('还有 0 分 05 秒')
  expect(remainingText(5000, 5000)).toBe('已过期')
})

it('calls a link used even after its time is over', () => {
  const usedBy = { appId: 'tt1', name: '云间民宿', at: 1 }
  expect(linkState(link({ expiresAt: 100, usedBy }), 200)).toBe('used')
  expect(linkState(link({ expiresAt: 100 }), 100)).toBe('expired')
  expect(linkState(link({ expiresAt: 100 }), 99)).toBe('waiting')
})

it('writes the merchant a message that names the account, what to tick, and the link', () => {
  const message = merchantMessage(link({ url: 'https://example.com/a' }), '山海代运营')
  expect(message).toContain('授权「山海代运营」代管您的小程序')
  expect(message).toContain('开发管理权限、基本信息设置权限、运营管理权限')
  expect(message.endsWith('链接 24 小时内有效，只能用一次：https://example.com/a')).toBe(true)
  expect(merchantMessage(link({ kind: 'create', appName: '新店' }), '山海')).toContain('创建小程序「新店」')
})
