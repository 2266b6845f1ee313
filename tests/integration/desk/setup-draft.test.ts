import { describe, vi } from 'vitest'
import { merchants } from '../simulator/platform'
import { answering, meanwhile, rival, stage, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

const hair = { category: '1201,1202,120201', name: '生活服务-丽人-美发' }
const nails = { category: '1201,1202,120203', name: '生活服务-丽人-美甲美睫' }
const spa = { category: '1201,1202,120204', name: '生活服务-丽人-美容美体' }
/** What the merchant has. */
const teaHouse = '1101,1102,110203'
const { upToDate } = merchants

const added = (desk: SetupDesk, named: typeof hair) =>
  desk.value('categories.add', { ...desk.ref(upToDate), ...named, qualifications: [] })
/** It is in review then. */
const addedWithPaper = async (desk: SetupDesk) => {
  const files = [{ fileId: await stage(desk) }]
  const qualifications = [{ id: '21', name: '公共场所卫生许可证', files }]
  return desk.value('categories.add', { ...desk.ref(upToDate), ...spa, qualifications })
}

const journal = async (desk: SetupDesk, of: string) => (await desk.value('categories.get', desk.ref(of))).changes

const deleting =
  (category: string, appId: string = upToDate) =>
  async (desk: SetupDesk) => {
    await desk.value('categories.read', desk.ref(appId))
    return desk.error('categories.delete', { ...desk.ref(appId), category })
  }

describe('删除服务类目', () => {
  const endpoint = 'del_categories'
  proveRefusals(
    endpoint,
    {
      '20002': {
        own: { act: deleting(hair.category), why: /没有这个类目/ },
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            desk.gateway.meddle(endpoint, rival)
          },
          act: deleting(hair.category)
        },
        reason: /类目不正确/
      },
      '21305': {
        own: { arrange: (desk) => addedWithPaper(desk), act: deleting(spa.category), why: /还在审核中/ },
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            await addedWithPaper(desk)
            desk.gateway.meddle(endpoint, withMembers({ categories: [spa.category] }))
          },
          act: deleting(hair.category)
        },
        reason: /正在审核，不能删除/
      },
      '21307': {
        own: { act: deleting(teaHouse), why: /最后一个通过审核的类目/ },
        platform: {
          arrange: async (desk) => {
            await added(desk, nails)
            desk.gateway.meddle(endpoint, withMembers({ categories: [nails.category, teaHouse] }))
          },
          act: deleting(nails.category)
        },
        reason: /最后一个已通过的类目/
      }
    },
    journal
  )
})

const publishing =
  (appId: string = upToDate) =>
  (desk: SetupDesk) =>
    desk.error('categories.publish', desk.ref(appId))

describe('发布服务类目', () => {
  const endpoint = 'publish_category'
  proveRefusals(
    endpoint,
    {
      '20000': {
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            desk.gateway.meddle(endpoint, answering(20000))
          },
          act: publishing()
        },
        reason: /平台没有执行这次修改/,
        error: 'not_carried_out'
      },
      '21408': {
        own: { act: publishing(), why: /线上的类目已经是最新的/ },
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            desk.gateway.meddle(endpoint, rival)
          },
          act: publishing()
        },
        reason: /不满足发布类目的条件/
      }
    },
    journal
  )
})

const presetting = (category: string) => async (desk: SetupDesk) => {
  await desk.value('categories.read', desk.ref(upToDate))
  return desk.error('categories.presetMain', { ...desk.ref(upToDate), category })
}
const left = (desk: SetupDesk) => desk.simulator.control.changeMerchant(upToDate, { remaining: { mainCategory: 0 } })

describe('预设主营类目', () => {
  const endpoint = 'pre_set_main_category'
  proveRefusals(
    endpoint,
    {
      '28001007': {
        own: { act: presetting(hair.category), why: /只有通过审核的类目/ },
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            desk.gateway.meddle(endpoint, withMembers({ main_category: nails.category }))
          },
          act: presetting(hair.category)
        },
        reason: /不能预设为主营类目/
      },
      '28003017': {
        own: {
          arrange: async (desk) => {
            await added(desk, hair)
            left(desk)
          },
          act: presetting(hair.category),
          why: /主营类目的修改次数已用完/
        },
        platform: {
          arrange: async (desk) => {
            await added(desk, hair)
            desk.gateway.meddle(
              endpoint,
              meanwhile(() => left(desk))
            )
          },
          act: presetting(hair.category)
        },
        reason: /额度已用完/,
        error: 'platform_busy'
      }
    },
    journal
  )
})
