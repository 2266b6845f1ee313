import type { CategoryRule, Qualification, UploadedQualification } from '@shared/domain/category'
import type { StagedFile } from '@shared/domain/file'
import { qualificationFilesMax } from '@shared/rules/limits'
import { requirements } from '@shared/rules/category-rules'

/** One place for a file; empty until one was picked. `key` stays the same while files come and go. */
export type FilePlace = { readonly key: number; readonly file: StagedFile | null }

/** What is sent for one qualification: files of the submission before, and new ones. */
export type QualificationSlot = Qualification & {
  /** The platform's paths of the files that were sent before. */
  readonly earlier: readonly string[]
  readonly keepsEarlier: boolean
  readonly places: readonly FilePlace[]
}

/** A change of a slot as it is by then: two files may arrive at the same moment. */
export type SlotChange = (slot: QualificationSlot) => QualificationSlot

export function newSlot({ id, name, paths }: UploadedQualification): QualificationSlot {
  return { id, name, earlier: paths, keepsEarlier: paths.length > 0, places: [{ key: 0, file: null }] }
}

export const filesOf = ({ places }: QualificationSlot): readonly StagedFile[] =>
  places.flatMap(({ file }) => (file ? [file] : []))

export const keptPaths = ({ keepsEarlier, earlier }: QualificationSlot): readonly string[] =>
  keepsEarlier ? earlier : []

export const fileCount = (slot: QualificationSlot): number => keptPaths(slot).length + filesOf(slot).length

/** Whether there is a use for one more place: all are filled, and the limit is not reached. */
export const takesMore = (slot: QualificationSlot): boolean =>
  slot.places.every(({ file }) => file !== null) && fileCount(slot) < qualificationFilesMax

export function withMore(slot: QualificationSlot): QualificationSlot {
  if (!takesMore(slot)) return slot
  const key = Math.max(-1, ...slot.places.map((place) => place.key)) + 1
  return { ...slot, places: [...slot.places, { key, file: null }] }
}

export function withFile(slot: QualificationSlot, key: number, file: StagedFile | null): QualificationSlot {
  return { ...slot, places: slot.places.map((place) => (place.key === key ? { key, file } : place)) }
}

/** Takes out a file that is not there any more. */
export function withoutFile(slot: QualificationSlot, fileId: string): QualificationSlot {
  const places = slot.places.map(({ key, file }) => ({ key, file: file?.fileId === fileId ? null : file }))
  return { ...slot, places }
}

/** As `categories.add` and `categories.supply` take it; without a file a qualification is not sent at all. */
export function submitted(slots: readonly QualificationSlot[]) {
  return slots
    .filter((slot) => fileCount(slot) > 0)
    .map((slot) => ({
      id: slot.id,
      name: slot.name,
      files: [...keptPaths(slot).map((path) => ({ path })), ...filesOf(slot).map(({ fileId }) => ({ fileId }))]
    }))
}

/** A rule's qualifications: those it asks for in the order of its words, then what may be sent besides. */
export function qualificationsOf(rule: CategoryRule | null): {
  readonly asked: readonly Qualification[]
  readonly besides: readonly Qualification[]
} {
  if (rule === null) return { asked: [], besides: [] }
  const asked = distinct(requirements(rule).flatMap(({ alternatives }) => alternatives.flat()))
  const ids = new Set(asked.map(({ id }) => id))
  return { asked, besides: distinct([...rule.list, ...rule.optional]).filter(({ id }) => !ids.has(id)) }
}

const distinct = (list: readonly Qualification[]): readonly Qualification[] => [
  ...new Map(list.map((each) => [each.id, each])).values()
]
