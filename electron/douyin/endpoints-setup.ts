/* eslint-disable operator-texts/no-desk-text --
   the documentation's own names, which find the error codes; what is shown stands in endpoint-titles.ts */
import type { Endpoint } from './endpoint'

const ofMerchant = { host: 'open', token: 'merchant' } as const
const get = { ...ofMerchant, method: 'GET', effect: 'read' } as const
/** Changes, each of which may use up an allowance: never repeated after an unknown outcome. */
const post = { ...ofMerchant, method: 'POST', effect: 'write' } as const

const category = '/api/apps/v1/category/'
const information = '/api/apps/v2/basic_info/'
const serverDomain = '/api/apps/v2/domain/modify_server_domain/'
const webviewDomain = '/api/apps/v2/domain/modify_webview_domain/'

/** The endpoints that set a merchant's mini program up: profile, categories, domains; and how it stands. */
export const setupEndpoints = {
  checkName: { ...get, group: 'profile', name: '小程序名称检测', path: `${information}check_app_name/` },
  changeName: { ...post, group: 'profile', name: '修改小程序名称', path: `${information}modify_app_name/` },
  changeIntroduction: { ...post, group: 'profile', name: '修改小程序简介', path: `${information}modify_app_intro/` },
  changeIcon: { ...post, group: 'profile', name: '修改小程序图标', path: `${information}modify_app_icon/` },
  /** Sent again it leaves an unused file behind. */
  merchantMaterial: {
    ...post,
    group: 'materials',
    name: '代授权小程序上传资源',
    path: '/api/apps/v2/file/upload_material/',
    effect: 'read'
  },
  categoryTree: {
    ...get,
    group: 'categories',
    name: '获取可以设置的服务类目列表',
    path: `${category}get_all_categories/`
  },
  categories: { ...get, group: 'categories', name: '获取已设置的服务类目', path: `${category}get_audit_categories/` },
  addCategory: { ...post, group: 'categories', name: '增加服务类目', path: `${category}add_categories/` },
  deleteCategory: { ...post, group: 'categories', name: '删除服务类目', path: `${category}del_categories/` },
  supplyCategory: { ...post, group: 'categories', name: '补充服务类目资质信息', path: `${category}supply_categories/` },
  publishCategories: { ...post, group: 'categories', name: '发布服务类目', path: `${category}publish_category/` },
  onlineCategories: {
    ...get,
    group: 'categories',
    name: '查询已发布的服务类目',
    path: `${category}get_online_categories/`
  },
  mainCategory: { ...get, group: 'categories', name: '查询主营类目', path: `${category}get_main_category/` },
  presetMainCategory: { ...post, group: 'categories', name: '预设主营类目', path: `${category}pre_set_main_category/` },
  /** One address reads and changes; with the action `get` it changes nothing. */
  serverDomains: { ...post, group: 'domains', name: '获取服务器域名', path: serverDomain, effect: 'read' },
  changeServerDomains: { ...post, group: 'domains', name: '修改服务器域名', path: serverDomain },
  webviewDomains: { ...post, group: 'domains', name: '获取 webview 域名', path: webviewDomain, effect: 'read' },
  changeWebviewDomains: { ...post, group: 'domains', name: '修改 webview 域名', path: webviewDomain },
  /** `doamin` is how the platform spells it. */
  domainCheckFile: {
    ...get,
    group: 'domains',
    token: 'component',
    name: '获取域名校验文件信息',
    path: '/api/tpapp/v2/doamin/get_webview_check_file_info/'
  },
  creditScore: {
    ...get,
    group: 'standing',
    name: '查询信用分分值',
    path: '/api/apps/v2/credit_score/get_credit_score/'
  },
  trialInformation: { ...get, group: 'standing', name: '查询试运营期信息', path: '/api/apps/v2/trial/get_trial_info/' },
  filingStatus: {
    ...get,
    group: 'standing',
    name: '查询备案状态',
    path: '/api/apps/v1/icp_record/query_record_status/'
  }
} as const satisfies Record<string, Endpoint>
