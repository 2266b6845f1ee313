import type { ListColumn } from '@shared/domain/lists'
import type { MerchantRow } from '@shared/domain/merchant'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import MerchantLine from '@/pages/merchants/MerchantLine.vue'
import { sortRows } from '@/stores/merchant-rows/row-order'
import { row } from '../list/rows'

enableAutoUnmount(afterEach)

const dayMs = 24 * 3600_000
const template = { templateId: '9133504853504535288', description: '会员储值', isCertain: true }

/** A column's cell in the line of a merchant. */
function cell(column: ListColumn, change: Partial<MerchantRow>) {
  const merchant = row(change)
  const line = mount(MerchantLine, {
    props: {
      ...{ row: merchant, columns: [column], lineId: 'line', place: 0, newest: null },
      ...{ active: false, selected: false, reading: false }
    }
  })
  const found = line.get(`[data-testid="row-${column}"]`)
  return { found, text: found.text(), hint: found.attributes('data-hint') ?? '' }
}

describe('the column 模板', () => {
  it('shows the end of the id with the description, and on hover how it is known', () => {
    const { text, hint } = cell('template', { template })
    expect(text).toBe('…535288会员储值')
    expect(hint).toBe('模板 9133504853504535288：由本机的上传记录得知\n会员储值')
  })

  it('says where it is not certain, in the cell and on hover', () => {
    const { text, hint } = cell('template', { template: { ...template, isCertain: false } })
    expect(text).toBe('…535288？会员储值')
    expect(hint).toContain('可能是模板 9133504853504535288：只按版本号和描述推断')
  })

  it('says that it is the test version’s where nothing is online', () => {
    const test = { version: '1.0.0', submitted: false }
    expect(cell('template', { template, test, online: null }).hint).toContain('这是测试版本的模板')
    expect(cell('template', { template, test }).hint).not.toContain('测试版本')
  })

  it('shows none where it can not be told, with the reason', () => {
    expect(cell('template', {}).text).toBe('—')
    expect(cell('template', {}).hint).toContain('没有找到本机上传')
    expect(cell('template', { online: null })).toMatchObject({ text: '—', hint: '没有线上版本，也没有测试版本' })
  })
})

describe('the column 授权到期', () => {
  const mark = (change: Partial<MerchantRow>): string | undefined => {
    const marks = cell('authorizationEndsAt', change).found.findAll('[data-testid="authorization-end-mark"]')
    return marks[0]?.attributes('aria-label')
  }

  it('shows how long it lasts, and marks what the token keeper counts as in danger', () => {
    const now = Date.now()
    expect(cell('authorizationEndsAt', { authorizationEndsAt: now + 20.5 * dayMs }).text).toBe('20 天后')
    expect(mark({ authorizationEndsAt: now + 20.5 * dayMs })).toBeUndefined()
    expect(mark({ authorizationEndsAt: now + 6 * dayMs })).toBe('即将到期')
    expect(mark({ authorizationEndsAt: now - dayMs })).toBe('令牌失效')
    expect(mark({ authorizationEndsAt: now + 20 * dayMs, authorization: 'lost' })).toBe('授权失效')
  })

  it('shows none while no token is held, with the reason', () => {
    const { found, text } = cell('authorizationEndsAt', { authorizationEndsAt: null })
    expect(text).toBe('—')
    expect(found.find('[data-hint="还没有取过令牌，第一次用到时会取"]').exists()).toBe(true)
    expect(mark({ authorizationEndsAt: null })).toBeUndefined()
  })
})

describe('sorting by a chosen column', () => {
  const list = [
    row({ appId: 'a', authorizationEndsAt: 30, template: { ...template, templateId: '1622' } }),
    row({ appId: 'b' }),
    row({ appId: 'c', authorizationEndsAt: 10, template }),
    row({ appId: 'd', authorizationEndsAt: 20, template: { ...template, templateId: '1622' } })
  ]
  it.each([
    ['authorizationEndsAt', 'ascending', 'cdab'],
    ['authorizationEndsAt', 'descending', 'adcb'],
    ['template', 'ascending', 'adcb'],
    ['template', 'descending', 'cadb']
  ] as const)('%s, %s: those without a value last', (column, direction, order) => {
    const sorted = sortRows(list, { column, direction })
    expect(sorted.map(({ appId }) => appId).join('')).toBe(order)
  })
})
