import type { TrialInformation } from '@shared/domain/standing'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import type { PlatformCaller } from './caller'
import { endpoints } from './endpoints'
import type { MerchantClient } from './platform'
import { flag, integer, list, optionalInteger, text, toldFlag } from './schemas'
import { reading } from './wire'

export type StandingCalls = Pick<MerchantClient, 'creditScore' | 'trialInformation' | 'qualityRating' | 'filingStatus'>

/** Stands for a credit score that is not initialised yet. */
const noScore = -999

const score = integer.transform((value) => (value === noScore ? null : value))

const taskNames: Readonly<Record<string, string>> = {
  get Health() {
    return say`健康经营`
  },
  get Order() {
    return say`订单`
  },
  get Course() {
    return say`课程`
  },
  get Live() {
    return say`直播挂载`
  },
  get Video() {
    return say`视频挂载`
  },
  get RestrictTask() {
    return say`整体限制任务`
  }
}

const readScore = reading({ schema: z.object({ credit_score: score }) })

const readFiling = reading({ schema: z.object({ status: integer }) })

const trialData = z.object({
  is_trial: toldFlag,
  app_credit_score: score.nullish().catch(null),
  trial_pass_score: optionalInteger,
  trial_task_info: list(z.object({ name: text, target: optionalInteger, progress: optionalInteger })),
  trial_limit_info: z
    .object({ is_capability_limited: flag, is_payment_restricted: flag, is_traffic_limited: flag })
    .nullish()
})

const readTrial = reading({ schema: trialData })

/**
 * 查询信用分分值V2, 查询试运营期信息V2, 查询备案状态, 查询质量评级信息 (pages `base-info/credit-score-v2`, `trial-info-v2`,
 * `icp-record/query-record-status`, `base-info/quality-rating`).
 *
 * The quality rating is of V1 only and takes a V1 token, which this application does not hold: V1 and V2 tokens never mix,
 * and fetching a V1 pair could disturb the V2 pair. Its page announces that the module goes offline: it counts as retired
 * and is never asked for.
 */
export function standingCalls(caller: PlatformCaller, appId: string): StandingCalls {
  return {
    creditScore: async (options) => {
      const request = { endpoint: endpoints.creditScore, read: readScore, signal: options?.signal }
      return (await caller.asMerchant(appId, request)).value.credit_score
    },
    trialInformation: async (options) => {
      const request = { endpoint: endpoints.trialInformation, read: readTrial, signal: options?.signal }
      return trialInformation((await caller.asMerchant(appId, request)).value)
    },
    qualityRating: () => Promise.resolve({ state: 'retired' }),
    filingStatus: async (options) => {
      const request = { endpoint: endpoints.filingStatus, read: readFiling, signal: options?.signal }
      return (await caller.asMerchant(appId, request)).value.status
    }
  }
}

function trialInformation(data: z.output<typeof trialData>): TrialInformation {
  const { trial_limit_info: limits } = data
  return {
    inTrial: data.is_trial,
    score: data.app_credit_score ?? null,
    passScore: data.trial_pass_score,
    tasks: data.trial_task_info.map(({ name, target, progress }) => ({
      name: Object.hasOwn(taskNames, name) ? (taskNames[name] ?? name) : name,
      target: target ?? 0,
      progress: progress ?? 0
    })),
    limits: {
      capabilities: limits?.is_capability_limited ?? false,
      payment: limits?.is_payment_restricted ?? false,
      traffic: limits?.is_traffic_limited ?? false
    }
  }
}
