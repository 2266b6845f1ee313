import { say } from '../texts/say'
import { permissionSets } from './limits'

/**
 * Permission sets (授权权限集) by id: the platform's name, what it lets us do in the operator's words, and which functions of
 * this application need it (pages `overview-guide/smallprogram/permissions`, `authorizer-access-token`).
 */
export type PermissionSetRule = {
  readonly id: number
  readonly name: string
  readonly meaning: string
  /** Functions of this application; empty where none needs it. */
  readonly functions: readonly string[]
}

export const permissionSetRules: readonly PermissionSetRule[] = [
  {
    id: 1,
    get name() {
      return say`开发管理权限`
    },
    get meaning() {
      return say`代商家上传代码、提交审核、发布和回退版本`
    },
    get functions() {
      return [say`上传代码`, say`提交审核`, say`审核撤回`, say`发布`, say`版本回退`, say`查看版本`]
    }
  },
  {
    id: 2,
    get name() {
      return say`基本信息设置权限`
    },
    get meaning() {
      return say`代商家设置名称、图标、简介、服务类目和域名，获取二维码`
    },
    get functions() {
      return [say`基本资料`, say`服务类目`, say`服务器域名`, say`业务域名`, say`体验二维码`, say`小程序码`]
    }
  },
  {
    id: 3,
    get name() {
      return say`运营管理权限`
    },
    get meaning() {
      return say`代商家申请挂载、推广、搜索等平台能力`
    },
    get functions() {
      return [say`短视频挂载`, say`直播组件`, say`获取手机号`]
    }
  },
  {
    id: 4,
    get name() {
      return say`数据分析权限`
    },
    get meaning() {
      return say`查看用户和交易数据`
    },
    functions: []
  },
  {
    id: 5,
    get name() {
      return say`广告管理权限`
    },
    get meaning() {
      return say`投放和管理广告`
    },
    functions: []
  },
  {
    id: 6,
    get name() {
      return say`支付服务权限`
    },
    get meaning() {
      return say`开通和使用支付产品`
    },
    functions: []
  },
  {
    id: 7,
    get name() {
      return say`流量主权限`
    },
    get meaning() {
      return say`管理小程序内的广告收入`
    },
    functions: []
  },
  {
    id: 8,
    get name() {
      return say`小程序推广计划-任务管理权限`
    },
    get meaning() {
      return say`发布推广任务并查看其数据`
    },
    functions: []
  }
]

/** The sets that this application can not do its work without; an authorisation that lacks one is marked. */
export const neededPermissionIds: readonly number[] = Object.values(permissionSets).map(({ id }) => id)

/** Needed sets that are not among the granted ones. */
export function missingPermissions(granted: readonly { readonly id: number }[]): readonly PermissionSetRule[] {
  const has = new Set(granted.map(({ id }) => id))
  return permissionSetRules.filter(({ id }) => neededPermissionIds.includes(id) && !has.has(id))
}
