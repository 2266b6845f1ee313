import { digest, draw, type Names } from './random'
import type { CapabilityCatalogue } from './capability-catalogue'
import type { Catalogue } from './catalogue'
import { Refusal } from './refusal'
import type { ProfileItem } from './profile-state'
import { settle } from './settling'
import type { Merchant, PlatformEvent, WorldState } from './state'

type Remark = { readonly reason: string; readonly advice: string }

/** What the practice environment's reviewers go by, and say. */
export type ReviewMaterial = {
  /** Texts about versions, and the sample pictures that come with them. */
  readonly reasons: readonly string[]
  readonly pictures: readonly string[]
  readonly profile: Readonly<Record<ProfileItem, readonly Remark[]>>
  readonly categoryReasons: readonly string[]
  readonly publicationReasons: readonly string[]
  /** Names of mini programs outside of this world. */
  readonly takenNames: readonly string[]
  readonly sensitiveWords: readonly string[]
  readonly brandWords: readonly string[]
}

export type WorldParts = {
  readonly state: WorldState
  readonly review: ReviewMaterial
  readonly catalogue: Catalogue
  readonly capabilities: CapabilityCatalogue
  /** Real time in milliseconds; the platform's time is this plus an offset that control can move. */
  readonly realNow: () => number
  /** Called after every change. */
  readonly onChange: () => void
  /** Called with what the platform would push. */
  readonly onEvent: (event: PlatformEvent) => void
  /** Merchants of this world's seed who have nothing to do with the application yet. */
  readonly newcomers: (state: WorldState) => readonly Merchant[]
}

/**
 * The simulated platform's state and its time. The rules are functions of the neighbouring files that take a world;
 * whatever a rule changes it announces with `touch`.
 */
export class World {
  readonly review: ReviewMaterial
  readonly catalogue: Catalogue
  readonly capabilities: CapabilityCatalogue
  readonly #realNow: () => number
  readonly #onChange: () => void
  readonly #onEvent: (event: PlatformEvent) => void
  readonly #newcomers: (state: WorldState) => readonly Merchant[]
  #state: WorldState
  #merchants: Map<string, Merchant>

  constructor(parts: WorldParts) {
    this.review = parts.review
    this.catalogue = parts.catalogue
    this.capabilities = parts.capabilities
    this.#realNow = parts.realNow
    this.#onChange = parts.onChange
    this.#onEvent = parts.onEvent
    this.#newcomers = parts.newcomers
    this.#state = parts.state
    this.#merchants = index(parts.state)
  }

  get state(): WorldState {
    return this.#state
  }

  /** Platform time in milliseconds. */
  now(): number {
    return this.#realNow() + this.#state.clockOffsetMs
  }

  /** Puts another state in place of this one. */
  replace(state: WorldState): void {
    this.#state = state
    this.#merchants = index(state)
    this.touch()
  }

  touch(): void {
    this.#onChange()
  }

  /** Tells of an event that was noted. */
  announced(event: PlatformEvent): void {
    this.#onEvent(event)
  }

  /** Those of the seed's newcomers who did not come yet. */
  newcomers(): readonly Merchant[] {
    return this.#newcomers(this.#state).filter(({ appId }) => !this.#merchants.has(appId))
  }

  /** Takes in a merchant of an app id that is not there yet. */
  add(merchant: Merchant): void {
    this.#state.merchants.push(merchant)
    this.#merchants.set(merchant.appId, merchant)
    this.touch()
  }

  /** A number in [0, 1) that depends on the seed and the names alone. */
  draw(...names: Names): number {
    return draw(this.#state.seed, ...names)
  }

  /** 40 hexadecimal digits, never the same twice in a world. */
  mint(kind: string): string {
    this.#state.serial += 1
    return digest(this.#state.seed, kind, this.#state.startedAt, this.#state.serial).slice(0, 40)
  }

  /** One merchant's mini program with all that time has done to it. Throws `Refusal` 40004 for an unknown one. */
  merchant(appId: string): Merchant {
    const merchant = this.#merchants.get(appId)
    if (merchant === undefined) throw new Refusal(40004)
    settle(this, merchant)
    return merchant
  }

  /** All merchants with all that time has done to them. */
  everyMerchant(): readonly Merchant[] {
    for (const merchant of this.#state.merchants) settle(this, merchant)
    return this.#state.merchants
  }
}

function index(state: WorldState): Map<string, Merchant> {
  return new Map(state.merchants.map((merchant) => [merchant.appId, merchant]))
}
