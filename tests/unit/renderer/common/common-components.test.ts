import type { DeskError } from '@shared/errors'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AuditTag from '@/components/common/AuditTag.vue'
import CopyText from '@/components/common/CopyText.vue'
import ErrorPanel from '@/components/common/ErrorPanel.vue'
import { supportText } from '@/components/common/error-text'
import MerchantIcon from '@/components/common/MerchantIcon.vue'
import ReasonButton from '@/components/common/ReasonButton.vue'
import TimeAgo from '@/components/common/TimeAgo.vue'

enableAutoUnmount(afterEach)

const error: DeskError = {
  code: 'platform_refused',
  message: '版本没有提交审核',
  reason: '已有版本在审核中',
  nextStep: '请先撤回',
  retryable: false,
  platformCode: '11302',
  platformMessage: 'in review',
  logId: '20261124ABC',
  merchant: { appId: 'tt1', name: '云间民宿' }
}

function clipboard(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
}
afterEach(() => vi.unstubAllGlobals())

describe('a button with a reason', () => {
  it('can not be pressed, is still reached by the keyboard, and has the reason as its description', async () => {
    const button = mount(ReasonButton, { props: { reason: '还在审核中' }, slots: { default: '发布' } })
    await button.trigger('click')
    expect(button.emitted('click')).toBeUndefined()
    expect(button.attributes('aria-disabled')).toBe('true')
    expect(button.attributes('disabled')).toBeUndefined()
    expect(button.get(`#${button.attributes('aria-describedby')}`).text()).toBe('还在审核中')
    expect(button.attributes('data-hint')).toBe('还在审核中')
  })

  it('can be pressed when the reason is gone, once for each press', async () => {
    const button = mount(ReasonButton, { props: { reason: null }, slots: { default: '发布' } })
    await button.trigger('click')
    expect(button.emitted('click')).toHaveLength(1)
    expect(button.attributes('aria-disabled')).toBe('false')
  })

  it('can not be pressed while it works', async () => {
    const button = mount(ReasonButton, { props: { reason: null, loading: true } })
    await button.trigger('click')
    expect(button.emitted('click')).toBeUndefined()
  })
})

describe('an error', () => {
  it('says what, to whom, why, what next, and the words of the platform', () => {
    const text = mount(ErrorPanel, { props: { error } }).text()
    for (const part of [error.message, '云间民宿', error.reason, error.nextStep, '11302', '20261124ABC']) {
      expect(text).toContain(part)
    }
  })

  it('copies what the support of the platform asks for', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    clipboard(writeText)
    const panel = mount(ErrorPanel, { props: { error } })
    await panel.get('.platform button').trigger('click')
    await flushPromises()
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining(supportText(error)))
    expect(supportText(error)).toContain('平台代码：11302\n平台信息：in review\nlog_id:20261124ABC')
    expect(panel.text()).toContain('已复制')
  })

  it('has no button to try again unless somebody listens', () => {
    expect(mount(ErrorPanel, { props: { error } }).find('.retry').exists()).toBe(false)
  })

  it('waits as long as the platform asks before it can be tried again', async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    try {
      const onRetry = vi.fn()
      const panel = mount(ErrorPanel, { props: { error: { ...error, retryAfterMs: 3_000 }, onRetry } })
      await panel.get('.retry').trigger('click')
      expect(onRetry).not.toHaveBeenCalled()
      expect(panel.get('.retry').text()).toContain('还要等 3 秒')
      await vi.advanceTimersByTimeAsync(4_000)
      await panel.get('.retry').trigger('click')
      expect(onRetry).toHaveBeenCalledTimes(1)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a text to copy', () => {
  it('is copied by a click, says so, and keeps the click from what is around it', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    clipboard(writeText)
    const around = vi.fn()
    const outside = mount({
      components: { CopyText },
      setup: () => ({ around }),
      template: '<div @click="around"><CopyText text="tt1" label="AppID" /></div>'
    })
    await outside.get('button').trigger('click')
    await flushPromises()
    expect(writeText).toHaveBeenCalledWith('tt1')
    expect(outside.get('button').attributes('data-hint')).toBe('已复制')
    expect(around).not.toHaveBeenCalled()
  })

  it('says so when it could not be copied', async () => {
    clipboard(() => Promise.reject(new Error('denied')))
    const text = mount(CopyText, { props: { text: 'tt1' } })
    await text.trigger('click')
    await flushPromises()
    expect(text.attributes('data-hint')).toContain('没有复制成功')
  })
})

describe('the icon of a merchant', () => {
  const merchant = { accountId: 'a/b', appId: 'tt1', name: '云间', iconKey: 'k 1' }

  it('is asked for under an address that changes with the icon', () => {
    const icon = mount(MerchantIcon, { props: { merchant } })
    expect(icon.attributes('src')).toBe('/media/icon/a%2Fb/tt1?v=k%201')
  })

  it('is a tile with the first letter where there is none, or where it does not load', async () => {
    expect(mount(MerchantIcon, { props: { merchant: { ...merchant, iconKey: null } } }).text()).toBe('云')
    const broken = mount(MerchantIcon, { props: { merchant } })
    await broken.trigger('error')
    expect(broken.text()).toBe('云')
    await broken.setProps({ merchant: { ...merchant, iconKey: 'k 2' } })
    expect(broken.attributes('src')).toContain('v=k%202')
  })
})

describe('an audit state', () => {
  it.each([
    ['in_review', '审核中'],
    ['passed', '已通过'],
    ['rejected', '未通过'],
    ['withdrawn', '已撤回']
  ] as const)('%s is %s', (status, text) => {
    const tag = mount(AuditTag, { props: { status } })
    expect(tag.text()).toBe(text)
    expect(tag.find('svg').exists()).toBe(true)
  })

  it('is 已发布 once the version is released', () => {
    expect(mount(AuditTag, { props: { status: 'passed', released: true } }).text()).toBe('已发布')
  })
})

describe('a moment', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8, 0, 0) }))
  afterEach(() => vi.useRealTimers())

  it('is told relative to now, moves on, and has the exact China time', async () => {
    const moment = mount(TimeAgo, { props: { at: Date.UTC(2026, 10, 24, 7, 59, 30) } })
    expect(moment.text()).toBe('刚刚')
    expect(moment.attributes('data-hint')).toContain('2026-11-24 15:59:30')
    await vi.advanceTimersByTimeAsync(5 * 60_000)
    expect(moment.text()).toBe('5 分钟前')
  })

  it('that never was is 从未', () => {
    expect(mount(TimeAgo, { props: { at: null } }).text()).toBe('从未')
  })
})
