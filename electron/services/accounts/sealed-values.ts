import { SealError, type SealedBox } from '../../keychain/sealed-box'
import type { Logger } from '../../ports'
import type { Store } from '../../store/repositories'

export type SealedParts = {
  readonly accountId: string
  readonly store: Pick<Store, 'sealed' | 'tokens'>
  readonly box: SealedBox
  readonly logger: Logger
}

/** Opens a box that belongs to this row; one that can not be opened (another key) counts as not there. */
export function openBox({ box, accountId, logger }: SealedParts, name: string, sealed: Buffer | null): string | null {
  if (sealed === null) return null
  try {
    return box.open(`${accountId}/${name}`, sealed)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    logger.warn('a sealed value can not be opened', { accountId, name })
    return null
  }
}

/** Small values of an account that the database keeps sealed, by name. */
export class SealedValues {
  private readonly parts: SealedParts

  constructor(parts: SealedParts) {
    this.parts = parts
  }

  read(name: string): string | null {
    const { store, accountId } = this.parts
    return openBox(this.parts, name, store.sealed.read(accountId, name))
  }

  /** Durable when it returns. */
  save(name: string, text: string): void {
    const { store, accountId, box } = this.parts
    store.sealed.save(accountId, name, box.seal(`${accountId}/${name}`, text))
  }

  forget(name: string): void {
    this.parts.store.sealed.forget(this.parts.accountId, name)
  }

  /** What is kept under the name, or what `make` gives, kept from then on. */
  readOrMake(name: string, make: () => string): string {
    const kept = this.read(name)
    if (kept !== null) return kept
    const made = make()
    this.save(name, made)
    return made
  }
}
