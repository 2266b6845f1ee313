import type { PermissionSet } from '@shared/domain/merchant'
import { operationKinds, type OperationState } from '@shared/domain/operation'
import type { HostReason, VersionList } from '@shared/domain/version'
import { errorActors, waysOut, type DeskError, type DeskErrorCode } from '@shared/errors'
import { z } from 'zod'

/** A column that holds JSON of the given shape. */
export function jsonColumn<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(shape)
}

const texts = z.array(z.string())
const time = z.number().nullable()

export const hostReasons: z.ZodType<HostReason[]> = z.array(
  z.object({ host: z.string(), reasons: texts, attachmentUrl: z.string().nullable() })
)

const base = {
  version: z.string(),
  summary: z.string(),
  createdAt: time,
  categories: texts,
  developerName: z.string().nullable(),
  channel: z.string()
}

export const versionList: z.ZodType<VersionList> = z.object({
  latest: z.object({ ...base, stage: z.literal('latest'), submitted: z.boolean() }).nullable(),
  audit: z
    .object({
      ...base,
      stage: z.literal('audit'),
      status: z.enum(['in_review', 'passed', 'rejected', 'withdrawn']),
      released: z.boolean(),
      takenDown: z.boolean(),
      approvedHosts: texts,
      reasons: hostReasons
    })
    .nullable(),
  gray: z
    .object({
      ...base,
      stage: z.literal('gray'),
      hostShares: z.array(z.object({ host: z.string(), share: z.string() }))
    })
    .nullable(),
  current: z
    .object({
      ...base,
      stage: z.literal('current'),
      takenDown: z.boolean(),
      approvedHosts: texts,
      notApprovedHosts: texts,
      reasons: hostReasons,
      rollback: z.object({ possible: z.boolean(), toVersion: z.string().nullable() })
    })
    .nullable(),
  readAt: z.number()
})

export const permissionSetList: z.ZodType<PermissionSet[]> = z.array(z.object({ id: z.number(), name: z.string() }))

export const textList = texts

export const operationKind = z.enum(operationKinds)

export const operationState: z.ZodType<OperationState> = z.enum([
  'intended',
  'done',
  'refused',
  'not_carried_out',
  'unknown'
])

const errorCodes = {
  unknown_call: 0,
  invalid_input: 0,
  input_too_large: 0,
  not_found: 0,
  not_possible_now: 0,
  changed_meanwhile: 0,
  platform_refused: 0,
  platform_busy: 0,
  platform_fault: 0,
  platform_unexpected: 0,
  network: 0,
  timeout: 0,
  cancelled: 0,
  authorization_lost: 0,
  credentials: 0,
  keychain: 0,
  relay: 0,
  outcome_unknown: 0,
  not_carried_out: 0,
  storage: 0,
  internal: 0
} satisfies Record<DeskErrorCode, 0>

const isErrorCode = (code: string): code is DeskErrorCode => Object.hasOwn(errorCodes, code)

const optionalText = z.string().optional()

/** `exactOptionalPropertyTypes`: JSON has no `undefined`, so a field that is there has a value. */
export const deskError = z
  .object({
    code: z.string().refine(isErrorCode),
    message: z.string(),
    reason: optionalText,
    nextStep: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.number().optional(),
    platformCode: optionalText,
    platformMessage: optionalText,
    logId: optionalText,
    merchant: z.object({ appId: z.string(), name: z.string() }).optional(),
    // Advice only: what another version wrote and this one does not know is left out.
    actor: z.enum(errorActors).optional().catch(undefined),
    wayOut: z.enum(waysOut).optional().catch(undefined),
    fields: z.record(z.string(), z.string()).optional()
  })
  .transform((error) => withoutUndefined<DeskError>(error))

type Loose<Type> = { [Key in keyof Type]: Type[Key] | undefined }

function withoutUndefined<Type extends object>(value: Loose<Type>): Type {
  const present = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(present) as Type
}
