import type { CallInput } from '@shared/contract'
import type { SafetyState } from '@shared/domain/safety'
import type { CallResult, DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { saveFile } from '@/composables/save-file'
import { t } from '@/i18n'
import { useSessionStore } from '@/stores/session'
import { handFile, takeFile } from './piece-files'

type Source = CallInput<'safety.restore'>['source']

/** What is open beside the section. */
export type DataDialog =
  | { readonly kind: 'archive' }
  | { readonly kind: 'restore'; readonly source: Source }
  | { readonly kind: 'import'; readonly fileId: string }

/** The data of this computer as the section shows it, and one thing at a time that is done with it. */
export function useData() {
  const session = useSessionStore()
  const state = shallowRef<SafetyState | null>(null)
  const error = shallowRef<DeskError | null>(null)
  const dialog = shallowRef<DataDialog | null>(null)
  const busy = ref<'backUp' | 'takeBack' | 'reopen' | 'fromFile' | 'export' | 'import' | null>(null)
  const percent = ref(0)
  const said = ref('')
  /** Why nothing can be written now; null: it can. */
  const reason = computed(() => (state.value?.access === 'reading' ? t('safety.reading') : null))
  const restoreReason = computed(() => reason.value ?? (state.value?.pending ? t('safety.pendingFirst') : null))

  /** One at a time; a second click does nothing. Says whether it worked. */
  async function alone<Value>(
    what: NonNullable<typeof busy.value>,
    work: () => Promise<CallResult<Value>>
  ): Promise<Value | null> {
    if (busy.value !== null) return null
    busy.value = what
    percent.value = 0
    said.value = ''
    const result = await work()
    busy.value = null
    error.value = result.ok ? null : result.error
    return result.ok ? result.value : null
  }

  async function read(): Promise<void> {
    const result = await call('safety.state', {})
    error.value = result.ok ? null : result.error
    if (result.ok) state.value = result.value
  }

  async function backUp(): Promise<void> {
    const after = await alone('backUp', () => call('safety.backUp', {}))
    if (after === null) return
    state.value = after
    said.value = t('safety.backedUp')
  }

  async function takeBack(): Promise<void> {
    state.value = (await alone('takeBack', () => call('safety.cancelRestore', {}))) ?? state.value
  }

  /** Where it works, nobody is there to hear the answer for long. */
  async function reopen(): Promise<void> {
    await alone('reopen', () => call('safety.reopen', {}))
  }

  async function chosen(file: File, what: 'fromFile' | 'import'): Promise<void> {
    const fileId = await alone(what, () => handFile(file, (now) => (percent.value = now)))
    if (fileId === null) return
    dialog.value =
      what === 'import' ? { kind: 'import', fileId } : { kind: 'restore', source: { kind: 'file', fileId } }
  }

  async function exportSettings(): Promise<void> {
    const made = await alone('export', async () => {
      const ready = await call('safety.export', {})
      if (!ready.ok) return ready
      const taken = await takeFile(ready.value, (now) => (percent.value = now))
      if (taken.ok) saveFile(taken.value, ready.value.name)
      return taken.ok ? ready : taken
    })
    if (made !== null) said.value = t('safety.saved', { name: made.name })
  }

  function ordered(after: SafetyState): void {
    state.value = after
    dialog.value = null
  }

  function done(text: string): void {
    dialog.value = null
    said.value = text
    void read()
  }

  /** Settings may be among what was imported: the page takes them over. */
  function imported(text: string): void {
    done(text)
    void session.load()
  }

  return {
    ...{ state, error, dialog, busy, percent, said, reason, restoreReason },
    ...{ read, backUp, takeBack, reopen, chosen, exportSettings, ordered, done, imported }
  }
}
