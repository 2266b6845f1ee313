import { domainKinds, type ApplicationDomains, type DomainBaseline } from '@shared/domain/domains'
import type { DeskError } from '@shared/errors'
import { computed, ref, shallowRef } from 'vue'
import { call } from '@/client'
import { recordOf, useDomainTexts } from '@/components/domains/use-domain-texts'
import { t } from '@/i18n'

/** Name and domains of one baseline while they are changed; `baseline` is null for a new one. */
export function useBaselineForm(
  accountId: string,
  baseline: DomainBaseline | null,
  application: () => ApplicationDomains | null
) {
  const domains = useDomainTexts(domainKinds, baseline?.domains ?? {}, (kind) => ({
    own: application()?.[kind === 'webview' ? 'webview' : 'server'] ?? [],
    passes: [],
    limited: true
  }))
  const id = ref(baseline?.id ?? null)
  const name = ref(baseline?.name ?? '')
  const savedName = ref(name.value)
  const saving = ref(false)
  const error = shallowRef<DeskError | null>(null)
  const isAtLines = ref(false)

  const changed = computed(() => name.value.trim() !== savedName.value || domains.changed.value)
  const reason = computed(() => {
    if (name.value.trim() === '') return t('domains.baselines.form.nameNeeded')
    if (domains.trouble.value !== null) return domains.trouble.value
    return changed.value ? null : t('domains.baselines.unchanged')
  })
  const nameError = computed(() => error.value?.fields?.['name'] ?? '')

  /** Answers the baseline as it was saved, or null. */
  async function save(): Promise<DomainBaseline | null> {
    if (saving.value || reason.value !== null) return null
    saving.value = true
    const lists = recordOf(domainKinds, (kind) => [...domains.lists.value[kind]])
    const answer = await call('baselines.save', { accountId, id: id.value, name: name.value.trim(), domains: lists })
    saving.value = false
    error.value = answer.ok ? null : answer.error
    isAtLines.value = domains.refuse(error.value)
    if (!answer.ok) return null
    keep(answer.value)
    return answer.value
  }

  function keep(saved: DomainBaseline): void {
    id.value = saved.id
    name.value = savedName.value = saved.name
    domains.keep(saved.domains)
  }

  return { domains, name, nameError, saving, error, isAtLines, changed, reason, save }
}
