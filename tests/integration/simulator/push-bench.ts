import type { PushTargetOrder } from '../../../electron/simulator/push/push-target'
import { type Platform, startPlatform } from './platform'
import { key, type Receiver, startReceiver, token } from './receiver'

export type Bench = {
  platform: Platform
  receiver: Receiver
  ask: (method: string, path: string, body?: unknown) => Promise<unknown>
}

/** A platform that pushes to a receiver, its first ticket received. */
export async function startBench(target: Partial<PushTargetOrder> = {}): Promise<Bench> {
  const platform = await startPlatform()
  const receiver = await startReceiver(platform.simulator.application.appId)
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    return (await fetch(`${platform.simulator.controlUrl}${path}`, { method, ...sent })).json()
  }
  platform.control.setPushTarget({ url: receiver.url, token, key, retryDelaysMs: [10, 10, 10], ...target })
  await receiver.count(1)
  return { platform, receiver, ask }
}
