import type { RolloutItem } from '../domain/rollout'
import type { HostReason } from '../domain/version'

/** Ours: longer complaints of reviewers are told apart by their beginnings. */
const complaintMaxLength = 120

const kind = 'rejected:'
/** In no complaint, as each is put on one line. */
const separator = '\n'
// eslint-disable-next-line operator-texts/no-desk-text -- kept in the database and taken apart again: the same in every language
const [colon, comma] = ['：', '、']

/**
 * Tells rejections apart by what the reviewers complained about, whatever the hosts, spaces and numbers in it, and whatever the
 * order; at most 120 characters of each complaint.
 */
export function causeOfRejection(reasons: readonly HostReason[]): string {
  const complaints = reasons.flatMap((each) => each.reasons.map(complaintOf)).filter((text) => text !== '')
  return kind + [...new Set(complaints)].sort().join(separator)
}

/** The causes that a cause is made of: one for each complaint of a rejection. */
export function singleCauses(cause: string): readonly string[] {
  return cause.startsWith(kind) ? complaintsIn(cause).map((complaint) => kind + complaint) : [cause]
}

/** What the reviewers wrote, a line for each complaint with the hosts that it is about; null where they wrote nothing. */
export function rejectionText(reasons: readonly HostReason[]): string | null {
  const hosts = new Map<string, Set<string>>()
  for (const { host, reasons: texts } of reasons) {
    for (const text of texts.map(oneLine).filter((each) => each !== '')) {
      hosts.set(text, (hosts.get(text) ?? new Set()).add(host))
    }
  }
  const lines = [...hosts].map(([text, of]) => [...of].join(comma) + colon + text)
  return lines.length > 0 ? lines.join(separator) : null
}

/** Rejected merchants that share a complaint. */
export type ComplaintGroup = {
  readonly key: string
  /** As the reviewers wrote it, where all of them wrote the same; numbers in it are `#` else. Empty: nothing was written. */
  readonly text: string
  readonly members: readonly RolloutItem[]
  /** So many of them have other complaints besides. */
  readonly further: number
}

/**
 * Brings rejected merchants together by single complaints, each into one group: all that share the most frequent complaint, and
 * the same again with those that are left.
 */
export function byComplaint(items: readonly RolloutItem[]): readonly ComplaintGroup[] {
  const left = new Map(items.map((item) => [item, complaintsIn(item.cause ?? kind)]))
  const counts = new Map<string, number>()
  for (const complaints of left.values()) addTo(counts, complaints, 1)
  const groups: ComplaintGroup[] = []
  while (left.size > 0) {
    const complaint = mostFrequent(counts)
    const members = [...left].filter(([, complaints]) => complaints.includes(complaint))
    for (const [item, complaints] of members) {
      left.delete(item)
      addTo(counts, complaints, -1)
    }
    groups.push(groupOf(complaint, members))
  }
  return groups
}

type Member = readonly [item: RolloutItem, complaints: readonly string[]]

function groupOf(complaint: string, all: readonly Member[]): ComplaintGroup {
  const members = all.map(([item]) => item)
  const further = all.filter(([, complaints]) => complaints.length > 1).length
  return { key: kind + complaint, text: asWritten(complaint, members), members, further }
}

function addTo(counts: Map<string, number>, complaints: readonly string[], by: 1 | -1): void {
  for (const each of complaints) counts.set(each, (counts.get(each) ?? 0) + by)
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let most: readonly [string, number] = ['', 0]
  for (const [complaint, count] of counts) {
    if (count > most[1] || (count === most[1] && complaint < most[0])) most = [complaint, count]
  }
  return most[0]
}

function asWritten(complaint: string, members: readonly RolloutItem[]): string {
  const lines = members.flatMap(({ error }) => error?.reason?.split(separator) ?? [])
  const texts = lines
    .map((line) => line.slice(line.indexOf(colon) + 1))
    .filter((text) => complaintOf(text) === complaint)
  const [first, ...others] = new Set(texts)
  return first !== undefined && others.length === 0 ? first : complaint
}

const complaintsIn = (cause: string): readonly string[] => cause.slice(kind.length).split(separator)

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** What is the same in complaints that mean the same. */
const complaintOf = (text: string): string =>
  [...oneLine(text).replace(/\d+/g, '#')].slice(0, complaintMaxLength).join('')
