import { z } from 'zod'
import { isCovered, requireApplicable, statusOf, submitApplication } from '../world/capabilities'
import { generalStatuses } from '../world/capability-endings'
import { checkAnswers } from '../world/capability-forms'
import { Refusal } from '../world/refusal'
import { capabilityFields } from './capability-fields'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { parseBody } from './parameters'
import type { Reply } from './reply'

const folder = '/api/apps/v1/capacity'

/** 能力申请: list, apply, status. The pages disagree about the permission set, so both are needed. */
export const capabilityEndpoints: readonly Endpoint[] = [
  general('query_capacity_list', 'GET', list),
  general('apply_capacity', 'POST', apply),
  general('query_apply_status', 'GET', status)
]

function general(name: string, method: 'GET' | 'POST', handle: (call: MerchantCall) => Reply): Endpoint {
  return merchantEndpoint(
    {
      ...{ name, generation: 'v2', method, path: `${folder}/${name}`, permissionSet: [1, 3] },
      callsPerSecond: ({ capabilityCallsPerSecond }) => capabilityCallsPerSecond
    },
    handle
  )
}

function list({ world, merchant }: MerchantCall): Reply {
  const listed = world.capabilities.entries.filter((entry) => entry.listed)
  const fields = listed.map((entry) => capabilityFields(world, merchant, entry))
  return { kind: 'data', data: { [world.state.capabilityListName]: fields } }
}

const key = z.string().min(1)
const applyBody = z.object({
  capacity_key: key,
  apply_reason: z.string().min(1),
  apply_info: z.record(z.string(), z.array(z.string()))
})

/** Order of checks: request, permission set, state, conditions, form, allowance. */
function apply({ world, merchant, body }: MerchantCall): Reply {
  const { capacity_key, apply_reason, apply_info } = parseBody(applyBody, body, 11009)
  const entry = world.capabilities.listedAt(capacity_key)
  if (!isCovered(merchant, entry)) throw new Refusal(28001018)
  requireApplicable(world, merchant, entry)
  checkAnswers(world, merchant, entry, apply_info)
  submitApplication(world, merchant, entry, { reason: apply_reason, info: apply_info })
  return { kind: 'data' }
}

/** The key comes in the query, as the text of the page has it; its sample's body is not looked at. */
function status({ world, merchant, query }: MerchantCall): Reply {
  const entry = world.capabilities.listedAt(parseBody(key, query.get('capacity_key'), 11009))
  const { state, reason } = statusOf(world, merchant, entry)
  return { kind: 'data', data: { status: generalStatuses[state], reason } }
}
