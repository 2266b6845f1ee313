import type { UploadedQualification } from '@shared/domain/category'
import { computed, shallowRef } from 'vue'
import { call } from '@/client'
import { filesOf, newSlot, withoutFile, type QualificationSlot, type SlotChange } from './qualification-slots'

/**
 * The qualifications of the form that is open. What was put into one stays when the form shows others and comes back with
 * it, as different categories ask for the same ones; only those shown count for the submission.
 */
export function useQualificationSlots() {
  const known = shallowRef<ReadonlyMap<string, QualificationSlot>>(new Map())
  const shownIds = shallowRef<readonly string[]>([])

  const slots = computed(() => shownIds.value.flatMap((id) => known.value.get(id) ?? []))
  const staged = computed(() => slots.value.flatMap(filesOf))
  const changed = computed(() =>
    [...known.value.values()].some((slot) => filesOf(slot).length > 0 || slot.keepsEarlier !== slot.earlier.length > 0)
  )

  function show(qualifications: readonly UploadedQualification[]): void {
    const slotOf = (each: UploadedQualification): QualificationSlot => known.value.get(each.id) ?? newSlot(each)
    known.value = new Map([...known.value, ...qualifications.map((each) => [each.id, slotOf(each)] as const)])
    shownIds.value = qualifications.map(({ id }) => id)
  }

  function change(id: string, update: SlotChange): void {
    const slot = known.value.get(id)
    if (slot) known.value = new Map([...known.value, [id, update(slot)]])
  }

  /** Forgets a file that the main process has dropped. */
  function forget(fileId: string): void {
    known.value = new Map([...known.value].map(([id, slot]) => [id, withoutFile(slot, fileId)]))
  }

  /** Drops every file in the main process, for when the form is not needed any more. */
  function discardAll(): void {
    const files = [...known.value.values()].flatMap(filesOf)
    known.value = new Map()
    for (const { fileId } of files) void call('files.discard', { fileId })
  }

  return { slots, staged, changed, show, change, forget, discardAll }
}
