import { describe, vi } from 'vitest'
import type { CallInput } from '@shared/contract'
import { merchants } from '../simulator/platform'
import { answering, meanwhile, rival, stage, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals, type Attempt } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

const appId = merchants.upToDate
const messages = 'ma.im.life_im'
const liveStatus = 'ma.jsapi.live_room_status'
const mount = 'video_mount'
const long = '长'.repeat(201)

type Application = Omit<CallInput<'capabilities.apply'>, 'accountId' | 'appId'>

const answers = (key: string, ...texts: string[]): Application['answers'][number] => ({ key, texts, files: [] })
const messagesFor = (...texts: string[]): Application => ({
  key: messages,
  reason: '用户到店前常有问题',
  answers: [answers('service_desc', ...texts)]
})
const ordinary = messagesFor('每天 9 点到 21 点，十分钟内回复')

const apply = (application: Application) => (desk: SetupDesk) =>
  desk.error('capabilities.apply', { ...desk.ref(appId), ...application })
const withPicture = (of: (fileId: string) => Application) => async (desk: SetupDesk) =>
  apply(of(await stage(desk)))(desk)

const liveWith = (fileId: string): Application => ({
  key: liveStatus,
  reason: '在首页展示直播间的状态',
  answers: [{ key: 'img_uri_list', texts: [], files: [fileId] }]
})
const mountWith = (fileId: string, reason = '门店介绍视频挂载预约页'): Application => ({
  key: mount,
  reason,
  answers: [answers('anchor_text', '点我预约'), { key: 'image_path', texts: [], files: [fileId] }]
})

const meddling = (endpoint: string, how: Parameters<SetupDesk['gateway']['meddle']>[1]) => (desk: SetupDesk) =>
  desk.gateway.meddle(endpoint, how)
const change =
  (what: Parameters<SetupDesk['simulator']['control']['changeMerchant']>[1]) =>
  ({ simulator }: SetupDesk) =>
    simulator.control.changeMerchant(appId, what)
/** Behind our back: after the list was read, and before the application is there. */
const changed = (endpoint: string, what: Parameters<typeof change>[0]) => (desk: SetupDesk) =>
  desk.gateway.meddle(
    endpoint,
    meanwhile(() => change(what)(desk))
  )
const struck = (endpoint: string, code: 40006 | 28005079) => (desk: SetupDesk) =>
  desk.simulator.control.addFault({ kind: 'ip-refused', code, match: { endpoint } })

/** So many in a month as the simulator takes, each of them rejected; a sample may have had one already. */
const usedUp = (key: string, send: (desk: SetupDesk) => Promise<unknown>) => async (desk: SetupDesk) => {
  const used = desk.simulator.control.state(appId).merchants[0]?.capabilities[key]?.used ?? 0
  for (let round = used; round < 5; round += 1) {
    await send(desk)
    desk.simulator.control.capabilityAudit(appId, key, { outcome: 'reject', now: true })
  }
}
const applied = (application: Application) => (desk: SetupDesk) =>
  desk.value('capabilities.apply', { ...desk.ref(appId), ...application })

const journal = async (desk: SetupDesk, of: string) => (await desk.value('capabilities.get', desk.ref(of))).changes

describe('能力申请', () => {
  const endpoint = 'apply_capacity'
  const act = apply(ordinary)
  proveRefusals(
    endpoint,
    {
      '11001': { platform: { arrange: meddling(endpoint, answering(11001)), act }, reason: /没能识别这个小程序/ },
      '11009': {
        own: { act: apply(messagesFor('  ')), why: /请填写/ },
        platform: { act: apply(messagesFor(long)) },
        reason: /申请的内容不正确/
      },
      '40006': {
        platform: { arrange: struck(endpoint, 40006), act },
        reason: /IP 白名单/,
        error: 'credentials'
      },
      '40033': {
        own: { act: apply(liveWith('gone')), why: /文件/ },
        platform: {
          arrange: meddling(endpoint, withMembers({ apply_info: { img_uri_list: ['tos/none'] } })),
          act: withPicture(liveWith)
        },
        reason: /没有找到申请里的图片/
      },
      '40036': {
        platform: { arrange: meddling(endpoint, answering(40036)), act },
        reason: /没有授予这项能力需要的权限集/,
        error: 'authorization_lost'
      },
      '28001018': {
        own: { act: apply({ ...ordinary, key: 'live_talent_mount' }), why: /商家没有授予/ },
        platform: { arrange: changed(endpoint, { permissions: [1, 2, 4] }), act },
        reason: /没有授予这项能力需要的权限集/,
        error: 'authorization_lost'
      },
      '28005032': {
        own: { act: apply({ ...ordinary, key: 'video_self_mount' }), why: /已经开通/ },
        platform: { arrange: meddling(endpoint, rival), act },
        reason: /已经申请过/
      },
      '28005033': {
        platform: { arrange: usedUp(messages, applied(ordinary)), act },
        reason: /申请次数到了上限/
      },
      '28005034': {
        own: { arrange: change({ takenDown: true }), act, why: /条件还没有满足：小程序已上线/ },
        platform: { arrange: changed(endpoint, { takenDown: true }), act },
        reason: /还不满足这项能力的申请条件/
      },
      '28005105': {
        platform: { arrange: meddling(endpoint, answering(28005105)), act },
        reason: /没有找到申请里的图片/
      }
    },
    journal
  )
})

describe('申请「短视频挂载」能力', () => {
  const endpoint = 'apply_permission'
  const act = withPicture(mountWith)
  const open = change({ capabilities: { [mount]: { state: 'none' } } })
  const opened = (arrange: (desk: SetupDesk) => unknown = () => undefined): Attempt => ({
    arrange: async (desk) => {
      open(desk)
      await arrange(desk)
    },
    act
  })
  const answered = (code: number) => opened(meddling(endpoint, answering(code)))
  const applyOnce = async (desk: SetupDesk) => applied(mountWith(await stage(desk)))(desk)
  proveRefusals(
    endpoint,
    {
      '11001': { platform: answered(11001), reason: /没能识别这个小程序/ },
      '11009': { platform: answered(11009), reason: /申请的内容不正确/ },
      '40006': { platform: opened(struck(endpoint, 40006)), reason: /IP 白名单/, error: 'credentials' },
      '40033': {
        own: { ...opened(), act: apply(mountWith('gone')), why: /文件/ },
        platform: opened(meddling(endpoint, withMembers({ image_path: 'tos/none' }))),
        reason: /没有找到申请里的图片/
      },
      '40036': {
        platform: answered(40036),
        reason: /没有授予这项能力需要的权限集/,
        error: 'authorization_lost'
      },
      '28001007': {
        own: { ...opened(), act: withPicture((fileId) => mountWith(fileId, long)), why: /最多 200 个字，现在 201 个/ },
        platform: opened(meddling(endpoint, withMembers({ anchor_text: long }))),
        reason: /短视频挂载的申请内容不正确/
      },
      '28001018': {
        platform: opened(changed(endpoint, { permissions: [1, 2, 4] })),
        reason: /没有获得短视频挂载能力/,
        error: 'authorization_lost'
      },
      '28005032': {
        own: { ...opened(applyOnce), why: /还在审核中/ },
        platform: opened(meddling(endpoint, rival)),
        reason: /已经申请过/
      },
      '28005033': { platform: opened(usedUp(mount, applyOnce)), reason: /申请次数到了上限/ },
      '28005034': {
        own: { ...opened(change({ takenDown: true })), why: /未满足：小程序已上线/ },
        platform: opened(changed(endpoint, { takenDown: true })),
        reason: /还不满足这项能力的申请条件/
      },
      '28005079': { platform: opened(struck(endpoint, 28005079)), reason: /IP 白名单/, error: 'credentials' },
      '28005105': { platform: answered(28005105), reason: /没有找到申请里的图片/ }
    },
    journal
  )
})
