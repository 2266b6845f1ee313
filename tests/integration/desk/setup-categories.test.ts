import { describe, vi } from 'vitest'
import type { UploadedQualification } from '@shared/domain/category'
import { merchants } from '../simulator/platform'
import { answering, meanwhile, rival, stage, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

/** Named by what they ask for: nothing, or one qualification. */
const hair = { category: '1201,1202,120201', name: '生活服务-丽人-美发' }
const spa = { category: '1201,1202,120204', name: '生活服务-丽人-美容美体' }
const swimming = { category: '1301,1303,130301', name: '运动健身-场馆-游泳馆' }
const yoga = '1301,1302,130204'
const health = { id: '21', name: '公共场所卫生许可证' }
const schooling = { category: '1701,1706,170601', name: '文化教育-学科培训-义务教育学科培训' }
const bicycles = { category: '2201,2203,220302', name: '工具效率-查询-共享单车查询' }
const licence = (id: string, name: string) => ({ id, name })

type Named = { readonly category: string; readonly name: string }
type Qualification = { readonly id: string; readonly name: string }

const { upToDate } = merchants
/** The hand-written sample merchants; docs/simulator.md tells what each is a sample of. */
const all = 28

const submission = async (desk: SetupDesk, appId: string, named: Named, qualifications: readonly Qualification[]) => ({
  ...desk.ref(appId),
  ...named,
  qualifications: await Promise.all(
    qualifications.map(async (each) => ({ ...each, files: [{ fileId: await stage(desk) }] }))
  )
})
const adding =
  (named: Named, qualifications: readonly Qualification[] = [], appId: string = upToDate) =>
  async (desk: SetupDesk) =>
    desk.error('categories.add', await submission(desk, appId, named, qualifications))
const added = async (desk: SetupDesk, named: Named, qualifications: readonly Qualification[] = []) =>
  desk.value('categories.add', await submission(desk, upToDate, named, qualifications))

const meddling = (endpoint: string, how: Parameters<SetupDesk['gateway']['meddle']>[1]) => (desk: SetupDesk) =>
  desk.gateway.meddle(endpoint, how)
const infos = (...orders: readonly object[]) => withMembers({ category_info: orders })
const certified = (category: string, id: string, name: string, path = 'tos/none') => ({
  category,
  category_cert: [{ id, name, path_list: [path] }]
})
const noneLeft = (appId: string) => (desk: SetupDesk) =>
  desk.simulator.control.changeMerchant(appId, { categoryChanges: { used: 9 } })
const lastTaken = (endpoint: string, appId: string) => (desk: SetupDesk) =>
  desk.gateway.meddle(
    endpoint,
    meanwhile(() => noneLeft(appId)(desk))
  )

const journal = async (desk: SetupDesk, of: string) => (await desk.value('categories.get', desk.ref(of))).changes

describe('增加服务类目', () => {
  const endpoint = 'add_categories'
  proveRefusals(
    endpoint,
    {
      '21300': {
        own: { act: adding(swimming, [health], merchants.person), why: /不允许这个商家设置这个类目/ },
        platform: { act: adding(schooling, [licence('52', '办学许可证'), licence('55', '校外培训机构备案证明')]) },
        reason: /不能使用该服务类目/,
        merchants: all
      },
      '21301': {
        own: { act: adding({ ...hair, category: '1201,1202,999999' }), why: /不允许这个商家设置这个类目/ },
        platform: { arrange: meddling(endpoint, infos({ category: '1201,1202,999999' })), act: adding(hair) },
        reason: /服务类目无效/
      },
      '21302': {
        own: { act: adding(spa), why: /缺少 「公共场所卫生许可证」/ },
        platform: {
          arrange: meddling(endpoint, infos(certified(spa.category, '11', '食品经营许可证'))),
          act: adding(spa, [health])
        },
        reason: /资质材料无效/
      },
      '21303': {
        own: { arrange: noneLeft(upToDate), act: adding(hair), why: /次类目修改已用完/ },
        platform: { arrange: lastTaken(endpoint, upToDate), act: adding(hair) },
        reason: /本月修改类目的次数已用完/
      },
      '21304': {
        own: { act: adding(hair, [], merchants.fiveCategories), why: /最多 5 个服务类目/ },
        platform: {
          arrange: meddling(
            endpoint,
            infos(
              ...[
                '1201,1202,120201',
                '1201,1202,120203',
                '1201,1205,120502',
                '1201,1206,120601',
                '1201,1206,120602'
              ].map((category) => ({ category }))
            )
          ),
          act: adding(hair)
        },
        reason: /最多 5 个/,
        merchants: all
      },
      '21306': {
        own: { arrange: (desk) => added(desk, hair), act: adding(hair), why: /已经设置了这个类目/ },
        platform: { arrange: meddling(endpoint, rival), act: adding(hair) },
        reason: /服务类目重复/
      },
      '21315': {
        own: { act: adding(hair, [health]), why: /不收资质/ },
        platform: {
          arrange: meddling(endpoint, infos(certified(hair.category, health.id, health.name))),
          act: adding(hair)
        },
        reason: /不需要资质/
      },
      '21320': {
        platform: { act: adding(bicycles, [licence('81', '增值电信业务经营许可证')]) },
        reason: /已失效的类目/
      },
      '40033': {
        platform: {
          arrange: meddling(endpoint, infos(certified(spa.category, health.id, health.name))),
          act: adding(spa, [health])
        },
        reason: /没有找到上传的资质材料/
      }
    },
    journal
  )
})

/** Supplies what was rejected with the files of before, `edit` aside. */
const supplying =
  (
    appId: string,
    category: string,
    edit: (before: readonly UploadedQualification[]) => readonly UploadedQualification[] = (before) => before
  ) =>
  async (desk: SetupDesk) => {
    const { reading } = await desk.value('categories.read', desk.ref(appId))
    const found = reading.value?.configured.find(({ id }) => id === category)
    const qualifications = edit(found?.qualifications ?? []).map(({ id, name, paths }) => ({
      ...{ id, name },
      files: paths.map((path) => ({ path }))
    }))
    return desk.error('categories.supply', { ...desk.ref(appId), category, name: '类目', qualifications })
  }

describe('补充服务类目资质信息', () => {
  const endpoint = 'supply_categories'
  const appId = merchants.categoryRejected
  const correct = supplying(appId, swimming.category)
  proveRefusals(
    endpoint,
    {
      '21300': {
        platform: { arrange: meddling(endpoint, answering(21300)), act: correct },
        reason: /不能使用该服务类目/,
        merchants: all
      },
      '21303': {
        own: { arrange: noneLeft(appId), act: correct, why: /类目修改已用完/ },
        platform: { arrange: lastTaken(endpoint, appId), act: correct },
        reason: /至少要剩一次/,
        merchants: all
      },
      '21308': {
        own: { act: supplying(appId, hair.category), why: /只有审核未通过的类目可以补充/ },
        platform: { arrange: meddling(endpoint, infos({ category: hair.category })), act: correct },
        reason: /类目与上次提交的不一致/,
        merchants: all
      },
      '21309': {
        own: {
          act: supplying(appId, swimming.category, (before) => [
            ...before,
            { ...licence('11', '食品经营许可证'), paths: ['tos/none'] }
          ]),
          why: /必须和上次提交的相同/
        },
        platform: {
          arrange: meddling(endpoint, infos(certified(swimming.category, health.id, health.name))),
          act: correct
        },
        reason: /资质的种类与上次提交的不一致/,
        merchants: all
      },
      '21310': {
        own: { act: supplying(appId, yoga), why: /只有审核未通过的类目可以补充/ },
        platform: { arrange: meddling(endpoint, rival), act: correct },
        reason: /现在不需要补充资质/,
        merchants: all
      },
      '21321': {
        platform: { act: supplying(merchants.categoryPilot, '1401,1404,140402') },
        reason: /试点主体/,
        merchants: all
      },
      '21322': {
        platform: { act: supplying(merchants.categoryInvalid, bicycles.category) },
        reason: /无效的类目/,
        merchants: all
      },
      '28005105': {
        platform: {
          arrange: meddling(
            endpoint,
            infos({
              category: swimming.category,
              category_cert: [health, licence('64', '高危险性体育项目经营许可证')].map((each) => ({
                ...each,
                path_list: ['tos/none']
              }))
            })
          ),
          act: correct
        },
        reason: /没有找到上传的资质材料/,
        merchants: all
      }
    },
    journal
  )
})
