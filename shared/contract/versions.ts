import { z } from 'zod'
import type { Operation, TimelineEntry } from '../domain/operation'
import type { AuditHosts } from '../domain/version'
import { auditNoteMaxLength, descriptionMaxLength, extJsonMaxLength, versionMaxLength } from '../rules/limits'
import { accountId, appId, cursor, merchant, returning, text } from './call'
import type { MerchantDetail } from './merchants'

const version = z.string().trim().min(1).max(versionMaxLength)

/** What a merchant's upload dialog starts from. */
export type UploadDefaults = {
  readonly templateId: string | null
  readonly version: string
  readonly description: string
  readonly extJson: string
}

/** What an operation led to: how it ended, and the merchant as it is now. */
export type OperationOutcome = { readonly operation: Operation; readonly detail: MerchantDetail }

export type TimelinePage = { readonly entries: readonly TimelineEntry[]; readonly next: string | null }

export const versionCalls = {
  'versions.timeline': returning<TimelinePage>().from(
    z.strictObject({ accountId, appId, cursor: cursor.nullable(), limit: z.number().int().min(1).max(200) })
  ),
  'versions.auditHosts': returning<AuditHosts>().from(merchant),
  'versions.uploadDefaults': returning<UploadDefaults>().from(merchant),
  /** A reviewer's picture from this merchant's version list, as a data address. */
  'versions.attachment': returning<{ image: string }>().from(
    z.strictObject({ accountId, appId, url: z.url().max(2000) })
  ),
  'versions.upload': returning<OperationOutcome>().from(
    z.strictObject({
      accountId,
      appId,
      templateId: z.string().regex(/^\d{1,20}$/),
      version,
      description: z.string().trim().min(1).max(descriptionMaxLength),
      extJson: z.string().min(1).max(extJsonMaxLength)
    }),
    1024 * 1024
  ),
  /** `expectedVersion` is what the operator saw and meant; if the platform shows another, nothing is sent. */
  'versions.submit': returning<OperationOutcome>().from(
    z.strictObject({
      accountId,
      appId,
      expectedVersion: version,
      resubmit: z.boolean(),
      hosts: z.array(z.string().min(1).max(40)).min(1).max(40),
      note: text(auditNoteMaxLength)
    })
  ),
  'versions.withdraw': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  'versions.release': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  /** `expectedVersion`: the version it returns to. */
  'versions.rollback': returning<OperationOutcome>().from(
    z.strictObject({ accountId, appId, expectedVersion: version })
  ),
  /** Reads the version list again to find out how the operation with the lost answer ended. */
  'versions.settle': returning<OperationOutcome>().from(z.strictObject({ accountId, appId, operationId: text(64) }))
} as const
