import type { Merchant, WorldState } from '../world/state'
import { generateNewcomers } from './generated-merchants'
import { merchantOf } from './new-world'
import type { SampleData } from './sample-data'

/** Enough that a class of people can practise, few enough to choose from. */
const count = 40

/** Makes the merchants of a world's seed who could authorise the application for the first time. */
export function newcomersOf(data: SampleData) {
  return (state: WorldState): readonly Merchant[] => {
    const samples = generateNewcomers(
      data,
      state.seed,
      count,
      data.merchants.map(({ name }) => name)
    )
    return samples.map((sample) => newcomer(merchantOf(sample, state, data.catalogue), state))
  }
}

function newcomer(merchant: Merchant, state: WorldState): Merchant {
  return { ...merchant, authorization: { live: false, listed: false, at: state.startedAt, permissions: [] } }
}
