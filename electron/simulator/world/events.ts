import type { World } from './world'

const eventsKept = 2000

/** Notes what the platform would push to the application's addresses. The oldest are dropped beyond 2000. */
export function announce(
  world: World,
  event: string,
  appId: string,
  content: Record<string, unknown>,
  at: number = world.now()
): void {
  const { events } = world.state
  events.push({ at, event, appId, content })
  if (events.length > eventsKept) events.splice(0, events.length - eventsKept)
  world.touch()
}
