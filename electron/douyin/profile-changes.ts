import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import type { MerchantClient } from './platform'
import { acknowledged } from './receipts'

export type ProfileCalls = Pick<MerchantClient, 'checkName' | 'changeName' | 'changeIntroduction' | 'changeIcon'>

/**
 * 小程序名称检测V2, 修改小程序名称V2, 修改小程序简介V2, 修改小程序图标V2 (pages `base-info/check-name-v2`, `modify-name-v2`,
 * `modify-intro-v2`, `modify-icon-v2`). Every change is reviewed: its answer says no more than that it was taken in.
 */
export function profileCalls(caller: PlatformCaller, appId: string): ProfileCalls {
  const call = acknowledged(caller, appId)
  return {
    checkName: (name, options) =>
      call({ endpoint: endpoints.checkName, query: { app_name: name }, signal: options?.signal }),
    changeName: ({ name, evidencePath }, options) => {
      const body = { new_name: name, ...(evidencePath === null ? {} : { material_file_path: evidencePath }) }
      return call({ endpoint: endpoints.changeName, body, signal: options?.signal })
    },
    changeIntroduction: (introduction, options) =>
      call({ endpoint: endpoints.changeIntroduction, body: { new_intro: introduction }, signal: options?.signal }),
    changeIcon: (path, options) =>
      call({ endpoint: endpoints.changeIcon, body: { new_icon_path: path }, signal: options?.signal })
  }
}
