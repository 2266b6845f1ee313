import type { AuthorizationLink, AuthorizationLinks, LinkKind } from '@shared/domain/authorization'
import type { DeskError } from '@shared/errors'
import { computed, reactive, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { t } from '@/i18n'
import type { IconFile } from './icon-file'

type LinkFields = { kind: LinkKind; appName: string; icon: IconFile | null; note: string }

/** What a new link is made from. `make` answers null where it was refused (`error`) or one is being made already. */
export function useLinkForm(accountId: string, allowance: () => AuthorizationLinks | null) {
  const fields = reactive<LinkFields>({ kind: 'authorize', appName: '', icon: null, note: '' })
  const making = ref(false)
  const error = shallowRef<DeskError | null>(null)
  /** How many more links that create the platform allows today; null where that is not known yet. */
  const left = computed(() => {
    const known = allowance()
    return known && Math.max(0, known.createLimit - known.createdToday)
  })
  const reason = computed(() => {
    if (fields.kind === 'authorize') return null
    if (left.value === 0) return t('authorization.form.noneLeft', { n: allowance()?.createLimit ?? 0 })
    return fields.appName.trim() === '' ? t('authorization.form.nameMissing') : null
  })

  async function make(): Promise<AuthorizationLink | null> {
    if (making.value || reason.value !== null) return null
    const { kind, appName, icon, note } = fields
    const made = kind === 'create' ? { appName: appName.trim(), icon: icon?.dataAddress ?? null } : nothingMade
    making.value = true
    const result = await call('authorization.link', { accountId, kind, note: note.trim(), ...made })
    making.value = false
    error.value = result.ok ? null : result.error
    if (!result.ok) return null
    Object.assign(fields, { appName: '', icon: null, note: '' } satisfies Partial<LinkFields>)
    return result.value
  }

  /** Takes over what another link was made from; its icon was not kept. */
  function fill({ kind, appName, note }: AuthorizationLink): void {
    Object.assign(fields, { kind, appName: appName ?? '', icon: null, note } satisfies LinkFields)
    error.value = null
  }

  return { fields, making, error, left, reason, make, fill }
}

const nothingMade = { appName: null, icon: null } as const
