import { z } from 'zod'
import { Refusal } from '../world/refusal'
import { pushFaultSchema } from '../push/push-faults'
import { pushTargetSchema } from '../push/push-target'
import { capabilityOrderSchema, draftOrderSchema } from './capability-orders'
import type { Control } from './control'
import { faultSchema } from './faults'
import {
  auditOrderSchema,
  authorizeSchema,
  expirySchema,
  merchantChangeSchema,
  rulesSchema,
  speedSchema
} from './orders'
import { profileItemSchema, publicationOrderSchema, reviewOrderSchema } from './profile-orders'
import { applicationDomainsSchema } from './setting-orders'

export type ControlRequest = {
  readonly method: string
  /** Below `/control`, such as `/faults`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
}
export type ControlReply = { readonly status: number; readonly body: unknown }

const clockSchema = z.strictObject({ advanceMs: z.number().min(0) })
const auditBody = auditOrderSchema.extend({ appId: z.string() })
const profileAuditBody = reviewOrderSchema.extend({ appId: z.string(), item: profileItemSchema })
const categoryAuditBody = reviewOrderSchema.extend({ appId: z.string(), category: z.string() })
const publishAuditBody = publicationOrderSchema.extend({ appId: z.string() })
const capabilityAuditBody = capabilityOrderSchema.extend({ appId: z.string(), key: z.string() })
const draftBody = draftOrderSchema.extend({ templateAppId: z.string() })
const merchantBody = z.strictObject({ appId: z.string(), change: merchantChangeSchema })

type Action = (control: Control, request: ControlRequest) => unknown

/** Everything under `/control`; docs/simulator.md lists it. What returns nothing answers `{"ok":true}`. */
const actions: Readonly<Record<string, Action>> = {
  'GET /state': (control, { query }) => control.state(query.get('appId') ?? undefined),
  'GET /faults': (control) => control.faults(),
  'POST /faults': (control, { body }) => control.addFault(faultSchema.parse(body)),
  'DELETE /faults': (control, { query }) => control.removeFaults(query.get('id') ?? undefined),
  'POST /clock': (control, { body }) => control.advance(clockSchema.parse(body).advanceMs),
  'GET /counters': (control) => control.counters(),
  'POST /counters/reset': (control) => control.resetCounters(),
  'POST /audit': (control, { body }) => {
    const { appId, ...order } = auditBody.parse(body)
    control.audit(appId, order)
  },
  'POST /profile-audit': (control, { body }) => {
    const { appId, item, ...order } = profileAuditBody.parse(body)
    control.profileAudit(appId, item, order)
  },
  'POST /category-audit': (control, { body }) => {
    const { appId, category, ...order } = categoryAuditBody.parse(body)
    control.categoryAudit(appId, category, order)
  },
  'POST /publish-audit': (control, { body }) => {
    const { appId, ...order } = publishAuditBody.parse(body)
    control.publishAudit(appId, order)
  },
  'POST /capability-audit': (control, { body }) => {
    const { appId, key, ...order } = capabilityAuditBody.parse(body)
    control.capabilityAudit(appId, key, order)
  },
  'POST /draft': (control, { body }) => {
    const { templateAppId, ...order } = draftBody.parse(body)
    return control.newDraft(templateAppId, order)
  },
  'POST /merchant': (control, { body }) => {
    const { appId, change } = merchantBody.parse(body)
    control.changeMerchant(appId, change)
  },
  'GET /ticket': (control) => control.ticket(),
  'POST /expire-tokens': (control, { body }) => control.expireTokens(expirySchema.parse(body)),
  'POST /speed': (control, { body }) => control.setSpeed(speedSchema.parse(body)),
  'POST /rules': (control, { body }) => control.setRules(rulesSchema.parse(body)),
  'POST /application-domains': (control, { body }) =>
    control.setApplicationDomains(applicationDomainsSchema.parse(body)),
  'POST /authorize': (control, { body }) => control.authorize(authorizeSchema.parse(body)),
  'GET /push-target': (control) => ({ target: control.pushTarget() }),
  'POST /push-target': (control, { body }) => control.setPushTarget(pushTargetSchema.parse(body)),
  'DELETE /push-target': (control) => control.setPushTarget(null),
  'GET /pushes': (control) => control.pushes(),
  'GET /push-faults': (control) => control.pushFaults(),
  'POST /push-faults': (control, { body }) => control.addPushFault(pushFaultSchema.parse(body)),
  'DELETE /push-faults': (control, { query }) => control.removePushFaults(query.get('id') ?? undefined),
  'POST /reset': (control) => control.reset()
}

/** Answers one request to control: 404 for an unknown one, 400 with the reason for one that makes no sense. */
export function answerControl(control: Control, request: ControlRequest): ControlReply {
  const action = actions[`${request.method} ${request.path}`]
  if (action === undefined) return { status: 404, body: { error: `unknown: ${request.method} ${request.path}` } }
  try {
    return { status: 200, body: action(control, request) ?? { ok: true } }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    return { status: 400, body: { error: reason } }
  }
}

function reasonOf(error: unknown): string | null {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (error instanceof Refusal) return `${error.code} ${error.message}`
  return null
}
