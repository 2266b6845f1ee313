import { say } from '@shared/texts/say'
import { categoryCodes } from './catalogue-categories'
import {
  authorization,
  busy,
  by,
  credentials,
  fault,
  refused,
  refusedForNow,
  usedUp,
  type CodeTable
} from './catalogue-entry'
import { profileCodes } from './catalogue-profile'

const domains = by('operator', 'merchant_domains')
const templates = by('operator', 'templates')
const support = by('operator', 'support')
const standing = by('merchant', 'merchant_standing')
const developer = by('developer')
const links = by('operator', 'authorization_links')

const grantSet = (): string => say`请让商家在授权管理里补充授予这个权限集，或重新授权`
const reauthorize = (): string => say`请让商家重新授权`
const checkInput = (): string => say`请检查填写的内容；如果看不出问题，请把 log_id 提供给平台客服`
const ipList = (): string => say`请在服务商平台把这台电脑的公网 IP 加入白名单，或清空白名单`
const ticketAndSecret = (): string => say`程序已重新获取过凭据；请确认没有别的程序在用同一个第三方小程序应用，再试一次`
const freshToken = (): string => say`程序已重新获取过凭据；请再试一次，如果一直这样，请让商家重新授权`
const reportLogId = (): string => say`请把 log_id 提供给平台客服查询`

/** 通用网关状态码: from any `open.douyin.com/api` endpoint (page `dop/develop/openapi/status-code` and the endpoints' own). */
const gateway = (): CodeTable => ({
  '28001003': authorization(say`商家的调用凭据无效`, freshToken()),
  '28001005': fault(say`平台系统繁忙或内部出错`),
  '28001006': fault(say`平台内部的网络调用出错`),
  '28001007': refused(say`参数不正确，或缺少必填的内容`, checkInput(), support),
  '28001008': authorization(say`商家的调用凭据已过期`, freshToken()),
  '28001012': authorization(say`没有授权使用这个接口`, reauthorize()),
  '28001014': refused(say`第三方小程序应用没有获得任何能力`, say`请在服务商平台为应用开通需要的能力`, developer),
  '28001015': refused(say`调用凭据与 open_id 不匹配`, reportLogId(), by('platform', 'support')),
  '28001016': refused(say`小程序或应用被封禁，或已下线`, say`请登录平台查看封禁或下线的原因`, standing),
  '28001017': refused(
    say`平台没有这个接口`,
    say`请更新程序；如果已是最新，请把 log_id 提供给平台客服`,
    by('operator', 'update')
  ),
  '28001018': authorization(say`没有这项能力，或商家没有授予需要的权限集`, grantSet()),
  '28001019': refused(say`这项能力被封禁，或已下线`, say`请联系平台客服`, by('platform', 'support')),
  '28001038': refused(say`参数不正确`, checkInput(), support),
  '28001042': authorization(say`商家的授权里没有这个接口的权限`, grantSet()),
  '28001052': busy(say`请求触发了平台的风险控制`, say`程序会自动放慢；请稍等一会儿再试`, 5000),
  '28001056': refused(say`平台已停用这个接口`, say`请更新程序`, by('operator', 'update')),
  '28003017': usedUp(say`接口的调用额度已用完`, say`请过一段时间（例如第二天）再试，或联系平台提高额度`),
  '28003018': busy(say`请求太频繁`, say`程序会自动放慢；请稍等一会儿再试`, 2000),
  '28005001': refused(say`参数不正确`, checkInput(), support),
  '28005007': refused(say`参数没有通过检查`, checkInput(), support),
  '28005079': credentials(say`这台电脑的 IP 不在第三方小程序应用的 IP 白名单里`, ipList()),
  '28005105': refused(say`没有找到上传的材料`, say`请重新上传材料`)
})

/** 第三方平台错误码: V1 `errno`, used again as V2 `err_no`. */
const thirdParty = (): CodeTable => ({
  '-1': fault(say`平台系统出错`),
  '20000': fault(say`平台系统出错`),
  '40000': fault(say`平台系统出错`),
  '40001': refused(say`参数不正确`, checkInput(), support),
  '40002': refused(say`缺少参数`, checkInput(), support),
  '40003': credentials(
    say`没有找到这个第三方小程序应用`,
    say`请在账号设置里检查第三方小程序应用的 AppID`,
    by('developer', 'account')
  ),
  '40004': authorization(say`没有找到这个授权小程序`, reauthorize()),
  '40005': refused(say`没有登录平台`, say`请先在浏览器里登录平台`),
  '40006': credentials(say`这台电脑的 IP 不在第三方小程序应用的 IP 白名单里`, ipList()),
  '40007': credentials(
    say`平台没能识别这台电脑的 IP`,
    say`请换一个网络再试；如果用了代理，请先关闭`,
    by('operator', 'connection_doctor')
  ),
  '40008': refused(say`登录的用户没有权限做这个操作`, say`请换有权限的账号登录`),
  '40009': credentials(say`第三方小程序应用的调用凭据已过期`, ticketAndSecret()),
  '40010': credentials(say`第三方小程序应用的调用凭据不正确`, ticketAndSecret()),
  '40011': refused(say`第三方小程序应用没有设置授权域名`, say`请在服务商平台设置授权域名`, developer),
  '40012': refused(say`预授权码已过期`, say`请重新生成授权链接`, links),
  '40013': refused(say`跳转地址的域名无法识别`, say`请检查授权后的跳转地址`, by('operator', 'account')),
  '40014': refused(say`授权链接没有从授权域名下的页面打开`, say`请改用程序生成的授权链接`, links),
  '40015': refused(say`授权域名无法识别`, say`请在服务商平台检查授权域名`, developer),
  '40016': refused(
    say`入口域名、跳转域名与授权域名不一致`,
    say`请把三个域名设成一样，或改用程序生成的授权链接`,
    by('developer', 'account')
  ),
  '40017': refused(say`入口页面的域名无法识别`, say`请改用程序生成的授权链接`, links),
  '40018': refusedForNow(say`授权码已过期，或已用过`, say`请再试一次，程序会重新取得授权码`),
  '40019': refused(
    say`这个小程序不能授权：它是模板小程序，或已授权给别的第三方`,
    say`请商家先在平台解除原来的授权`,
    by('merchant')
  ),
  '40020': authorization(say`商家的调用凭据不正确或已过期`, freshToken()),
  '40021': authorization(
    say`商家的刷新令牌不正确、已过期或已用过`,
    say`请在令牌管家里用找回授权码恢复；如果不行，请让商家重新授权`,
    by('operator', 'token_keeper')
  ),
  '40022': authorization(say`这个小程序没有授权给当前的第三方小程序应用`, reauthorize()),
  '40023': refused(
    say`域名不在第三方小程序应用的域名列表里`,
    say`请先在服务商平台把域名加入列表`,
    by('developer', 'domain_baselines')
  ),
  '40024': refused(say`域名超过 20 个`, say`请减少域名后再提交`, domains),
  '40025': refused(say`不是企业小程序，不能使用业务域名`, say`请商家先完成企业认证`, standing),
  '40026': refused(say`没有可以改动的域名：至少要有一类，或者都已存在`, say`请先读取现有的域名再修改`, domains),
  '40027': refused(
    say`域名的写法不对：不能带协议、端口，也不能是 IP`,
    say`请只填写域名，例如 api.example.com`,
    domains
  ),
  '40028': refused(say`小程序没有这个域名，不能删除`, say`请先读取现有的域名`, domains),
  '40029': refused(say`没有找到这个模板`, say`请刷新模板列表后重新选择`, templates),
  '40030': refused(
    say`二维码为空：这个阶段没有有效的版本`,
    say`请确认该阶段已有版本后再获取`,
    by('operator', 'merchant_versions')
  ),
  '40031': refused(say`上传的文件太大`, say`请压缩后再上传`),
  '40032': refused(say`上传的文件格式不对`, say`请换成要求的格式后再上传`),
  '40033': refused(say`没有找到上传的材料`, say`请重新上传材料`),
  '40034': refused(say`没有找到这个草稿`, say`请刷新模板小程序列表后重新选择`, templates),
  '40035': refused(say`模板已有 200 个，到了上限`, say`请先删除不用的模板`, templates),
  '40036': authorization(say`商家没有授予需要的权限集`, grantSet()),
  '40037': credentials(
    say`component_ticket 无效或已过期`,
    say`请检查票据的来源，或在账号设置里粘贴新的 component_ticket（平台每 10 分钟推送一次）`
  ),
  '40038': credentials(say`AppSecret 不正确`, say`请在账号设置里重新填写 AppSecret`, by('developer', 'account')),
  '40040': refused(say`grant_type 不正确`, say`请更新程序`, by('operator', 'update')),
  '40045': fault(say`平台没能生成凭据`),
  '40058': refused(say`第三方小程序应用还没有全网发布`, say`请先在服务商平台完成全网发布`, developer),
  '40059': refused(say`代创建小程序时名称为空`, say`请填写小程序名称`)
})

const subjectBanned = (): string => say`小程序的主体被封禁，不能认证、提审和发布`
const loginToSee = (): string => say`请商家登录平台查看原因`

/** 业务错误码 that mean the same at every endpoint that gives them. */
const business = (): CodeTable => ({
  '9998': refused(say`参数不正确`, checkInput(), support),
  '9999': fault(say`平台系统出错`),
  '10100': refused(say`AppID 不正确`, say`请刷新商家列表后再试`),
  '10104': refused(subjectBanned(), loginToSee(), standing),
  '10105': refused(say`小程序的主体信息正在审核`, say`请等主体信息审核通过`, by('nobody', 'merchant_standing')),
  '10106': refused(say`小程序的主体信息没有通过审核`, say`请商家在平台修改主体信息`, standing),
  '10107': refused(say`小程序被封禁`, loginToSee(), standing),
  '10108': refused(say`这是绑定的模板小程序，不能提审和发布`, say`请选择商家的小程序`),
  '10109': refused(
    say`长期没有提审，小程序的名称已被平台重置`,
    say`请先修改小程序名称`,
    by('operator', 'merchant_profile')
  ),
  '11001': refused(say`平台不认识这个 AppID`, say`请刷新商家列表后再试`),
  '11009': refused(say`参数不正确，或缺少参数`, checkInput(), support),
  '11016': authorization(say`商家的调用凭据不正确或已过期`, freshToken()),
  '15001': refused(say`回调地址不对，或没有按要求回答`, say`请检查回调地址`, developer),
  '15002': refused(say`还没有设置回调地址`, say`请先设置回调地址`, developer),
  '15003': refused(say`没有选择事件`, say`请至少选择一个事件`, developer),
  '15004': refused(say`没有这个事件，或没有订阅的权限`, say`请检查选择的事件`, developer),
  '15005': refused(say`状态不正确`, checkInput(), support),
  '15006': refused(say`还没有设置 webhook 密钥`, say`请先生成密钥`, developer),
  '20002': refused(say`参数不正确`, checkInput(), support),
  '28005032': refused(say`这项能力已经申请过`, say`请等审核结果`, by('operator', 'merchant_capabilities')),
  '28005033': refused(say`申请次数到了上限`, say`请等次数恢复后再申请`, by('nobody', 'merchant_capabilities')),
  '28005034': refused(
    say`还不满足申请的条件`,
    say`请按平台说明满足条件后再申请`,
    by('merchant', 'merchant_capabilities')
  ),
  '28005035': refused(say`还没有获得这项能力`, say`请先申请能力`, by('operator', 'merchant_capabilities')),
  '28005036': refused(say`绑定的抖音号太多`, say`请先解绑不用的抖音号`),
  '28005037': refused(say`没有这个抖音号`, say`请检查抖音号`),
  '28005038': refused(say`这个抖音号已经绑定`, say`不需要再次绑定`),
  '28005039': refused(say`这个抖音号正在绑定`, say`请等绑定结束`, by('nobody')),
  '28005040': refused(say`本月解绑次数已用完`, say`请下个月再解绑`, by('nobody')),
  '28005041': refused(say`标签或别名不符合要求`, say`请按平台的说明修改`)
})

/** Pages of the documentation on codes that any endpoint may answer with. */
export const generalPage = 'dop/develop/openapi/status-code'

/** The codes that mean the same wherever they come from. */
export const generalCodes = (): CodeTable => ({
  ...gateway(),
  ...thirdParty(),
  ...business(),
  ...profileCodes(),
  ...categoryCodes()
})

/** 通用网关状态码 that {@link generalPage} lists; the others stand on pages of endpoints. */
export const gatewayCodes = (): readonly string[] =>
  Object.keys(gateway()).filter((code) => /^2800[13]/.test(code) && code !== '28001038')
