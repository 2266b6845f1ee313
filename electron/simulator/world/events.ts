import type { World } from './world'

const eventsKept = 2000
const markScheme = 'sample-picture:'

/** Stands for a picture in an event's content: its address depends on where the platform is served from. */
export function pictureMark(folder: 'icon' | 'review', name: string): string {
  return `${markScheme}${folder}/${name}`
}

/** Content with every mark in its place replaced by what `addressOf` says. */
export function withAddresses(
  content: Readonly<Record<string, unknown>>,
  addressOf: (folder: string, name: string) => string
): string {
  return JSON.stringify(content, (_, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(markScheme)) return value
    const [folder = '', ...name] = value.slice(markScheme.length).split('/')
    return addressOf(folder, name.join('/'))
  })
}

/** Notes what the platform would push to the application's addresses. The oldest are dropped beyond 2000. */
export function announce(
  world: World,
  event: string,
  appId: string,
  content: Record<string, unknown>,
  at: number = world.now()
): void {
  const { events } = world.state
  const noted = { at, event, appId, content }
  events.push(noted)
  if (events.length > eventsKept) events.splice(0, events.length - eventsKept)
  world.touch()
  world.announced(noted)
}
