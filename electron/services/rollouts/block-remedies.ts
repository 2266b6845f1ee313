import { readinessChecks, type ReadinessCheck } from '@shared/domain/readiness'
import type { ErrorRemedy } from '@shared/errors'
import { readinessFixes, rolloutBlocks, type BlockKey } from '@shared/rules/rollout-blocks'
import { byAuthorization } from '@shared/rules/version-actions'

const onVersions: ErrorRemedy = { actor: 'operator', wayOut: 'merchant_versions' }

/** Who can lift each block, and where. */
const blockRemedies: Readonly<Record<BlockKey, ErrorRemedy>> = {
  authorization: byAuthorization,
  permission: byAuthorization,
  not_read: onVersions,
  not_found: { actor: 'operator', wayOut: 'merchants' },
  other_rollout: { actor: 'operator', wayOut: 'rollouts' },
  in_review: { actor: 'nobody', wayOut: 'merchant_versions' },
  no_test_version: onVersions,
  not_passed: onVersions,
  taken_down: onVersions,
  no_online_version: onVersions,
  no_rollback: onVersions,
  no_hosts: onVersions,
  ext_json: { actor: 'operator', wayOut: 'templates' },
  domains: { actor: 'operator', wayOut: 'merchant_domains' },
  setup: { actor: 'operator' }
}

/** What of the readiness only the merchant itself can put right. */
const merchantsOwn: readonly ReadinessCheck[] = ['authorization', 'permission', 'standing', 'subject', 'filing']

/** The block that a cause names; null for a cause of another kind. */
export function blockKeyOf(cause: string): BlockKey | null {
  const [kind, key = ''] = cause.split(':')
  return kind === 'blocked' && isBlockKey(key) ? key : null
}

const isBlockKey = (text: string): text is BlockKey => Object.hasOwn(rolloutBlocks, text)

/** Who must act where nothing was sent for this cause (`blocked:…` or `readiness:…`), and where. */
export function remedyFor(cause: string): ErrorRemedy {
  const key = blockKeyOf(cause)
  if (key !== null) return blockRemedies[key]
  const check = readinessChecks.find((each) => cause === `readiness:${each}`)
  if (check === undefined) return onVersions
  return { actor: merchantsOwn.includes(check) ? 'merchant' : 'operator', wayOut: `merchant_${readinessFixes[check]}` }
}
