import type { Capability } from '@shared/domain/capability'
import type { DeskError } from '@shared/errors'
import { computed, readonly, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { t } from '@/i18n'
import {
  answersOf,
  draftProblems,
  filesOf,
  isTouched,
  newDraft,
  withoutFile,
  type DraftChange,
  type FieldDraft
} from './application-draft'

/**
 * An application's form as it is filled in. What was put in stays when another capability is chosen and comes back with it;
 * only the fields of the present one count.
 */
export function useApplication(capability: () => Capability | null) {
  const reason = ref('')
  const known = shallowRef<ReadonlyMap<string, FieldDraft>>(new Map())
  /** Fields that were left once: from then on what is wrong with them is said. */
  const left = shallowRef<ReadonlySet<string>>(new Set())
  const refused = shallowRef<{ readonly reason: string; readonly drafts: readonly FieldDraft[] } | null>(null)

  const place = (key: string): string => `${capability()?.key ?? ''}/${key}`
  const drafts = computed(() =>
    (capability()?.fields ?? []).map((field) => known.value.get(place(field.key)) ?? newDraft(field))
  )
  const problems = computed(() => {
    const present = capability()
    return present === null ? {} : draftProblems(present, reason.value, drafts.value)
  })
  /** Pictures that will be sent. */
  const staged = computed(() => drafts.value.filter(({ kind }) => kind === 'pictures').flatMap(filesOf))
  const changed = computed(() => reason.value.trim() !== '' || [...known.value.values()].some(isTouched))
  /** Why it can not be sent yet: the first field that has something wrong with it. */
  const blocked = computed(() => {
    const [first] = Object.entries(problems.value)
    if (!first) return null
    const field = capability()?.fields.find(({ key }) => `answers.${key}` === first[0])
    const label = field?.name || field?.key || t('capabilities.application.reason')
    return t('common.labelled', { label, text: first[1] })
  })

  function setReason(text: string): void {
    reason.value = text
  }

  function change(key: string, update: DraftChange): void {
    const draft = drafts.value.find((each) => each.key === key)
    if (draft) known.value = new Map([...known.value, [place(key), update(draft)]])
  }

  function leave(path: string): void {
    left.value = new Set([...left.value, path])
  }

  /** The form as it is sent; what the platform refuses of it is said until that field is changed. */
  function submit() {
    refused.value = { reason: reason.value, drafts: drafts.value }
    const answers = answersOf(drafts.value).map(({ key, texts, files }) => ({
      key,
      texts: [...texts],
      files: [...files]
    }))
    return { key: capability()?.key ?? '', reason: reason.value.trim(), answers }
  }

  /** What is wrong with a field (`reason`, `answers.<key>`): the refusal of what still stands there, else our own check. */
  function problemOf(path: string, error: DeskError | null): string | null {
    const stands =
      path === 'reason'
        ? refused.value?.reason === reason.value
        : drafts.value.some((draft) => `answers.${draft.key}` === path && refused.value?.drafts.includes(draft))
    const refusal = stands ? error?.fields?.[path] : undefined
    return refusal ?? (left.value.has(path) ? (problems.value[path] ?? null) : null)
  }

  /** Forgets a picture that the main process has dropped. */
  function forget(fileId: string): void {
    known.value = new Map([...known.value].map(([key, draft]) => [key, withoutFile(draft, fileId)]))
  }

  /** Drops the pictures in the main process, except those that a plan has taken over. */
  function discardAll(except: readonly string[] = []): void {
    const files = [...known.value.values()].flatMap(filesOf)
    known.value = new Map()
    for (const { fileId } of files) if (!except.includes(fileId)) void call('files.discard', { fileId })
  }

  return {
    reason: readonly(reason),
    drafts,
    staged,
    changed,
    blocked,
    setReason,
    change,
    leave,
    submit,
    problemOf,
    forget,
    discardAll
  }
}

export type Application = ReturnType<typeof useApplication>
