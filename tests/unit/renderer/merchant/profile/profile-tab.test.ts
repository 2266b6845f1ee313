import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { ElMessage } from 'element-plus'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { later, ok, refused } from '../fake-desk'
import { profileTab } from './profile-page'
import { audit, information, profileDetail, settingChange } from './samples'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  ElMessage.closeAll()
})

const unknown = () => refused({ code: 'outcome_unknown', message: '不知道改成没有' })
const newIntroduction = '山里的茶，直接寄到家，随时退换'

describe('the profile of a merchant', () => {
  it('shows each item with the review of it, the reason, the advice and what is left', async () => {
    const nameAudit = audit({ state: 'rejected', reason: '和品牌近似', advice: '换一个名称', remaining: 2 })
    const { get } = await profileTab(profileDetail(information({ nameAudit })))
    expect(get('profile-name').text()).toMatch(
      /未通过.*还能改 2 次.*山野茶事.*提交的.*山野茶铺.*和品牌近似.*换一个名称/
    )
    expect(get('profile-introduction').find('[data-testid="audit-state"]').exists()).toBe(false)
    expect(get('subject-facts').text()).toContain('示例有限公司')
  })

  it('shows the submitted icon, and can try again where it could not be read', async () => {
    let tries = 0
    const { get, page, find } = await profileTab(profileDetail(information({ iconAudit: audit({ value: 'u' }) })), {
      'profile.submittedIcon': () => (++tries === 1 ? refused() : ok({ image: 'data:image/png;base64,AA==' }))
    })
    expect(find('submitted-icon').exists()).toBe(false)
    const again = page.findAll('button').find((button) => button.text().includes('重读'))
    await again?.trigger('click')
    await flushPromises()
    expect(get('submitted-icon').attributes('src')).toBe('data:image/png;base64,AA==')
  })

  it('says what an expired name means', async () => {
    const { get } = await profileTab(profileDetail(information({ nameAudit: audit({ state: 'expired' }) })))
    expect(get('profile-name').text()).toContain('改名并通过审核后才能再提审')
  })

  it('holds a change back and says why: in review, used up, or not settled yet', async () => {
    const value = information({ introductionAudit: audit(), iconAudit: audit({ state: 'approved', remaining: 0 }) })
    const changes = [settingChange({ state: 'unknown' })]
    const { get, press, find } = await profileTab(profileDetail(value, { changes }))
    expect(get('profile-introduction-change').text()).toContain('还在审核中')
    expect(get('profile-icon-change').text()).toContain('次数已用完')
    expect(get('profile-name-change').text()).toContain('请先在修改记录里确认')
    await press('profile-introduction-change')
    expect(find('introduction-dialog').exists()).toBe(false)
  })

  it('shows a skeleton, then the failure with a way to try again', async () => {
    const answer = later<ReturnType<typeof refused>>()
    const { page, find, get } = await profileTab(profileDetail(), { 'profile.get': () => answer.promise })
    expect(page.find('.el-skeleton').exists()).toBe(true)
    answer.give(refused({ message: '库打不开' }))
    await flushPromises()
    expect(find('profile-name').exists()).toBe(false)
    expect(get('error-panel').text()).toMatch(/库打不开.*重试/)
  })
})

describe('changing the introduction', () => {
  it('counts as the platform does, and says what is wrong when the field is left', async () => {
    const { get, find, press, type, reason } = await profileTab(profileDetail())
    await press('profile-introduction-change')
    await type('introduction-input', '太短了')
    expect(get('introduction-count').text()).toBe('3 / 60')
    expect(get('introduction-problem').text()).toContain('至少 10 个字')
    expect(reason()).toContain('至少 10 个字')
    await type('introduction-input', newIntroduction)
    expect(find('introduction-problem').exists()).toBe(false)
    expect(get('change-line').text()).toMatch(/现在为本地用户.*改成山里的茶/)
  })

  it('submits it once, closes, says so and shows the review', async () => {
    const after = profileDetail(information({ introductionAudit: audit({ value: newIntroduction }) }))
    const answer = later<ReturnType<typeof ok<typeof after>>>()
    const { desk, get, find, press, type } = await profileTab(profileDetail(), {
      'profile.changeIntroduction': () => answer.promise
    })
    await press('profile-introduction-change')
    await type('introduction-input', ` ${newIntroduction} `)
    await press('change-submit')
    await press('change-submit')
    answer.give(ok(after))
    await flushPromises()
    expect(desk.inputs('profile.changeIntroduction')).toEqual([
      { accountId: 'practice', appId: 'tt0001', introduction: newIntroduction }
    ])
    expect(find('introduction-dialog').exists()).toBe(false)
    expect(document.body.textContent).toContain('新简介已提交')
    expect(get('profile-introduction').text()).toContain('审核中')
  })

  it("shows the platform's refusal at the field and in full, and keeps what was typed", async () => {
    const { get, press, type } = await profileTab(profileDetail(), {
      'profile.changeIntroduction': () =>
        refused({ message: '简介没有修改', platformCode: '22019', fields: { introduction: '有敏感词' } })
    })
    await press('profile-introduction-change')
    await type('introduction-input', newIntroduction)
    await press('change-submit')
    expect(get('introduction-problem').text()).toBe('有敏感词')
    expect(get('error-panel').text()).toContain('平台代码 22019')
    await type('introduction-input', `${newIntroduction}。`)
    expect(get('introduction-dialog').find('[data-testid="introduction-problem"]').exists()).toBe(false)
  })

  it('begins with the introduction that was rejected, to be mended', async () => {
    const introductionAudit = audit({ state: 'rejected', value: newIntroduction })
    const { page, press } = await profileTab(profileDetail(information({ introductionAudit })))
    await press('profile-introduction-change')
    expect(page.get('textarea').element.value).toBe(newIntroduction)
  })

  it('leads to the history when the answer was lost, where it can be settled', async () => {
    const changes = [settingChange({ kind: 'introduction', state: 'unknown' })]
    let sent = false
    const { find, get, press, type } = await profileTab(profileDetail(), {
      'profile.get': () => ok(profileDetail(information(), { changes: sent ? changes : [] })),
      'profile.changeIntroduction': () => {
        sent = true
        return unknown()
      }
    })
    await press('profile-introduction-change')
    await type('introduction-input', newIntroduction)
    await press('change-submit')
    expect(find('introduction-dialog').exists()).toBe(false)
    expect(document.activeElement).toBe(get('settle-change').element)
  })
})
