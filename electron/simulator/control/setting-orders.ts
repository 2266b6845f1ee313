import { z } from 'zod'
import { capabilityMembersOfWorld } from '../world/capability-state'
import { domainMembersOfWorld } from '../world/domain-state'
import { paceMembersOfWorld } from '../world/pace-state'
import { qualityRatings, standingMembersOfWorld } from '../world/standing-state'
import type { Merchant, WorldState } from '../world/state'

/** Rules of domains, the quality rating, capabilities, templates, audits and the gateway; what is left out stays. */
export const settingRules = z.strictObject({
  domainLimitScope: domainMembersOfWorld.domainLimitScope.unwrap().optional(),
  setOmitted: domainMembersOfWorld.setOmitted.unwrap().optional(),
  webviewShape: domainMembersOfWorld.webviewShape.unwrap().optional(),
  qualityRatingRetired: standingMembersOfWorld.qualityRatingRetired.unwrap().optional(),
  capabilityListName: capabilityMembersOfWorld.capabilityListName.unwrap().optional(),
  capabilityCallsPerSecond: capabilityMembersOfWorld.capabilityCallsPerSecond.unwrap().optional(),
  templateLimit: capabilityMembersOfWorld.templateLimit.unwrap().optional(),
  callsPerSecond: paceMembersOfWorld.callsPerSecond.unwrap().optional(),
  auditDuration: paceMembersOfWorld.auditDuration.unwrap().optional(),
  auditShares: paceMembersOfWorld.auditShares.unwrap().optional()
})

export function setSettingRules(state: WorldState, rules: z.infer<typeof settingRules>): void {
  state.domainLimitScope = rules.domainLimitScope ?? state.domainLimitScope
  state.setOmitted = rules.setOmitted ?? state.setOmitted
  state.webviewShape = rules.webviewShape ?? state.webviewShape
  state.qualityRatingRetired = rules.qualityRatingRetired ?? state.qualityRatingRetired
  state.capabilityListName = rules.capabilityListName ?? state.capabilityListName
  state.templateLimit = rules.templateLimit ?? state.templateLimit
  const { capabilityCallsPerSecond, callsPerSecond, auditDuration, auditShares } = rules
  if (capabilityCallsPerSecond !== undefined) state.capabilityCallsPerSecond = capabilityCallsPerSecond
  if (callsPerSecond !== undefined) state.callsPerSecond = callsPerSecond
  if (auditDuration !== undefined) state.auditDuration = auditDuration
  if (auditShares !== undefined) state.auditShares = auditShares
}

/** Those rules, and the application's domains, as control shows them. */
export type ShownSettings = Pick<WorldState, 'applicationDomains' | keyof typeof settingRules.shape>

export function shownSettings(state: WorldState): ShownSettings {
  const { applicationDomains, domainLimitScope, setOmitted, webviewShape, qualityRatingRetired } = state
  const { capabilityListName, capabilityCallsPerSecond, templateLimit } = state
  const { callsPerSecond, auditDuration, auditShares } = state
  return {
    ...{ applicationDomains, domainLimitScope, setOmitted, webviewShape, qualityRatingRetired },
    ...{ capabilityListName, capabilityCallsPerSecond, templateLimit },
    ...{ callsPerSecond, auditDuration, auditShares }
  }
}

const hosts = z.array(z.string().min(1).toLowerCase()).optional()

/** The application's lists as its console would leave them. Merchants keep what they have. */
export const applicationDomainsSchema = z.strictObject({ server: hosts, webview: hosts })
export type ApplicationDomainsOrder = z.input<typeof applicationDomainsSchema>

export function setApplicationDomains(state: WorldState, { server, webview }: ApplicationDomainsOrder): void {
  const { applicationDomains } = state
  applicationDomains.server = server ?? applicationDomains.server
  applicationDomains.webview = webview ?? applicationDomains.webview
}

const trialOrder = z.strictObject({
  isTrial: z.boolean(),
  passScore: z.number().int().default(80),
  capabilityLimited: z.boolean().default(false),
  paymentRestricted: z.boolean().default(false),
  trafficLimited: z.boolean().default(false),
  tasks: z.array(z.strictObject({ name: z.string(), target: z.number().int(), progress: z.number().int() })).default([])
})

/** What control fixes of the platform's judgement of a merchant; null lets it follow the seed and time again. */
export const assessmentOrders = z.strictObject({
  /** -999: not initialised. */
  creditScore: z.number().int().nullable().optional(),
  trial: trialOrder.nullable().optional(),
  qualityRating: z.enum(qualityRatings).nullable().optional(),
  filingStatus: z.number().int().nullable().optional()
})

export function fixAssessment({ assessment }: Merchant, order: z.output<typeof assessmentOrders>): void {
  if (order.creditScore !== undefined) assessment.creditScore = order.creditScore
  if (order.trial !== undefined) assessment.trial = order.trial
  if (order.qualityRating !== undefined) assessment.qualityRating = order.qualityRating
  if (order.filingStatus !== undefined) assessment.filingStatus = order.filingStatus
}
