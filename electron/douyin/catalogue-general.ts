import { categoryCodes } from './catalogue-categories'
import { authorization, busy, credentials, fault, refused, refusedForNow, type CodeTable } from './catalogue-entry'
import { profileCodes } from './catalogue-profile'

const grantSet = '请让商家在授权管理里补充授予这个权限集，或重新授权'
const reauthorize = '请让商家重新授权'
const checkInput = '请检查填写的内容；如果看不出问题，请把 log_id 提供给平台客服'
const ipList = '请在服务商平台把这台电脑的公网 IP 加入白名单，或清空白名单'
const ticketAndSecret = '程序已重新获取过凭据；请确认没有别的程序在用同一个第三方小程序应用，再试一次'
const freshToken = '程序已重新获取过凭据；请再试一次，如果一直这样，请让商家重新授权'
const reportLogId = '请把 log_id 提供给平台客服查询'

/** 通用网关状态码: from any `open.douyin.com/api` endpoint (page `dop/develop/openapi/status-code` and the endpoints' own). */
const gateway: CodeTable = {
  '28001003': authorization('商家的调用凭据无效', freshToken),
  '28001005': fault('平台系统繁忙或内部出错'),
  '28001006': fault('平台内部的网络调用出错'),
  '28001007': refused('参数不正确，或缺少必填的内容', checkInput),
  '28001008': authorization('商家的调用凭据已过期', freshToken),
  '28001012': authorization('没有授权使用这个接口', reauthorize),
  '28001014': refused('第三方小程序应用没有获得任何能力', '请在服务商平台为应用开通需要的能力'),
  '28001015': refused('调用凭据与 open_id 不匹配', reportLogId),
  '28001016': refused('小程序或应用被封禁，或已下线', '请登录平台查看封禁或下线的原因'),
  '28001017': refused('平台没有这个接口', '请更新程序；如果已是最新，请把 log_id 提供给平台客服'),
  '28001018': authorization('没有这项能力，或商家没有授予需要的权限集', grantSet),
  '28001019': refused('这项能力被封禁，或已下线', '请联系平台客服'),
  '28001038': refused('参数不正确', checkInput),
  '28001042': authorization('商家的授权里没有这个接口的权限', grantSet),
  '28001052': busy('请求触发了平台的风险控制', '程序会自动放慢；请稍等一会儿再试', 5000),
  '28001056': refused('平台已停用这个接口', '请更新程序'),
  '28003017': {
    kind: 'busy',
    reason: '接口的调用额度已用完',
    nextStep: '请过一段时间（例如第二天）再试，或联系平台提高额度',
    retryable: true
  },
  '28003018': busy('请求太频繁', '程序会自动放慢；请稍等一会儿再试', 2000),
  '28005001': refused('参数不正确', checkInput),
  '28005007': refused('参数没有通过检查', checkInput),
  '28005079': credentials('这台电脑的 IP 不在第三方小程序应用的 IP 白名单里', ipList),
  '28005105': refused('没有找到上传的材料', '请重新上传材料')
}

/** 第三方平台错误码: V1 `errno`, used again as V2 `err_no`. */
const thirdParty: CodeTable = {
  '-1': fault('平台系统出错'),
  '20000': fault('平台系统出错'),
  '40000': fault('平台系统出错'),
  '40001': refused('参数不正确', checkInput),
  '40002': refused('缺少参数', checkInput),
  '40003': credentials('没有找到这个第三方小程序应用', '请在账号设置里检查第三方小程序应用的 AppID'),
  '40004': authorization('没有找到这个授权小程序', reauthorize),
  '40005': refused('没有登录平台', '请先在浏览器里登录平台'),
  '40006': credentials('这台电脑的 IP 不在第三方小程序应用的 IP 白名单里', ipList),
  '40007': credentials('平台没能识别这台电脑的 IP', '请换一个网络再试；如果用了代理，请先关闭'),
  '40008': refused('登录的用户没有权限做这个操作', '请换有权限的账号登录'),
  '40009': credentials('第三方小程序应用的调用凭据已过期', ticketAndSecret),
  '40010': credentials('第三方小程序应用的调用凭据不正确', ticketAndSecret),
  '40011': refused('第三方小程序应用没有设置授权域名', '请在服务商平台设置授权域名'),
  '40012': refused('预授权码已过期', '请重新生成授权链接'),
  '40013': refused('跳转地址的域名无法识别', '请检查授权后的跳转地址'),
  '40014': refused('授权链接没有从授权域名下的页面打开', '请改用程序生成的授权链接'),
  '40015': refused('授权域名无法识别', '请在服务商平台检查授权域名'),
  '40016': refused('入口域名、跳转域名与授权域名不一致', '请把三个域名设成一样，或改用程序生成的授权链接'),
  '40017': refused('入口页面的域名无法识别', '请改用程序生成的授权链接'),
  '40018': refusedForNow('授权码已过期，或已用过', '请再试一次，程序会重新取得授权码'),
  '40019': refused('这个小程序不能授权：它是模板小程序，或已授权给别的第三方', '请商家先在平台解除原来的授权'),
  '40020': authorization('商家的调用凭据不正确或已过期', freshToken),
  '40021': authorization(
    '商家的刷新令牌不正确、已过期或已用过',
    '请在令牌管家里用找回授权码恢复；如果不行，请让商家重新授权'
  ),
  '40022': authorization('这个小程序没有授权给当前的第三方小程序应用', reauthorize),
  '40023': refused('域名不在第三方小程序应用的域名列表里', '请先在服务商平台把域名加入列表'),
  '40024': refused('域名超过 20 个', '请减少域名后再提交'),
  '40025': refused('不是企业小程序，不能使用业务域名', '请商家先完成企业认证'),
  '40026': refused('没有可以改动的域名：至少要有一类，或者都已存在', '请先读取现有的域名再修改'),
  '40027': refused('域名的写法不对：不能带协议、端口，也不能是 IP', '请只填写域名，例如 api.example.com'),
  '40028': refused('小程序没有这个域名，不能删除', '请先读取现有的域名'),
  '40029': refused('没有找到这个模板', '请刷新模板列表后重新选择'),
  '40030': refused('二维码为空：这个阶段没有有效的版本', '请确认该阶段已有版本后再获取'),
  '40031': refused('上传的文件太大', '请压缩后再上传'),
  '40032': refused('上传的文件格式不对', '请换成要求的格式后再上传'),
  '40033': refused('没有找到上传的材料', '请重新上传材料'),
  '40034': refused('没有找到这个草稿', '请刷新模板小程序列表后重新选择'),
  '40035': refused('模板已有 200 个，到了上限', '请先删除不用的模板'),
  '40036': authorization('商家没有授予需要的权限集', grantSet),
  '40037': credentials(
    'component_ticket 无效或已过期',
    '请检查票据的来源，或在账号设置里粘贴新的 component_ticket（平台每 10 分钟推送一次）'
  ),
  '40038': credentials('AppSecret 不正确', '请在账号设置里重新填写 AppSecret'),
  '40040': refused('grant_type 不正确', '请更新程序'),
  '40045': fault('平台没能生成凭据'),
  '40058': refused('第三方小程序应用还没有全网发布', '请先在服务商平台完成全网发布'),
  '40059': refused('代创建小程序时名称为空', '请填写小程序名称')
}

const subjectBanned = '小程序的主体被封禁，不能认证、提审和发布'
const loginToSee = '请商家登录平台查看原因'

/** 业务错误码 that mean the same at every endpoint that gives them. */
const business: CodeTable = {
  '9998': refused('参数不正确', checkInput),
  '9999': fault('平台系统出错'),
  '10100': refused('AppID 不正确', '请刷新商家列表后再试'),
  '10104': refused(subjectBanned, loginToSee),
  '10105': refused('小程序的主体信息正在审核', '请等主体信息审核通过'),
  '10106': refused('小程序的主体信息没有通过审核', '请商家在平台修改主体信息'),
  '10107': refused('小程序被封禁', loginToSee),
  '10108': refused('这是绑定的模板小程序，不能提审和发布', '请选择商家的小程序'),
  '10109': refused('长期没有提审，小程序的名称已被平台重置', '请先修改小程序名称'),
  '11001': refused('平台不认识这个 AppID', '请刷新商家列表后再试'),
  '11009': refused('参数不正确，或缺少参数', checkInput),
  '11016': authorization('商家的调用凭据不正确或已过期', freshToken),
  '15001': refused('回调地址不对，或没有按要求回答', '请检查回调地址'),
  '15002': refused('还没有设置回调地址', '请先设置回调地址'),
  '15003': refused('没有选择事件', '请至少选择一个事件'),
  '15004': refused('没有这个事件，或没有订阅的权限', '请检查选择的事件'),
  '15005': refused('状态不正确', checkInput),
  '15006': refused('还没有设置 webhook 密钥', '请先生成密钥'),
  '20002': refused('参数不正确', checkInput),
  '28005032': refused('这项能力已经申请过', '请等审核结果'),
  '28005033': refused('申请次数到了上限', '请等次数恢复后再申请'),
  '28005034': refused('还不满足申请的条件', '请按平台说明满足条件后再申请'),
  '28005035': refused('还没有获得这项能力', '请先申请能力'),
  '28005036': refused('绑定的抖音号太多', '请先解绑不用的抖音号'),
  '28005037': refused('没有这个抖音号', '请检查抖音号'),
  '28005038': refused('这个抖音号已经绑定', '不需要再次绑定'),
  '28005039': refused('这个抖音号正在绑定', '请等绑定结束'),
  '28005040': refused('本月解绑次数已用完', '请下个月再解绑'),
  '28005041': refused('标签或别名不符合要求', '请按平台的说明修改')
}

/** The codes that mean the same wherever they come from. */
export const generalCodes: CodeTable = { ...gateway, ...thirdParty, ...business, ...profileCodes, ...categoryCodes }
