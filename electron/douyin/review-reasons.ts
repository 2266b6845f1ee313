import type { HostReason } from '@shared/domain/version'
import { hostCode, hostName } from '@shared/rules/hosts'
import { say } from '@shared/texts/say'

/** Stands for the host where a text names none. */
const everyHost = (): string => say`全部宿主端`

/** What a review says, in the three forms the platform uses. */
export type Review = {
  /** `"host: a;b;host2: c"`: all hosts in one text. */
  readonly reason: string
  /** Reasons per host. */
  readonly reasonDetail: readonly (readonly [host: string, reasons: readonly string[]])[]
  /** Address of the reviewer's picture per host. */
  readonly attachments: readonly (readonly [host: string, url: string | null])[]
}

/**
 * What the reviewers said, one entry per host: the reasons per host where they are given, else those of the text; and the
 * pictures, also of hosts without a reason. The same host may be spelled differently in the two.
 */
export function hostReasons({ reason, reasonDetail, attachments }: Review): readonly HostReason[] {
  const told = reasonDetail.filter(([, reasons]) => reasons.length > 0)
  const pictures = attachments.flatMap(([host, url]) => (url ? [{ host, url }] : []))
  const perHost = told.length > 0 ? told : parseReason(reason, new Set(pictures.map(({ host }) => hostCode(host))))

  const reasons = new Map<string, HostReason>()
  for (const [host, texts] of perHost) {
    const before = reasons.get(hostCode(host))
    reasons.set(hostCode(host), { host, reasons: [...(before?.reasons ?? []), ...texts], attachmentUrl: null })
  }
  for (const { host, url } of pictures) {
    const before = reasons.get(hostCode(host)) ?? { host, reasons: [] }
    reasons.set(hostCode(host), { ...before, attachmentUrl: url })
  }
  return [...reasons.values()]
}

/**
 * Takes `"host: a;b;host2: c"` apart, with half- or full-width marks. A reason may contain a colon itself: what stands
 * before it is a host only if it is a known one, or if nothing came before it.
 */
function parseReason(text: string, mentioned: ReadonlySet<string>): readonly (readonly [string, string[]])[] {
  const found: [string, string[]][] = []
  for (const part of text.split(/[;;\n]/).map((each) => each.trim())) {
    if (part === '') continue
    const { host, rest } = splitHost(part)
    const isHost = host !== null && (found.length === 0 || isKnown(host) || mentioned.has(hostCode(host)))
    if (isHost) found.push([host, rest === '' ? [] : [rest]])
    else if (found.length === 0) found.push([everyHost(), [part]])
    else found.at(-1)?.[1].push(part)
  }
  return found
}

function splitHost(part: string): { readonly host: string | null; readonly rest: string } {
  const match = /^([^::\s]{1,20})\s*[::](?!\/\/)\s*(.*)$/su.exec(part)
  return { host: match?.[1] ?? null, rest: match?.[2] ?? part }
}

function isKnown(host: string): boolean {
  return hostName(hostCode(host)) !== hostCode(host)
}
