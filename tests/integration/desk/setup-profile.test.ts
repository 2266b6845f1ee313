import { describe, vi } from 'vitest'
import type { DeskError } from '@shared/errors'
import { merchants } from '../simulator/platform'
import { answering, meanwhile, picture, rival, stage, withMembers, type SetupDesk } from './setup-desk'
import { proveRefusals } from './setup-refusals'

vi.setConfig({ testTimeout: 30_000 })

const appId = merchants.upToDate
const name = '山茶与海新店'
const introduction = '为街坊邻里提供到店预约与优惠信息'

const check = async (desk: SetupDesk, asked: string): Promise<DeskError> => {
  const { error } = await desk.value('profile.checkName', { ...desk.ref(appId), name: asked })
  if (error === null) throw new Error('the name is usable')
  return error
}
const rename =
  (asked = name) =>
  (desk: SetupDesk) =>
    desk.error('profile.changeName', { ...desk.ref(appId), name: asked, evidence: null })
const introduce =
  (asked = introduction) =>
  (desk: SetupDesk) =>
    desk.error('profile.changeIntroduction', { ...desk.ref(appId), introduction: asked })
const changeIcon = (bytes?: Buffer) => async (desk: SetupDesk) =>
  desk.error('profile.changeIcon', { ...desk.ref(appId), fileId: await stage(desk, bytes) })

type Item = 'name' | 'introduction' | 'icon'

const change = async (desk: SetupDesk, item: Item): Promise<unknown> => {
  const ref = desk.ref(appId)
  switch (item) {
    case 'name':
      return desk.value('profile.changeName', { ...ref, name, evidence: null })
    case 'introduction':
      return desk.value('profile.changeIntroduction', { ...ref, introduction })
    case 'icon':
      return desk.value('profile.changeIcon', { ...ref, fileId: await stage(desk) })
  }
}
const leave = ({ simulator }: SetupDesk, item: Item, left: number): void =>
  simulator.control.changeMerchant(appId, { remaining: { [item]: left } })

/** Changed once, judged, and no change left: what is left is told only of what was changed before. */
const usedUp = (item: Item) => async (desk: SetupDesk) => {
  await change(desk, item)
  desk.simulator.control.profileAudit(appId, item, { outcome: 'pass', now: true })
  leave(desk, item, 0)
}

const meddling = (endpoint: string, how: Parameters<SetupDesk['gateway']['meddle']>[1]) => (desk: SetupDesk) =>
  desk.gateway.meddle(endpoint, how)

/** 20105: the last change is taken between our look and our request. */
const taken = (endpoint: string, item: Item) => (desk: SetupDesk) =>
  desk.gateway.meddle(
    endpoint,
    meanwhile(() => leave(desk, item, 0))
  )

/** The endpoint's own "failed, try again later". */
const failing = (endpoint: string) => (desk: SetupDesk) =>
  desk.simulator.control.addFault({ kind: 'system-error', own: true, match: { endpoint } })

const journal = async (desk: SetupDesk, of: string) => (await desk.value('profile.get', desk.ref(of))).changes

describe('小程序名称检测', () => {
  proveRefusals(
    'check_app_name',
    {
      '21001': {
        own: { act: (desk) => check(desk, '茶'), why: /太短/ },
        platform: {
          arrange: meddling('check_app_name', () => Buffer.from('?app_name=a')),
          act: (desk) => check(desk, name)
        },
        reason: /格式/
      },
      '21003': { platform: { act: (desk) => check(desk, '邻里生鲜') }, reason: /占用/ },
      '21004': {
        platform: { arrange: (desk) => change(desk, 'name'), act: (desk) => check(desk, '另一个名称') },
        reason: /审核中/
      },
      '21005': { platform: { act: (desk) => check(desk, '国家级茶饮') }, reason: /敏感词/ },
      '21006': { platform: { act: (desk) => check(desk, '星巴克茶饮') }, reason: /商标/ }
    },
    null
  )
})

describe('修改小程序名称', () => {
  const endpoint = 'modify_app_name'
  proveRefusals(
    endpoint,
    {
      '20105': {
        own: { arrange: usedUp('name'), act: rename('另一个名称'), why: /次数已用完/ },
        platform: { arrange: taken(endpoint, 'name'), act: rename() },
        reason: /名称的修改次数已用完/
      },
      '21000': { platform: { arrange: failing(endpoint), act: rename() }, reason: /没有修改成功/ },
      '21001': {
        own: { act: rename('山茶与海！'), why: /只能用汉字/ },
        platform: { arrange: meddling(endpoint, withMembers({ new_name: '！' })), act: rename() },
        reason: /格式/
      },
      '21003': { platform: { act: rename('邻里生鲜') }, reason: /占用/ },
      '21004': {
        own: { arrange: (desk) => change(desk, 'name'), act: rename('另一个名称'), why: /还在审核中/ },
        platform: { arrange: meddling(endpoint, rival), act: rename() },
        reason: /审核中/
      },
      '21005': { platform: { act: rename('国家级茶饮') }, reason: /敏感词/ },
      '21006': { platform: { act: rename('星巴克茶饮') }, reason: /商标/ },
      '22007': {
        platform: { arrange: meddling(endpoint, answering(22007)), act: rename() },
        reason: /主体认证/
      },
      '40033': {
        platform: { arrange: meddling(endpoint, withMembers({ material_file_path: 'tos/none' })), act: rename() },
        reason: /证明材料/
      }
    },
    journal
  )
})

describe('修改小程序简介', () => {
  const endpoint = 'modify_app_intro'
  proveRefusals(
    endpoint,
    {
      '20105': {
        own: { arrange: usedUp('introduction'), act: introduce(`${introduction}！`), why: /次数已用完/ },
        platform: { arrange: taken(endpoint, 'introduction'), act: introduce() },
        reason: /简介的修改次数已用完/
      },
      '21200': { platform: { arrange: failing(endpoint), act: introduce() }, reason: /没有修改成功/ },
      '21201': {
        own: { act: introduce('太短'), why: /至少 10 个字/ },
        platform: { arrange: meddling(endpoint, withMembers({ new_intro: '太短' })), act: introduce() },
        reason: /长度/
      },
      '21202': {
        own: { arrange: (desk) => change(desk, 'introduction'), act: introduce(`${introduction}！`), why: /审核中/ },
        platform: { arrange: meddling(endpoint, rival), act: introduce() },
        reason: /审核中/
      },
      '22019': { platform: { act: introduce('全城最低价的手作茶饮，欢迎到店') }, reason: /敏感词/ },
      '22020': {
        platform: { arrange: meddling(endpoint, answering(22020)), act: introduce() },
        reason: /没有提交到审核/
      },
      '22021': { platform: { arrange: meddling(endpoint, answering(22021)), act: introduce() }, reason: /没有创建成功/ }
    },
    journal
  )
})

describe('修改小程序图标', () => {
  const endpoint = 'modify_app_icon'
  proveRefusals(
    endpoint,
    {
      '20105': {
        own: { arrange: usedUp('icon'), act: changeIcon(), why: /次数已用完/ },
        platform: { arrange: taken(endpoint, 'icon'), act: changeIcon() },
        reason: /图标的修改次数已用完/
      },
      '21100': { platform: { arrange: failing(endpoint), act: changeIcon() }, reason: /没有修改成功/ },
      '21101': {
        platform: { arrange: meddling(endpoint, withMembers({ new_icon_path: 'tos/none' })), act: changeIcon() },
        reason: /路径不对/
      },
      '21102': {
        own: { arrange: (desk) => change(desk, 'icon'), act: changeIcon(), why: /还在审核中/ },
        platform: { arrange: meddling(endpoint, rival), act: changeIcon() },
        reason: /审核中/
      },
      '40033': {
        platform: { arrange: meddling(endpoint, answering(40033)), act: changeIcon() },
        reason: /没有找到上传的图标/
      }
    },
    journal
  )
})

/** A form's bytes with one part in the place of another of the same length. */
const inForm = (from: string, to: string) => (sent: Buffer) => {
  const form = sent.toString('latin1')
  if (!form.includes(from)) throw new Error(`no ${from} in the form`)
  return Buffer.from(form.replace(from, to), 'latin1')
}
const typeIs = (type: string) => inForm('name="material_type"\r\n\r\n1', `name="material_type"\r\n\r\n${type}`)

describe('代授权小程序上传资源', () => {
  const endpoint = 'upload_material'
  const tooLarge = picture('大', 2 * 1024 * 1024)
  const allowedForIcons = picture('大', 1.5 * 1024 * 1024)
  proveRefusals(
    endpoint,
    {
      '40001': { platform: { arrange: meddling(endpoint, typeIs('9')), act: changeIcon() }, reason: /内容不正确/ },
      '40031': {
        own: { act: changeIcon(tooLarge), why: /超过 2 MB/ },
        platform: { arrange: meddling(endpoint, typeIs('6')), act: changeIcon(allowedForIcons) },
        reason: /太大/
      },
      '40032': {
        own: { act: async (desk) => appended(desk, Buffer.from('GIF89a')), why: /不是 PNG/ },
        platform: { arrange: meddling(endpoint, inForm('PNG\r\n', 'GIF\r\n')), act: changeIcon() },
        reason: /格式/
      },
      '28001005': {
        platform: {
          arrange: ({ simulator }) => simulator.control.addFault({ kind: 'system-error', match: { endpoint } }),
          act: changeIcon()
        },
        reason: /繁忙或内部出错/,
        error: 'platform_fault'
      }
    },
    null
  )
})

async function appended(desk: SetupDesk, bytes: Buffer): Promise<DeskError> {
  const announcement = { name: '图.png', contentType: 'image/png', bytes: bytes.length } as const
  const { fileId } = await desk.value('files.begin', announcement)
  return desk.error('files.append', { fileId, offset: 0, piece: bytes.toString('base64') })
}
