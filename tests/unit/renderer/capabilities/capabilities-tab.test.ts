import { enableAutoUnmount, flushPromises, mount as mountComponent } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import CapabilitiesTab from '@/pages/merchant/capabilities/CapabilitiesTab.vue'
import { ok, refused, later } from '../merchant/fake-desk'
import { merchant } from '../merchant/samples'
import { installFileDesk, pngFile, putFiles } from '../upload/files'
import { capability, detail, lostChange, mount, phone } from './samples'

enableAutoUnmount(afterEach)
beforeEach(() => document.body.replaceChildren())

async function tabOf(shown = detail([capability('live')]), answers: Parameters<typeof installFileDesk>[0] = {}) {
  setActivePinia(createPinia())
  const desk = installFileDesk({
    'capabilities.get': () => ok(shown),
    'capabilities.read': () => ok(shown),
    'capabilities.apply': () => ok(shown),
    ...answers
  })
  const page = mountComponent(CapabilitiesTab, {
    attachTo: document.body,
    props: { merchant },
    global: { plugins: [i18n], stubs: { RouterLink: true } }
  })
  await flushPromises()
  const get = (id: string) => page.get(`[data-testid="${id}"]`)
  const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
  const press = async (id: string) => {
    await get(id).trigger('click')
    await flushPromises()
  }
  const fill = (id: string, text: string) => get(id).setValue(text)
  const putPicture = async (id: string) => {
    putFiles(get(id).element, [pngFile()])
    await get(id).trigger('change')
    await vi.waitFor(() => get(`${id}-remove`))
    await vi.waitFor(() => expect(page.text()).not.toContain('正在准备'))
    await flushPromises()
  }
  const applied = () => desk.inputs('capabilities.apply')
  return { desk, page, get, all, press, fill, putPicture, applied }
}

describe('the capabilities of a merchant', () => {
  it('are grouped by state, in the order in which the operator asks', async () => {
    const { all } = await tabOf(
      detail([
        capability('a', { state: 'banned' }),
        capability('b', { state: null }),
        capability('c', { state: 'rejected' }),
        capability('d', { state: 'applying' }),
        capability('e'),
        capability('f', { state: 'closed' }),
        phone
      ])
    )
    expect(all('capability-group').map((group) => group.get('h2').text().replace(/\s+/g, ' '))).toEqual([
      '可申请 1',
      '申请中 1',
      '已开通 1',
      '未通过 1',
      '不可申请、已关闭或封禁 2',
      '状态未说明 1'
    ])
  })

  it('tell what is needed, what of it is fulfilled, which permission covers it and why it was refused', async () => {
    const { get } = await tabOf(
      detail([
        capability('live', {
          state: 'rejected',
          reason: '截图不清楚',
          permitted: null,
          conditions: [
            [
              { name: '小程序已上线', description: '', satisfied: true },
              { name: '主体为企业', description: '个人不开放', satisfied: false }
            ]
          ]
        })
      ])
    )
    expect(get('capability').text()).toMatch(
      /未通过.*原因：截图不清楚.*需要「运营管理权限」：是否授予，平台没有说明.*已满足：小程序已上线.*未满足：主体为企业（个人不开放）/s
    )
    expect(get('capability-apply').text()).toContain('再次申请')
  })

  it('say why one can not be applied for, and that some need no application', async () => {
    const { get, press, all } = await tabOf(
      detail([capability('live', { permitted: false }), { ...phone, state: 'cannot_apply' }])
    )
    expect(get('capability-apply').attributes('data-hint')).toBe('商家没有授予「运营管理权限」')
    await press('capability-apply')
    expect(all('application-dialog')).toEqual([])
    expect(get('capability-automatic').text()).toContain('不用申请')
    expect(all('capability-apply')).toHaveLength(1)
  })

  it('hold applications back while the outcome of one is not known', async () => {
    const { get, all } = await tabOf(detail([capability('live')], { changes: [lostChange] }))
    expect(get('capability-apply').attributes('data-hint')).toContain('结果还没有确认')
    expect(all('settle-change')).toHaveLength(1)
  })

  it('are a skeleton at first, an error when they can not be read, and say so when there are none', async () => {
    const error = { code: 'network', message: '没有读到能力', nextStep: '请重试', retryable: true } as const
    let tries = 0
    const { page, get } = await tabOf(detail(null), {
      'capabilities.read': () => (++tries === 1 ? refused(error) : ok(detail([])))
    })
    expect(get('error-panel').text()).toContain('没有读到能力')
    await get('error-panel').get('.retry').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('平台没有返回任何能力')
  })
})

describe('an application', () => {
  it('is sent with its text and pictures once all that is required is there', async () => {
    const { get, press, fill, putPicture, applied, all } = await tabOf(detail([mount]))
    await press('capability-apply')
    expect(get('change-submit').attributes('data-hint')).toBe('申请理由：请填写申请理由')
    await fill('application-reason', ' 门店视频挂载预约页 ')
    await fill('answer-anchor_text', '点我预约')
    expect(get('change-submit').attributes('data-hint')).toBe('落地页截图：请选择图片')
    await putPicture('picture-image_path-0')
    expect(all('picture-image_path-more')).toEqual([])
    await press('change-submit')
    expect(applied()).toEqual([
      {
        ...merchant,
        key: 'video_mount',
        reason: '门店视频挂载预约页',
        answers: [
          { key: 'anchor_text', texts: ['点我预约'], files: [] },
          { key: 'image_path', texts: [], files: ['f1'] }
        ]
      }
    ])
    expect(all('application-dialog')).toEqual([])
  })

  it('counts as the platform does, and says what is wrong with a field when it is left', async () => {
    const { get, press, fill, all } = await tabOf(detail([mount]))
    await press('capability-apply')
    await fill('answer-anchor_text', '字'.repeat(201))
    expect(get('answer-anchor_text-count').text()).toBe('201 / 200')
    expect(all('answer-anchor_text-problem')).toEqual([])
    await get('answer-anchor_text').trigger('blur')
    expect(get('answer-anchor_text-problem').text()).toBe('最多 200 个字，现在 201 个')
  })

  it('lets the operator choose between text and pictures where the platform does not tell', async () => {
    const { press, fill, putPicture, applied, all } = await tabOf()
    await press('capability-apply')
    await fill('application-reason', '开播时展示')
    await fill('answer-scene', '不会发送')
    await press('kind-scene-pictures')
    await putPicture('picture-scene-0')
    await press('picture-scene-more')
    await putPicture('picture-scene-1')
    await press('change-submit')
    expect(applied()).toMatchObject([{ answers: [{ key: 'scene', texts: [], files: ['f1', 'f2'] }] }])
    expect(all('application-dialog')).toEqual([])
  })

  it('shows a refusal at its field until that is changed, and keeps what was filled in', async () => {
    const { get, press, fill, all } = await tabOf(undefined, {
      'capabilities.apply': () => refused({ fields: { 'answers.scene': '写得太笼统' }, logId: 'L1' })
    })
    await press('capability-apply')
    await fill('application-reason', '理由')
    await fill('answer-scene', '场景')
    await press('change-submit')
    expect(get('answer-scene-problem').text()).toBe('写得太笼统')
    expect(get('application-dialog').text()).toContain('log_id L1')
    await fill('answer-scene', '每晚八点的门店直播')
    expect(all('answer-scene-problem')).toEqual([])
  })

  it('is sent once however often the button is pressed, and can be given up while a picture is sent', async () => {
    const answer = later<ReturnType<typeof refused>>()
    const { desk, press, fill, putPicture, applied, get, all } = await tabOf(undefined, {
      'capabilities.apply': () => answer.promise
    })
    await press('capability-apply')
    await fill('application-reason', '理由')
    await fill('answer-scene', '场景')
    await putPicture('picture-shots-0')
    await press('change-submit')
    await press('change-submit')
    expect(applied()).toHaveLength(1)
    await press('sending-cancel')
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
    answer.give(refused({ code: 'cancelled' }))
    await flushPromises()
    expect(all('picture-shots-0-name')).toEqual([])
    expect(get('answer-scene').element).toHaveProperty('value', '场景')
  })

  it('drops its pictures when the page is left', async () => {
    const { desk, page, press, putPicture } = await tabOf()
    await press('capability-apply')
    await putPicture('picture-shots-0')
    page.unmount()
    expect(desk.discarded()).toEqual([{ fileId: 'f1' }])
  })
})
