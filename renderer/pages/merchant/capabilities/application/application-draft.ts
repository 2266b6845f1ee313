import type { Capability, CapabilityAnswer, CapabilityField } from '@shared/domain/capability'
import type { StagedFile } from '@shared/domain/file'
import { applicationProblems } from '@shared/rules/capability-rules'
import { videoMountTextMaxLength } from '@shared/rules/limits'

/** The most that a call takes, where the platform tells no limit: characters of a reason, of a text, pictures of a field. */
export const reasonMaxLength = 500
export const textMaxLength = 2000
export const picturesMax = 10

/** One place for a picture; empty until one was picked. `key` stays the same while pictures come and go. */
export type PicturePlace = { readonly key: number; readonly file: StagedFile | null }

/** What was filled in for one field. What was put in as the other kind stays, but is not sent. */
export type FieldDraft = {
  readonly key: string
  readonly kind: CapabilityField['kind']
  readonly text: string
  readonly places: readonly PicturePlace[]
}

/** A change of a draft as it is by then: two pictures may arrive at the same moment. */
export type DraftChange = (draft: FieldDraft) => FieldDraft

export const newDraft = ({ key, kind }: CapabilityField): FieldDraft => ({
  key,
  kind,
  text: '',
  places: [{ key: 0, file: null }]
})

/** Only the mount's own form is documented; what a field of the general list wants is a guess by its name. */
export const isKindGuessed = ({ way }: Capability): boolean => way === 'general'

export const reasonLimit = ({ way }: Capability): number =>
  way === 'video_mount' ? videoMountTextMaxLength : reasonMaxLength

/** The mount takes one picture; the general list tells no number. */
export const pictureLimit = ({ way }: Capability): number => (way === 'video_mount' ? 1 : picturesMax)

export const filesOf = ({ places }: FieldDraft): readonly StagedFile[] =>
  places.flatMap(({ file }) => (file ? [file] : []))

/** Whether there is a use for one more place: all are filled, and the limit is not reached. */
export const takesMore = (draft: FieldDraft, limit: number): boolean =>
  draft.places.every(({ file }) => file !== null) && draft.places.length < limit

export function withMore(draft: FieldDraft): FieldDraft {
  const key = Math.max(...draft.places.map((place) => place.key)) + 1
  return { ...draft, places: [...draft.places, { key, file: null }] }
}

export function withFile(draft: FieldDraft, key: number, file: StagedFile | null): FieldDraft {
  return { ...draft, places: draft.places.map((place) => (place.key === key ? { key, file } : place)) }
}

/** Takes out a picture that is not there any more. */
export function withoutFile(draft: FieldDraft, fileId: string): FieldDraft {
  const places = draft.places.map(({ key, file }) => ({ key, file: file?.fileId === fileId ? null : file }))
  return { ...draft, places }
}

export const isTouched = (draft: FieldDraft): boolean => draft.text.trim() !== '' || filesOf(draft).length > 0

function answerOf(draft: FieldDraft): CapabilityAnswer {
  const isText = draft.kind === 'text'
  const text = draft.text.trim()
  return {
    key: draft.key,
    texts: isText && text !== '' ? [text] : [],
    files: isText ? [] : filesOf(draft).map(({ fileId }) => fileId)
  }
}

/** The answers as they are sent; fields that were left empty are left out. */
export function answersOf(drafts: readonly FieldDraft[]): readonly CapabilityAnswer[] {
  return drafts.map(answerOf).filter(({ texts, files }) => texts.length + files.length > 0)
}

/** What is wrong with the form by field, as {@link applicationProblems} tells it; each field of the kind that was chosen. */
export function draftProblems(
  capability: Capability,
  reason: string,
  drafts: readonly FieldDraft[]
): Readonly<Record<string, string>> {
  const kinds = new Map(drafts.map(({ key, kind }) => [key, kind]))
  const fields = capability.fields.map((field) => ({ ...field, kind: kinds.get(field.key) ?? field.kind }))
  return applicationProblems({ ...capability, fields }, { reason, answers: answersOf(drafts) })
}
