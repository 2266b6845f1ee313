import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { capabilityKinds, capabilityOutcome, type CapabilityKind } from './capability-kinds'
import { describingMember, unpacked, verdictOf, type EventDescriber } from './event-fields'

/** Results of 运营能力, under `operation/` in the platform's pages. */
export const capabilityDescribers: readonly (readonly [string, EventDescriber])[] = Object.entries(capabilityKinds).map(
  ([event, kind]) => [event, describeOutcome(kind)]
)

function describeOutcome({ member, subject, verdicts, about }: CapabilityKind): EventDescriber {
  return describingMember(member, capabilityOutcome, (result) => {
    const number = result.status ?? result.stauts ?? result.bind_status
    if (number === undefined) return null
    const { said, tone } = verdictOf(verdicts, number)
    const which = about?.(result)
    return {
      kind: 'capability',
      title: said(which ? say`${subject()}「${which}」` : subject()),
      detail: clauses([...result.reason, ...result.reject_reason_list]),
      tone
    }
  })
}

/**
 * What a kept message decides about, the same for all its answers in whatever language they were put into words; null where the
 * message as it was kept does not tell.
 */
export function capabilityAbout(event: string, raw: string): string | null {
  const kind = Object.hasOwn(capabilityKinds, event) ? capabilityKinds[event] : undefined
  const content = unpacked(raw)
  if (!kind || typeof content !== 'object' || content === null) return null
  const parsed = capabilityOutcome.safeParse(unpacked(Reflect.get(content, kind.member)))
  return parsed.success ? `${event} ${kind.about?.(parsed.data) ?? ''}` : null
}
