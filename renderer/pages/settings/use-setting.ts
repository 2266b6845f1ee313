import type { CallInput } from '@shared/contract'
import type { DeskError } from '@shared/errors'
import { ref, shallowRef } from 'vue'
import { useSessionStore } from '@/stores/session'

/** Saves a change of the settings and holds why it was not saved. `save` tells whether it was. */
export function useSetting() {
  const session = useSessionStore()
  const saving = ref(false)
  const error = shallowRef<DeskError | null>(null)

  async function save(change: CallInput<'settings.change'>): Promise<boolean> {
    saving.value = true
    const result = await session.changeSettings(change)
    saving.value = false
    error.value = result.ok ? null : result.error
    return result.ok
  }

  return { saving, error, save }
}
