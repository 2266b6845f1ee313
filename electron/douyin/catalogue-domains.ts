import { say } from '@shared/texts/say'
import { by, refused, type CodeTable, type EndpointCodes } from './catalogue-entry'
import { endpoints } from './endpoints'

const domains = by('operator', 'merchant_domains')

const readFirst = (): string => say`请先刷新现有的域名再修改`

const common = (): CodeTable => ({
  '40024': refused(say`域名超过 20 个`, say`请减少域名后再提交`, domains),
  '40026': refused(say`没有可以改动的域名：至少要有一类，或者要添加的都已存在`, readFirst(), domains),
  '40027': refused(
    say`域名的写法不对：不能带协议、端口和路径，也不能是 IP`,
    say`请只填写域名，例如 api.example.com`,
    domains
  ),
  '40028': refused(say`小程序没有这个域名，不能删除`, readFirst(), domains)
})

/** Pages `base-info/modify-domain-v2` and its V1 counterpart. */
const server = (): CodeTable => ({
  ...common(),
  '40023': refused(
    say`域名不在第三方小程序应用的服务器域名列表里，也不是其中域名的子域名`,
    say`请先在服务商平台把域名加入第三方小程序应用的服务器域名`,
    by('developer', 'domain_baselines')
  )
})

/** Pages `base-info/modify-webview-v2` and its V1 counterpart. */
const webview = (): CodeTable => ({
  ...common(),
  '40023': refused(
    say`域名不在第三方小程序应用的业务域名列表里，也不是其中域名的子域名`,
    say`请先在服务商平台把域名加入第三方小程序应用的业务域名（加入前要放好域名校验文件）`,
    by('developer', 'domain_baselines')
  ),
  '40025': refused(
    say`不是企业小程序，不能使用业务域名`,
    say`请商家先完成企业认证`,
    by('merchant', 'merchant_standing')
  )
})

const baseInfo = 'thirdparty/API/smallprogram/auth-app-manage/base-info/'
const ofServer: EndpointCodes = { page: `${baseInfo}modify-domain-v2`, codes: server }
const ofWebview: EndpointCodes = { page: `${baseInfo}modify-webview-v2`, codes: webview }

/** Reading and changing go through one address and are refused alike. */
export const domainTables: Readonly<Record<string, EndpointCodes>> = {
  [endpoints.serverDomains.name]: ofServer,
  [endpoints.changeServerDomains.name]: ofServer,
  [endpoints.webviewDomains.name]: ofWebview,
  [endpoints.changeWebviewDomains.name]: ofWebview
}
