/** Why a copy of the database was made: at start once a day, before a change of its schema, by hand, before a restore. */
export const backupReasons = ['daily', 'upgrade', 'manual', 'restore'] as const
export type BackupReason = (typeof backupReasons)[number]

/** A copy of the database beside it. */
export type Backup = {
  readonly name: string
  readonly at: number
  readonly bytes: number
  readonly reason: BackupReason
}

/** `reading`: the database could not be opened for writing, and a copy in memory is shown; nothing is kept, nothing is sent. */
export type StoreAccess = 'writing' | 'reading'

/** How much is in a database. */
export type DataCounts = { readonly accounts: number; readonly merchants: number; readonly rollouts: number }

/** What would take the database's place. */
export type RestorePreview = {
  /** The moment of the copy. */
  readonly at: number
  /** The computer it was made on; null for a copy of this one's own. */
  readonly computer: string | null
  readonly appVersion: string | null
  readonly counts: DataCounts
  readonly accountNames: readonly string[]
  /** Rollouts that were not over: they come back paused. */
  readonly unfinishedRollouts: number
  /** The accounts' secrets are in it, sealed by a passphrase. */
  readonly hasSecrets: boolean
}

/** A restore that is carried out when the program is opened next. */
export type PendingRestore = { readonly at: number; readonly orderedAt: number }

/** How it stands with the data on this computer. Sizes in bytes. */
export type SafetyState = {
  readonly dataDir: string
  readonly databaseBytes: number
  /** When the database passed its check, at the program's start. */
  readonly checkedAt: number
  readonly access: StoreAccess
  /** Newest first. */
  readonly backups: readonly Backup[]
  readonly backupsKept: number
  readonly pending: PendingRestore | null
  /** The program can open itself again, see `safety.reopen`; elsewhere the operator closes and opens it. */
  readonly canReopen: boolean
}

/** A file that is ready to be read by the page, piece by piece. */
export type ReadyFile = { readonly fileId: string; readonly name: string; readonly bytes: number }

/** Kinds of what an export holds, each of which an import takes or leaves. */
export const portableKinds = ['settings', 'tags', 'notes', 'views', 'variables', 'values', 'baselines'] as const
export type PortableKind = (typeof portableKinds)[number]

/** What an import would do with one kind: entries that are new, that replace another, and that are the same here. */
export type PortableChange = {
  readonly kind: PortableKind
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** A view or a variable for which an account has no room: it is passed over. */
export type NoRoom = { readonly kind: 'views' | 'variables'; readonly name: string }

/** What saving it by hand would refuse too, and why: it is passed over. `values`: of one merchant, the others of it come. */
export type RefusedItem = {
  readonly kind: 'variables' | 'values' | 'baselines'
  readonly name: string
  readonly why: string
}

/** What an import would do; merchants and accounts that are not known here are passed over. */
export type ImportPreview = {
  readonly exportedAt: number
  readonly changes: readonly PortableChange[]
  readonly unknownAccounts: readonly string[]
  readonly unknownMerchants: readonly string[]
  readonly noRoom: readonly NoRoom[]
  readonly refused: readonly RefusedItem[]
}
