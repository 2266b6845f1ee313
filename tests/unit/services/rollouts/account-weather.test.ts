import { expect, it } from 'vitest'
import { AccountWeather } from '../../../../electron/services/rollouts/account-weather'
import { errorWith } from './samples'

it('lets one merchant at a time find out whether calls get through again after four failures in a row', () => {
  const weather = new AccountWeather()
  for (const appId of ['a', 'b', 'c']) weather.failed(appId, errorWith('network'), 0)
  expect([weather.isDown(), weather.mayBegin(0, 20)]).toEqual([false, true])
  weather.failed('d', errorWith('timeout'), 0)
  weather.failed('e', errorWith('network'), 1)
  expect([weather.isDown(), weather.mayBegin(0, 0), weather.probeAt()]).toEqual([true, false, 2_000])
  expect([weather.mayBegin(2_000, 1), weather.mayBegin(2_000, 0)]).toEqual([false, true])
  weather.failed('a', errorWith('network'), 2_000)
  expect(weather.probeAt()).toBe(6_000)
  weather.worked('read')
  expect([weather.isDown(), weather.mayBegin(2_000, 20)]).toEqual([false, true])
})

it('takes an answer of the platform, whatever it says, for a road that is open', () => {
  const weather = new AccountWeather()
  for (const appId of ['a', 'b', 'c']) weather.failed(appId, errorWith('platform_fault'), 0)
  weather.failed('d', errorWith('cancelled'), 0)
  weather.failed('e', errorWith('platform_refused'), 0)
  weather.failed('f', errorWith('network'), 0)
  expect(weather.isDown()).toBe(false)
})

it('takes an allowance for used up when three merchants in a row are told so, and nothing was accepted in between', () => {
  const weather = new AccountWeather()
  const used = errorWith('platform_busy', { platformCode: '28003017' })
  for (const appId of ['a', 'a', 'b']) weather.failed(appId, used, 0)
  weather.worked('read')
  expect(weather.isQuotaUsedUp()).toBe(false)
  weather.worked('accepted')
  for (const appId of ['c', 'd', 'e']) weather.failed(appId, used, 0)
  expect(weather.isQuotaUsedUp()).toBe(true)
  weather.forgetQuota()
  expect(weather.isQuotaUsedUp()).toBe(false)
})
