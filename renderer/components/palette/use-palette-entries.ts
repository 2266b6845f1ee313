import { Promotion } from '@element-plus/icons-vue'
import type { MerchantRow } from '@shared/domain/merchant'
import { rolloutStateNames } from '@shared/rules/rollout-names'
import { computed, type ComputedRef } from 'vue'
import { useMerchantsStore } from '@/stores/merchants'
import { useRolloutsStore } from '@/stores/rollouts'
import { useSessionStore } from '@/stores/session'
import { pageEntries } from './page-entries'
import { commandOf, merchantEntryId, type PaletteEntry } from './palette-entry'
import { useActionEntries } from './use-action-entries'
import { useHereEntries } from './use-here-entries'

/** Rows are frozen and stay the same objects until they change: five thousand entries are made once. */
const merchantEntries = new WeakMap<MerchantRow, PaletteEntry>()

/** All that the palette finds: for the open merchant, deeds, pages, the account's rollouts and its merchants. */
export function usePaletteEntries(): ComputedRef<readonly PaletteEntry[]> {
  const session = useSessionStore()
  const merchants = useMerchantsStore()
  const here = useHereEntries()
  const actions = useActionEntries()
  const pages = computed(() => pageEntries(session.account))
  const rollouts = useRolloutEntries()
  const ofMerchants = computed(() => merchants.rows.map((row) => merchantEntry(row)))
  return computed(() => [...actions.value, ...pages.value, ...here.value, ...rollouts.value, ...ofMerchants.value])
}

function useRolloutEntries(): ComputedRef<readonly PaletteEntry[]> {
  const store = useRolloutsStore()
  return computed(() =>
    store.rollouts.map(({ id, accountId, plan, state }) =>
      commandOf('rollout', {
        id: `rollout:${accountId}/${id}`,
        title: plan.title,
        icon: Promotion,
        note: rolloutStateNames[state],
        deed: { to: { name: 'rollout', params: { accountId, rolloutId: id } } }
      })
    )
  )
}

function merchantEntry(row: MerchantRow): PaletteEntry {
  const known = merchantEntries.get(row)
  if (known) return known
  const { accountId, appId, name, tags } = row
  const made: PaletteEntry = {
    id: merchantEntryId(row),
    kind: 'merchant',
    title: name,
    words: tags,
    appId,
    note: null,
    reason: null,
    look: { merchant: row },
    deed: { to: { name: 'merchant', params: { accountId, appId } } }
  }
  merchantEntries.set(row, made)
  return made
}
