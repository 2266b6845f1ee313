import { isCovered, statusOf } from '../world/capabilities'
import type { CapabilityEntry, FormField } from '../world/capability-catalogue'
import { conditionsOf, isOpen } from '../world/capability-conditions'
import { generalStatuses } from '../world/capability-endings'
import type { Merchant } from '../world/state'
import type { World } from '../world/world'

/** Types of answers; the page gives no numbers, these are ours. */
const valueTypes = { text: 1, pictures: 2 } as const

/** One of 能力列表. Flags and empty lists are written as this merchant's habits have it. */
export function capabilityFields(world: World, merchant: Merchant, entry: CapabilityEntry) {
  const { flags, missing } = merchant.habits
  const flag = (value: boolean) => (flags === 'number' ? Number(value) : value)
  const list = (values: readonly unknown[]) => (values.length === 0 && missing === 'null' ? null : values)
  const conditions = conditionsOf(world, merchant, entry).map((group) =>
    group.map(({ name, description, satisfied }) => ({
      ...{ condition_name: name, condition_description: description },
      satisfied: flag(satisfied)
    }))
  )
  return {
    capacity_key: entry.key,
    capacity_name: entry.name,
    description: entry.description,
    status: generalStatuses[statusOf(world, merchant, entry).state],
    is_can_apply: flag(isOpen(world, merchant, entry)),
    apply_condition: list(conditions),
    apply_field_list: list(entry.fields.map((field) => formField(field, flag))),
    permission_list: entry.sets,
    is_auth_permission: flag(isCovered(merchant, entry)),
    host_app: entry.host,
    is_lab: Number(entry.lab !== null),
    lab_description: entry.lab ?? ''
  }
}

function formField({ key, name, description, required, type }: FormField, flag: (value: boolean) => unknown) {
  return {
    apply_field_key: key,
    apply_field_name: name,
    apply_field_desc: description,
    apply_field_is_required: flag(required),
    apply_field_value_type: valueTypes[type]
  }
}
