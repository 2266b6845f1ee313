import { refused, type CodeTable } from './catalogue-entry'
import { endpoints } from './endpoints'

const readFirst = '请先刷新现有的域名再修改'

const common: CodeTable = {
  '40024': refused('域名超过 20 个', '请减少域名后再提交'),
  '40026': refused('没有可以改动的域名：至少要有一类，或者要添加的都已存在', readFirst),
  '40027': refused('域名的写法不对：不能带协议、端口和路径，也不能是 IP', '请只填写域名，例如 api.example.com'),
  '40028': refused('小程序没有这个域名，不能删除', readFirst)
}

/** Pages `base-info/modify-domain-v2` and its V1 counterpart. */
const server: CodeTable = {
  ...common,
  '40023': refused(
    '域名不在第三方小程序应用的服务器域名列表里，也不是其中域名的子域名',
    '请先在服务商平台把域名加入第三方小程序应用的服务器域名'
  )
}

/** Pages `base-info/modify-webview-v2` and its V1 counterpart. */
const webview: CodeTable = {
  ...common,
  '40023': refused(
    '域名不在第三方小程序应用的业务域名列表里，也不是其中域名的子域名',
    '请先在服务商平台把域名加入第三方小程序应用的业务域名（加入前要放好域名校验文件）'
  ),
  '40025': refused('不是企业小程序，不能使用业务域名', '请商家先完成企业认证')
}

/** Reading and changing go through one address and are refused alike. */
export const domainTables: Readonly<Record<string, CodeTable>> = {
  [endpoints.serverDomains.name]: server,
  [endpoints.changeServerDomains.name]: server,
  [endpoints.webviewDomains.name]: webview,
  [endpoints.changeWebviewDomains.name]: webview
}
