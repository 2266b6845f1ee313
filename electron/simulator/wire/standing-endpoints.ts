import { Refusal } from '../world/refusal'
import { creditScore, filingStatus, qualityRating, trialOf } from '../world/standing'
import type { QualityRating } from '../world/standing-state'
import { type Endpoint, type MerchantCall, merchantEndpoint } from './endpoint'
import { HttpFailure } from './http-failure'
import type { Reply } from './reply'

const permissionSet = 2

/** 信用分, 试运营期, 质量评级 and 备案状态. The page of the trial operation gives no address for V1. */
export const standingEndpoints: readonly Endpoint[] = [
  merchantEndpoint(
    {
      ...{ name: 'get_credit_score', generation: 'v2', method: 'GET', permissionSet },
      path: '/api/apps/v2/credit_score/get_credit_score'
    },
    ({ world, merchant }) => ({ kind: 'data', data: { credit_score: creditScore(world, merchant) } })
  ),
  merchantEndpoint(
    {
      ...{ name: 'get_credit_score', generation: 'v1', method: 'GET', permissionSet },
      path: '/openapi/v1/microapp/app/credit_score'
    },
    ({ world, merchant }) => ({ kind: 'data', data: { creditScore: creditScore(world, merchant) } })
  ),
  merchantEndpoint(
    {
      ...{ name: 'get_trial_info', generation: 'v2', method: 'GET', permissionSet },
      path: '/api/apps/v2/trial/get_trial_info'
    },
    trialInformation
  ),
  merchantEndpoint(
    {
      ...{ name: 'quality_rating', generation: 'v1', method: 'GET', permissionSet },
      path: '/openapi/v1/microapp/app/quality_rating'
    },
    rating
  ),
  merchantEndpoint(
    {
      ...{ name: 'query_record_status', generation: 'v2', method: 'GET', permissionSet },
      path: '/api/apps/v1/icp_record/query_record_status'
    },
    ({ world, merchant }) => ({ kind: 'data', data: { status: filingStatus(world, merchant) } })
  )
]

/** Flags and the missing list are written as this merchant's habits have it. */
function trialInformation({ world, merchant }: MerchantCall): Reply {
  const { habits } = merchant
  const trial = trialOf(world, merchant)
  const flag = (value: boolean) => (habits.flags === 'number' ? Number(value) : value)
  return {
    kind: 'data',
    data: {
      is_trial: flag(trial.isTrial),
      app_credit_score: creditScore(world, merchant),
      trial_pass_score: trial.passScore,
      trial_limit_info: {
        is_capability_limited: flag(trial.capabilityLimited),
        is_payment_restricted: flag(trial.paymentRestricted),
        is_traffic_limited: flag(trial.trafficLimited)
      },
      trial_task_info: trial.tasks.length === 0 && habits.missing === 'null' ? null : trial.tasks
    }
  }
}

/** The module is being retired (its own page says so); how it will answer then, control decides. */
function rating({ world, merchant }: MerchantCall): Reply {
  switch (world.state.qualityRatingRetired) {
    case 'code':
      throw new Refusal(28001056)
    case 'not_found':
      throw new HttpFailure(404, 'not found')
    case 'no':
      return { kind: 'data', data: ratingFields(qualityRating(world, merchant)) }
  }
}

function ratingFields(rated: QualityRating) {
  if (rated === 'unrated') return { status: 1, qualityRating: '' }
  return rated === 'rating' ? { status: 2, qualityRating: '' } : { status: 3, qualityRating: rated }
}
