import type { Capability, CapabilityField, CapabilityState } from '@shared/domain/capability'
import { z } from 'zod'
import { list, optionalFlag, optionalInteger, text } from './schemas'

const states: Readonly<Record<number, CapabilityState>> = {
  1: 'applying',
  2: 'granted',
  3: 'rejected',
  4: 'closed',
  5: 'banned',
  6: 'can_apply',
  7: 'cannot_apply'
}

/** A state of 能力申请 by its number; null for one that is not documented. Other endpoints number theirs otherwise. */
export const generalState = optionalInteger.transform((state) => states[state ?? NaN] ?? null)

const condition = z
  .object({ condition_name: text, condition_description: text, satisfied: optionalFlag })
  .transform((each) => ({
    name: each.condition_name,
    description: each.condition_description,
    satisfied: each.satisfied ?? false
  }))

/** A group of conditions; one that stands alone is a group of its own. */
const conditionGroup = z.union([list(condition), condition.transform((each) => [each])])

const field = z
  .object({
    apply_field_key: z.string().min(1),
    apply_field_name: text,
    apply_field_desc: text,
    apply_field_is_required: optionalFlag
  })
  .transform((each): CapabilityField => {
    const { apply_field_key: key, apply_field_name: name } = each
    return {
      key,
      name,
      description: each.apply_field_desc,
      required: each.apply_field_is_required ?? false,
      kind: fieldKind(key, name),
      maxLength: null
    }
  })

const capability = z
  .object({
    capacity_key: z.string().min(1),
    capacity_name: text,
    description: text,
    status: generalState,
    is_can_apply: optionalFlag,
    apply_condition: list(conditionGroup).catch([]),
    apply_field_list: list(field),
    permission_list: list(optionalInteger).catch([]),
    is_auth_permission: optionalFlag
  })
  .transform((each): Capability => ({
    key: each.capacity_key,
    name: each.capacity_name,
    description: each.description,
    way: 'general',
    state: each.status,
    reason: '',
    canApply: each.is_can_apply,
    conditions: each.apply_condition.filter((group) => group.length > 0),
    fields: each.apply_field_list,
    permissionIds: each.permission_list.filter((id) => id !== null),
    permitted: each.is_auth_permission
  }))

/**
 * 能力列表: the sample of its page writes another name for the list than the pages around it. Two entries with one key, which
 * is what an application names, are one capability: the first counts.
 */
export const capabilityList = z
  .object({ app_capacity_info_list: list(capability), AppCapacityInfoList: list(capability) })
  .transform(({ app_capacity_info_list: one, AppCapacityInfoList: other }) => firstOfEachKey([...one, ...other]))

/** Drops those whose key occurred before. */
export function firstOfEachKey(capabilities: readonly Capability[]): readonly Capability[] {
  const known = new Set<string>()
  return capabilities.filter(({ key }) => {
    const isFirst = !known.has(key)
    known.add(key)
    return isFirst
  })
}

const pictureWord = /^(?:img|image|photo|screenshot|picture|pics|picurl|piclist|picpath|pic\d*$)/i
const wordsOfKey = /[A-Z]?[a-z]+\d*|[A-Z]+\d*/g
/** Words with 图 that are no pictures. */
const otherWords = /[意企试]图|图书/g

/**
 * What a field of an application's form asks for. What the platform's `apply_field_value_type` means is not documented, so
 * the key and the name have to tell: one that speaks of pictures wants pictures, any other wants text.
 */
export function fieldKind(key: string, name: string): CapabilityField['kind'] {
  const words = `${key} ${name}`.match(wordsOfKey) ?? []
  const isPictures = words.some((word) => pictureWord.test(word)) || /图|照片/.test(name.replace(otherWords, ''))
  return isPictures ? 'pictures' : 'text'
}
