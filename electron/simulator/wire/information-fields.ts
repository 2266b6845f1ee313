import { changesLeft } from '../world/profile'
import type { ProfileItem } from '../world/profile-state'
import type { Merchant } from '../world/state'
import type { World } from '../world/world'
import { iconAddress } from './picture-addresses'

/** Pages of the profile and of categories: the same numbers, of which only a name knows the last. */
export const auditStates = { in_review: 1, approved: 2, rejected: 3, expired: 4 } as const

/** 获取小程序基本信息 in V2. */
export function informationFields(world: World, merchant: Merchant, baseUrl: string) {
  return {
    app_id: merchant.appId,
    app_name: merchant.name,
    app_intro: merchant.introduction,
    app_icon: addressOf(merchant.icon, baseUrl),
    app_state: appState(merchant),
    new_name_audit_info: changeFields(world, merchant, 'name', baseUrl),
    new_intro_audit_info: changeFields(world, merchant, 'introduction', baseUrl),
    new_icon_audit_info: changeFields(world, merchant, 'icon', baseUrl),
    app_categories_audit_info: categoryFields(merchant),
    subject_audit_info: {
      subject_name: merchant.subject.name,
      subject_type: merchant.subject.type === 'company' ? 1 : 0
    }
  }
}

/** The same in V1, which knows the type of app and the state of its subject besides. */
export function informationFieldsV1(world: World, merchant: Merchant, baseUrl: string) {
  const fields = informationFields(world, merchant, baseUrl)
  const subject = { subject_audit_state: auditStates[merchant.subject.state], reason: '' }
  return { ...fields, app_type: 1, subject_audit_info: { ...fields.subject_audit_info, ...subject } }
}

function addressOf(icon: string, baseUrl: string): string {
  return icon === '' ? '' : iconAddress(baseUrl, icon)
}

/** 0 not published, 1 published, 2 taken offline. */
function appState({ current }: Merchant): number {
  if (current === null) return 0
  return current.takenDown ? 2 : 1
}

const names = { name: 'new_name', introduction: 'new_intro', icon: 'new_icon' } as const

/** Null until the item was changed for the first time. */
function changeFields(world: World, merchant: Merchant, item: ProfileItem, baseUrl: string) {
  const { newest } = merchant.profileChanges[item]
  if (newest === null) return null
  const name = names[item]
  return {
    [name]: item === 'icon' ? addressOf(newest.value, baseUrl) : newest.value,
    [`${name}_audit_state`]: auditStates[newest.state],
    remaining_times: changesLeft(world, merchant, item),
    reason: newest.reason,
    advice: newest.advice
  }
}

/** Null, not an empty list, for an app without a category. */
function categoryFields({ categories }: Merchant) {
  if (categories.length === 0) return null
  return categories.map(({ id, name, state, reason }) => ({
    app_category: id,
    app_category_name: name,
    app_category_audit_state: auditStates[state],
    reason
  }))
}
