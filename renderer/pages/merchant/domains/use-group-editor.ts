import type { DomainGroup, DomainSet } from '@shared/domain/domains'
import { differenceSize, domainDifference, kindsOf } from '@shared/rules/domain-rules'
import { computed, shallowRef } from 'vue'
import { useDomainTexts } from '@/components/domains/use-domain-texts'
import { t } from '@/i18n'
import { lowered, planFor, withMeanwhile } from './group-change'

/**
 * What is typed for one group, against what the platform has: what it would add and delete, how it is sent, and what the
 * platform has got meanwhile. `start` is what stands in the editor at first.
 */
export function useGroupEditor(
  group: DomainGroup,
  parts: {
    readonly current: () => Partial<DomainSet>
    readonly own: () => readonly string[]
    readonly start: Partial<DomainSet>
  }
) {
  const kinds = kindsOf(group)
  const seenFirst = shallowRef(parts.current())
  const form = useDomainTexts(kinds, parts.start, (kind, lists) => {
    const action = planFor(group, parts.current(), lists)?.action
    // Only what is sent is judged by the platform: with a replacement that is everything.
    const passes = action === 'set' ? [] : (lowered(parts.current())[kind] ?? [])
    return { own: parts.own(), passes, limited: action === 'add' || action === 'set' }
  })

  const plan = computed(() => planFor(group, parts.current(), form.lists.value))
  const difference = computed(() => domainDifference(lowered(parts.current()), lowered(form.lists.value)))
  const size = computed(() => differenceSize(difference.value, kinds))
  const reason = computed(() => form.trouble.value ?? (plan.value === null ? t('domains.unchanged') : null))

  const meanwhile = computed(() => domainDifference(lowered(seenFirst.value), lowered(parts.current())))
  const isOutdated = computed(() => {
    const { missing, extra } = differenceSize(meanwhile.value, kinds)
    return missing + extra > 0
  })

  function dismissMeanwhile(): void {
    seenFirst.value = parts.current()
  }

  function mergeMeanwhile(): void {
    form.fill(withMeanwhile(form.lists.value, seenFirst.value, parts.current()))
    dismissMeanwhile()
  }

  return { kinds, form, plan, difference, size, reason, meanwhile, isOutdated, mergeMeanwhile, dismissMeanwhile }
}
