import { chinaTime } from '../world/china-time'
import { withAddresses } from '../world/events'
import type { PlatformEvent } from '../world/state'
import { applicationOf, currentTicket } from '../world/tokens'
import type { World } from '../world/world'
import { iconAddress, reviewPictureAddress } from '../wire/picture-addresses'

/** The two addresses that the console asks for: 授权事件接收 URL, and 消息与事件接收 URL. */
export type Channel = 'authorization' | 'message'

/** A message before it is encrypted. */
export type PushMessage = {
  readonly channel: Channel
  readonly event: string
  /** The merchant's mini program; null for a ticket. */
  readonly appId: string | null
  /** JSON. */
  readonly text: string
}

const authorizationEvents: readonly string[] = ['AUTHORIZED', 'UNAUTHORIZED', 'UPDATE_AUTHORIZED']

/** Page "接收 component_ticket". */
export function ticketMessage(world: World): PushMessage {
  const text = JSON.stringify({
    Ticket: currentTicket(world).ticket,
    FromUserName: 'ByteDanceMicroApp',
    CreateTime: chinaTime(world.now()),
    MsgType: 'Ticket',
    Event: 'PUSH'
  })
  return { channel: 'authorization', event: 'PUSH', appId: null, text }
}

/** Pages "推送授权相关通知" and "消息与事件推送". `baseUrl` is where the pictures are served. */
export function eventMessage(world: World, { event, appId, at, content }: PlatformEvent, baseUrl: string): PushMessage {
  const TpAppId = applicationOf(world.state.seed).appId
  const fields = { AppId: appId, TpAppId, EventTime: chinaTime(at), Event: event, ...content }
  const text = withAddresses(fields, (folder, name) =>
    folder === 'icon' ? iconAddress(baseUrl, name) : reviewPictureAddress(baseUrl, name)
  )
  return { channel: authorizationEvents.includes(event) ? 'authorization' : 'message', event, appId, text }
}
