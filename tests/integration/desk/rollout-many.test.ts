import { expect, it } from 'vitest'
import {
  finishRollout,
  merchantsOf,
  newestTemplate,
  newGround,
  openDesk,
  orderFaults,
  shipPlan,
  type RolloutGround
} from './rollout-desk'
import { proveRollout } from './rollout-proof'

/** Lets all tokens expire when a third of the merchants is over, and again at two thirds. */
function expireTokensOnTheWay({ simulator }: RolloutGround): (share: number) => void {
  const moments = [1 / 3, 2 / 3]
  return (share) => {
    if (share < (moments[0] ?? Infinity)) return
    moments.shift()
    for (const whose of ['component', 'merchant'] as const) simulator.control.expireTokens({ whose })
  }
}

it('ships to a thousand merchants while much goes wrong, and loses track of none', async () => {
  const ground = await newGround(1000)
  const desk = await openDesk(ground)
  const appIds = await merchantsOf(desk)
  const before = ground.simulator.control.state().merchants
  orderFaults(ground.simulator)
  const order = { plan: shipPlan(newestTemplate(ground)), appIds, confirmed: appIds.length, origin: null }
  const { rollout } = await desk.value('rollouts.start', { accountId: desk.accountId, ...order })
  const expireTokens = expireTokensOnTheWay(ground)
  const detail = await finishRollout(desk, rollout.id, ({ items }) =>
    expireTokens(items.filter(({ finishedAt }) => finishedAt !== null).length / items.length)
  )
  expect(desk.bugs).toEqual([])
  expect(detail.items).toHaveLength(appIds.length)
  proveRollout(ground, before, detail)
  const faults = ground.simulator.control.faults()
  for (const { struck } of faults) expect(struck).toBeGreaterThan(50)
}, 600_000)
