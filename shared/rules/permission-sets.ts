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
    name: '开发管理权限',
    meaning: '代商家上传代码、提交审核、发布和回退版本',
    functions: ['上传代码', '提交审核', '审核撤回', '发布', '版本回退', '查看版本']
  },
  {
    id: 2,
    name: '基本信息设置权限',
    meaning: '代商家设置名称、图标、简介、服务类目和域名，获取二维码',
    functions: ['基本资料', '服务类目', '服务器域名', '业务域名', '体验二维码', '小程序码']
  },
  {
    id: 3,
    name: '运营管理权限',
    meaning: '代商家申请挂载、推广、搜索等平台能力',
    functions: ['短视频挂载', '直播组件', '获取手机号']
  },
  { id: 4, name: '数据分析权限', meaning: '查看用户和交易数据', functions: [] },
  { id: 5, name: '广告管理权限', meaning: '投放和管理广告', functions: [] },
  { id: 6, name: '支付服务权限', meaning: '开通和使用支付产品', functions: [] },
  { id: 7, name: '流量主权限', meaning: '管理小程序内的广告收入', functions: [] },
  { id: 8, name: '小程序推广计划-任务管理权限', meaning: '发布推广任务并查看其数据', functions: [] }
]

/** The sets that this application can not do its work without; an authorisation that lacks one is marked. */
export const neededPermissionIds: readonly number[] = permissionSetRules
  .filter(({ functions }) => functions.length > 0)
  .map(({ id }) => id)

/** Needed sets that are not among the granted ones. */
export function missingPermissions(granted: readonly { readonly id: number }[]): readonly PermissionSetRule[] {
  const has = new Set(granted.map(({ id }) => id))
  return permissionSetRules.filter(({ id }) => neededPermissionIds.includes(id) && !has.has(id))
}
