import { say } from '@shared/texts/say'
import { endpoints } from './endpoints'

/** What the endpoints are called before the operator. Their `name` is the documentation's, in every language. */
const titles: Readonly<Record<keyof typeof endpoints, () => string>> = {
  componentToken: () => say`获取第三方小程序接口调用凭据`,
  exchangeCode: () => say`获取授权小程序接口调用凭据`,
  refreshToken: () => say`刷新授权小程序接口调用凭据`,
  retrieveCode: () => say`找回授权码`,
  authorizedApps: () => say`获取授权小程序列表`,
  authorizationLink: () => say`直接获取授权链接`,
  creationLink: () => say`直接获取授权链接`,
  uploadMaterial: () => say`第三方小程序应用上传资源`,
  templateApps: () => say`获取模板小程序列表`,
  templates: () => say`获取模板列表`,
  addTemplate: () => say`添加模板`,
  deleteTemplate: () => say`删除模板`,
  basicInformation: () => say`获取小程序基本信息`,
  checkName: () => say`小程序名称检测`,
  changeName: () => say`修改小程序名称`,
  changeIntroduction: () => say`修改小程序简介`,
  changeIcon: () => say`修改小程序图标`,
  merchantMaterial: () => say`代授权小程序上传资源`,
  categoryTree: () => say`获取可以设置的服务类目列表`,
  categories: () => say`获取已设置的服务类目`,
  addCategory: () => say`增加服务类目`,
  deleteCategory: () => say`删除服务类目`,
  supplyCategory: () => say`补充服务类目资质信息`,
  publishCategories: () => say`发布服务类目`,
  onlineCategories: () => say`查询已发布的服务类目`,
  mainCategory: () => say`查询主营类目`,
  presetMainCategory: () => say`预设主营类目`,
  serverDomains: () => say`获取服务器域名`,
  changeServerDomains: () => say`修改服务器域名`,
  webviewDomains: () => say`获取 webview 域名`,
  changeWebviewDomains: () => say`修改 webview 域名`,
  domainCheckFile: () => say`获取域名校验文件信息`,
  creditScore: () => say`查询信用分分值`,
  trialInformation: () => say`查询试运营期信息`,
  filingStatus: () => say`查询备案状态`,
  miniCode: () => say`获取小程序码`,
  capabilities: () => say`能力列表`,
  capabilityReason: () => say`查询能力申请状态`,
  applyCapability: () => say`能力申请`,
  videoMount: () => say`查询「短视频挂载」能力申请状态`,
  applyVideoMount: () => say`申请「短视频挂载」能力`,
  trialCode: () => say`获取二维码`,
  versions: () => say`获取小程序版本列表信息`,
  auditHosts: () => say`获取可选审核宿主端列表`,
  upload: () => say`提交代码`,
  submit: () => say`提审代码`,
  withdraw: () => say`撤回审核`,
  release: () => say`发布代码`,
  rollback: () => say`回退代码版本`
}

const byName: ReadonlyMap<string, () => string> = new Map(
  (Object.keys(titles) as (keyof typeof endpoints)[]).map((key) => [endpoints[key].name, titles[key]])
)

/** An endpoint's title by its `name`; one that is unknown is shown by its name. */
export function endpointTitle(name: string): string {
  return byName.get(name)?.() ?? name
}
