import type { SettingFacet, SettingKind } from '../domain/setting'
import { say } from '../texts/say'

/** What an operator changes of a merchant's set-up, in the platform's words; a noun, for sentences of both sides. */
export const settingNames: Readonly<Record<SettingKind, string>> = {
  get name() {
    return say`修改名称`
  },
  get introduction() {
    return say`修改简介`
  },
  get icon() {
    return say`修改图标`
  },
  get category_add() {
    return say`增加服务类目`
  },
  get category_supply() {
    return say`补充类目资质`
  },
  get category_delete() {
    return say`删除服务类目`
  },
  get category_publish() {
    return say`发布服务类目`
  },
  get category_main() {
    return say`预设主营类目`
  },
  get server_domains() {
    return say`修改服务器域名`
  },
  get webview_domains() {
    return say`修改业务域名`
  },
  get capability_apply() {
    return say`申请能力`
  }
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
