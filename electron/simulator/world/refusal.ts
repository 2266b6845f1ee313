/** What the platform says with each code; the pages give the meaning, the wording of the answers is ours. */
const texts: Readonly<Record<number, string>> = {
  10003: '没有可操作的记录',
  10104: '主体已被封禁，名下小程序无法提审和发布',
  10105: '主体信息审核中',
  10106: '主体信息审核未通过',
  10107: '小程序已被封禁',
  10109: '长时间未提审，小程序名称已被重置，请先修改名称',
  11301: '提审过于频繁，请 10 秒后重试',
  11302: '未找到可提审的版本',
  11303: '已有版本在审核中',
  11305: '主体认证未完成',
  11306: '小程序名称、简介、图标或服务类目不完整',
  11307: '宿主端不正确',
  11401: '小程序近期被下架，请重新提审后再发布',
  11402: '没有可发布的审核版本',
  11403: '审核版本仍在审核中',
  11404: '审核版本未通过',
  11500: '回退失败，请稍后重试',
  11501: '操作过于频繁，请 10 分钟后重试',
  11600: '撤回失败，请稍后重试',
  11601: '审核已撤回',
  11602: '审核正在处理中，无法撤回',
  11603: '审核已完成，无法撤回',
  21003: '名称已被占用',
  28001003: 'access_token 无效',
  28001005: '系统内部错误，请重试',
  28001007: '参数不合法',
  28001008: 'access_token 已过期',
  28001017: '未知的接口地址',
  28001018: '应用没有该能力的权限',
  28003017: '调用额度已用尽',
  28003018: '调用过于频繁',
  28005079: '调用方 IP 不在白名单内',
  40000: '系统错误',
  40001: '参数错误',
  40002: '缺少参数',
  40003: '第三方小程序应用不存在',
  40004: '授权小程序不存在',
  40006: '请求 IP 不在第三方小程序应用的白名单内',
  40009: 'component_access_token 已过期',
  40010: 'component_access_token 错误',
  40011: '第三方小程序应用未设置授权域名',
  40012: '预授权码或授权链接已失效',
  40013: '无法解析 redirect_uri 的域名',
  40014: '请从授权域名下的网页点击进入',
  40016: '入口页、redirect_uri 与授权域名须一致',
  40018: '授权码已过期或已使用',
  40019: '小程序已授权，或为模板小程序，不能授权',
  40020: 'authorizer_access_token 错误或已过期',
  40021: 'authorizer_refresh_token 错误或已过期',
  40022: '小程序未授权给该第三方小程序应用',
  40029: '模板不存在',
  40030: '二维码为空，该阶段没有有效版本',
  40031: '上传的素材过大',
  40032: '上传的素材格式不正确',
  40033: '素材不存在，请检查路径',
  40034: '草稿不存在',
  40035: '模板数量已达上限 200',
  40036: '小程序未授予所需权限集',
  40037: '无效的 ticket',
  40038: '无效的 secret',
  40040: '无效的 grant_type',
  40059: '代创建的小程序名称为空'
}

/** The platform's "no": thrown by the world's rules, turned into an envelope by the wire. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** The platform's number, `err_no` or `errno`. */
  readonly code: number

  constructor(code: number, message?: string) {
    super(message ?? textOf(code))
    this.code = code
  }
}

/** The platform's words for a code. */
export function textOf(code: number): string {
  return texts[code] ?? '操作失败'
}
