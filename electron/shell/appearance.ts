import type { Settings } from '@shared/domain/settings'
import type { Desk } from '../desk'
import { deskClient } from '../desk-client'

/** What follows the operator's choices outside of the page. */
export type Follower = (settings: Settings) => void

/**
 * Tells `follow` the operator's settings now, and after each change: menus and dialogs are dark and in English where the page
 * is. The language itself is spoken already when this hears of it.
 */
export async function followSettings(desk: Pick<Desk, 'call' | 'onEvent'>, follow: Follower): Promise<void> {
  desk.onEvent(({ name, payload }) => {
    if (name === 'settings.changed') follow(payload.settings)
  })
  const { settings } = await deskClient(desk).call('app.info', {})
  follow(settings)
}
