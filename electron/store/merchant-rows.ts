import type { MerchantProfile, MerchantRow } from '@shared/domain/merchant'
import { hostName } from '@shared/rules/hosts'
import { clauses, listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { hostReasons, jsonColumn, operationKind, permissionSetList, textList } from './schemas'
import { setupSummary } from './setup-schemas'

const flag = z.number().nullable()
const text = z.string().nullable()
const appState = z.enum(['not_published', 'published', 'offline']).nullable()
const authorization = z.enum(['authorized', 'lost', 'unknown'])

const identity = { accountId: z.string(), appId: z.string(), name: z.string(), iconKey: text }
const reading = { readAt: z.number().nullable(), readError: text }

/** Looked up, as a join of the two costs a look at one merchant five times as much. */
const iconKey = `(SELECT i.key FROM icons i INDEXED BY icons_keys
    WHERE i.account_id = m.account_id AND i.app_id = m.app_id) AS iconKey`

const authorizationEndsAt = `(SELECT t.refresh_expires_at FROM merchant_tokens t INDEXED BY merchant_tokens_ends
    WHERE t.account_id = m.account_id AND t.app_id = m.app_id) AS authorizationEndsAt`

/** The columns of a list row; `m` is the merchant. */
export const rowColumns = `
  m.account_id AS accountId, m.app_id AS appId, m.name, ${iconKey}, m.tags, m.note, m.app_state AS appState,
  m.authorization, m.authorized_at AS authorizedAt, ${authorizationEndsAt}, m.online_version AS onlineVersion,
  m.online_taken_down AS onlineTakenDown, m.audit_version AS auditVersion, m.audit_status AS auditStatus,
  m.audit_released AS auditReleased, m.test_version AS testVersion, m.test_submitted AS testSubmitted,
  CASE WHEN m.audit_status = 'rejected' THEN m.versions -> '$.audit.reasons' END AS auditReasons,
  m.setup, m.read_at AS readAt, m.read_error AS readError,
  (SELECT o.kind FROM operations o INDEXED BY operations_unsettled
    WHERE o.account_id = m.account_id AND o.app_id = m.app_id AND o.state IN ('intended', 'unknown')
    ORDER BY o.started_at LIMIT 1) AS unsettled`

/** Reads a list row; 1,000 of them take a few milliseconds. */
export const rowSchema = z
  .object({
    ...identity,
    ...reading,
    tags: jsonColumn(textList),
    note: z.string(),
    appState,
    authorization,
    authorizedAt: z.number().nullable(),
    authorizationEndsAt: z.number().nullable(),
    onlineVersion: text,
    onlineTakenDown: flag,
    auditVersion: text,
    auditStatus: z.enum(['in_review', 'passed', 'rejected', 'withdrawn']).nullable(),
    auditReleased: flag,
    auditReasons: jsonColumn(hostReasons).nullable(),
    testVersion: text,
    testSubmitted: flag,
    setup: jsonColumn(setupSummary).nullable().catch(null),
    unsettled: operationKind.nullable()
  })
  .transform((row): MerchantRow => {
    const { onlineVersion, onlineTakenDown, auditVersion, auditStatus, auditReleased, auditReasons } = row
    const { testVersion, testSubmitted, accountId, appId, name, iconKey, tags, readAt, readError } = row
    return {
      accountId,
      appId,
      name,
      iconKey,
      tags,
      note: row.note,
      appState: row.appState,
      authorization: row.authorization,
      authorizedAt: row.authorizedAt,
      authorizationEndsAt: row.authorizationEndsAt,
      online: onlineVersion === null ? null : { version: onlineVersion, takenDown: onlineTakenDown === 1 },
      audit:
        auditVersion === null || auditStatus === null
          ? null
          : {
              version: auditVersion,
              status: auditStatus,
              released: auditReleased === 1,
              reason: clauses((auditReasons ?? []).map(reasonText))
            },
      test: testVersion === null ? null : { version: testVersion, submitted: testSubmitted === 1 },
      template: row.setup?.template ?? null,
      unsettled: row.unsettled,
      readiness: row.setup?.readiness ?? null,
      creditScore: row.setup?.creditScore ?? null,
      drift: row.setup?.drift ?? null,
      readAt,
      readError
    }
  })

function reasonText({ host, reasons }: { host: string; reasons: readonly string[] }): string {
  return say`${hostName(host)}：${listed(reasons)}`
}

export const profileColumns = `
  m.account_id AS accountId, m.app_id AS appId, m.name, ${iconKey}, m.introduction, m.app_state AS appState,
  m.subject_name AS subjectName, m.subject_type AS subjectType, m.tags, m.note, m.authorization,
  m.authorized_at AS authorizedAt, m.permissions, m.read_at AS readAt, m.read_error AS readError`

export const profileSchema = z
  .object({
    ...identity,
    ...reading,
    introduction: z.string(),
    appState,
    subjectName: text,
    subjectType: z.enum(['person', 'company']).nullable(),
    tags: jsonColumn(textList),
    note: z.string(),
    authorization,
    authorizedAt: z.number().nullable(),
    permissions: jsonColumn(permissionSetList)
  })
  .transform(({ authorization: state, authorizedAt, permissions, ...profile }): MerchantProfile => ({
    ...profile,
    authorization: { state, authorizedAt, permissions }
  }))
