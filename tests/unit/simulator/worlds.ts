import { resolve } from 'node:path'
import { newWorldState, type WorldPlan } from '../../../electron/simulator/sample/new-world'
import { newcomersOf } from '../../../electron/simulator/sample/newcomers'
import { readSampleData } from '../../../electron/simulator/sample/sample-data'
import { Refusal } from '../../../electron/simulator/world/refusal'
import type { Merchant } from '../../../electron/simulator/world/state'
import { World } from '../../../electron/simulator/world/world'

export const sampleData = await readSampleData(resolve(import.meta.dirname, '../../../resources'))
export const startedAt = Date.UTC(2026, 5, 1, 4)

export function stateOf(plan: Partial<WorldPlan> = {}) {
  return newWorldState(sampleData, { seed: 7, merchants: 28, timeFactor: 1, waitFactor: 1, startedAt, ...plan })
}

/** A world whose real time stands still; `state.clockOffsetMs` moves it. */
export function newWorld(plan: Partial<WorldPlan> = {}): World {
  return new World({
    state: stateOf(plan),
    review: sampleData.review,
    catalogue: sampleData.catalogue,
    capabilities: sampleData.capabilities,
    realNow: () => startedAt,
    onChange: () => {},
    onEvent: () => {},
    newcomers: newcomersOf(sampleData)
  })
}

export function merchantNamed(world: World, name: string): Merchant {
  const merchant = world.everyMerchant().find((each) => each.name === name)
  if (merchant === undefined) throw new Error(`no merchant ${name}`)
  return merchant
}

/** The code that a rule refuses with; 0 when it does not. */
export function codeOf(rule: () => void): number {
  try {
    rule()
    return 0
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
