import type { PlatformEventKind } from '@shared/domain/platform-event'
import { routineKinds, standingKinds } from '@/stores/events'
import { kindNames } from './event-look'

/** One chip: kinds that are chosen together. */
export type KindGroup = { readonly text: string; readonly kinds: readonly PlatformEventKind[] }

/** The chips that narrow the list: with none of them pressed it shows all of these. */
export const narrowingGroups: readonly KindGroup[] = (
  [
    ['audit'],
    ['profile'],
    ['category'],
    ['capability'],
    ['authorized', 'unauthorized'],
    ['settlement'],
    ['other']
  ] as const
).map((kinds) => ({ text: kindNames[kinds[0]], kinds }))

/** The chips that add what is hidden as a rule, as it comes many times a day. */
export const addingGroups: readonly KindGroup[] = routineKinds.map((kind) => ({ text: kindNames[kind], kinds: [kind] }))

type Kinds = readonly PlatformEventKind[]

/** Whether a chip that narrows is pressed. */
export function isNarrowedTo(shown: Kinds, group: KindGroup): boolean {
  return !includesAll(shown, standingKinds) && includesAll(shown, group.kinds)
}

/** Whether a chip that adds is pressed. */
export function isAdded(shown: Kinds, group: KindGroup): boolean {
  return includesAll(shown, group.kinds)
}

/** The kinds that are shown after a press on a chip that narrows; taking the last one back shows all again. */
export function pressNarrowing(shown: Kinds, group: KindGroup): Kinds {
  const pressed = narrowingGroups.filter((each) => isNarrowedTo(shown, each) !== (each === group))
  const kept = pressed.length === 0 ? standingKinds : pressed.flatMap(({ kinds }) => kinds)
  return [...kept, ...shown.filter((kind) => !standingKinds.includes(kind))]
}

/** The kinds that are shown after a press on a chip that adds. */
export function pressAdding(shown: Kinds, group: KindGroup): Kinds {
  if (!isAdded(shown, group)) return [...shown, ...group.kinds]
  return shown.filter((kind) => !group.kinds.includes(kind))
}

function includesAll(shown: Kinds, kinds: Kinds): boolean {
  return kinds.every((kind) => shown.includes(kind))
}
