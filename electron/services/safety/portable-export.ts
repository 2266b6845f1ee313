import type { MerchantRow } from '@shared/domain/merchant'
import type { Store, StoredAccount } from '../../store/repositories'
import { portableFormat, portableVersion, type Portable, type PortableAccount } from './portable-schema'

/** What the operator has set on this computer, of all accounts. Nothing of it is a secret, and nothing the platform's. */
export function portableOf(
  store: Store,
  about: { readonly exportedAt: number; readonly appVersion: string }
): Portable {
  const { theme, language, textSize, motion, notifications } = store.settings.read()
  return {
    ...{ format: portableFormat, version: portableVersion, ...about },
    settings: { theme, language, textSize, motion, notifications },
    accounts: store.accounts.list().map((account) => accountOf(store, account))
  }
}

function accountOf(store: Store, { id, name, componentAppId }: StoredAccount): PortableAccount {
  const { variables, defaults } = store.extVariables.studio(id)
  return {
    ...{ id, name, componentAppId },
    views: store.listViews.list(id).map((view) => ({ name: view.name, content: view.content })),
    columns: store.listViews.columns(id),
    variables: [...variables],
    defaults: defaults.map(({ templateId, text }) => ({ templateId, text })),
    baselines: store.baselines.list(id).map((baseline) => ({ name: baseline.name, domains: baseline.domains })),
    merchants: merchantsOf(store, id)
  }
}

/** Only those of whom there is something to tell. */
function merchantsOf(store: Store, accountId: string): PortableAccount['merchants'] {
  const values = new Map(store.extVariables.values(accountId).map((each) => [each.appId, each.values]))
  return store.merchants.appIds(accountId).flatMap((appId) => {
    const row: MerchantRow | null = store.merchants.row({ accountId, appId })
    if (row === null) return []
    const baseline = store.baselines.of({ accountId, appId })?.name ?? null
    const own = { tags: [...row.tags], note: row.note, values: { ...values.get(appId) }, baseline }
    const isEmpty = own.tags.length + own.note.length + Object.keys(own.values).length === 0 && baseline === null
    return isEmpty ? [] : [{ appId, name: row.name, ...own }]
  })
}
