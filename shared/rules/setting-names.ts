import type { SettingFacet, SettingKind } from '../domain/setting'

/** What an operator changes of a merchant's set-up, in the platform's words; a noun, for sentences of both sides. */
export const settingNames: Readonly<Record<SettingKind, string>> = {
  name: '修改名称',
  introduction: '修改简介',
  icon: '修改图标',
  category_add: '增加服务类目',
  category_supply: '补充类目资质',
  category_delete: '删除服务类目',
  category_publish: '发布服务类目',
  category_main: '预设主营类目',
  server_domains: '修改服务器域名',
  webview_domains: '修改业务域名',
  capability_apply: '申请能力'
}

/** The kinds of change of each part of the set-up. */
export const facetKinds: Readonly<Record<SettingFacet, readonly SettingKind[]>> = {
  profile: ['name', 'introduction', 'icon'],
  categories: ['category_add', 'category_supply', 'category_delete', 'category_publish', 'category_main'],
  domains: ['server_domains', 'webview_domains'],
  capabilities: ['capability_apply']
}

/** The part that a change belongs to. */
export function facetOf(kind: SettingKind): SettingFacet {
  if (facetKinds.profile.includes(kind)) return 'profile'
  if (facetKinds.categories.includes(kind)) return 'categories'
  return facetKinds.domains.includes(kind) ? 'domains' : 'capabilities'
}
