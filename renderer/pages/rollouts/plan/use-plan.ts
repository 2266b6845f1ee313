import type { MerchantRow } from '@shared/domain/merchant'
import { defaultProblems } from '@shared/rules/ext-default'
import { computed, onMounted, watch } from 'vue'
import { useNow } from '@/composables/now'
import { t } from '@/i18n'
import { newestFirst } from '@/pages/merchant/upload/template-search'
import { useTemplateLibrary } from '@/pages/merchant/upload/use-template-library'
import type { RolloutDraft } from '@/stores/rollout-draft'
import { planOf, previewPlanOf } from './plan-form'
import { planProblems, type PlanProblem } from './plan-problems'
import { suggestedTitle } from './plan-words'
import { inOtherRollouts } from './preview-sum'
import { useExtStudio } from './use-ext-studio'
import { usePlanForm } from './use-plan-form'
import { usePlanMerchants } from './use-plan-merchants'
import { usePlanPreview } from './use-plan-preview'

/** A plan while it is being made: the fields, the merchants, what is wrong with them, and what it would do. */
export function usePlan(accountId: string, rows: () => readonly MerchantRow[], draft: RolloutDraft | null) {
  const form = usePlanForm(draft)
  const { fields } = form
  const requests = draft?.requests ?? null
  const merchants = usePlanMerchants(rows, draft?.appIds ?? null, requests !== null)
  const library = useTemplateLibrary(accountId)
  const ext = useExtStudio(accountId)
  const now = useNow()

  const savedDefault = computed(
    () => ext.studio.value?.defaults.find(({ templateId }) => templateId === fields.templateId) ?? null
  )
  /** What is wrong with the text that was written here, whatever the merchant. */
  const extProblems = computed(() =>
    fields.extSource === 'own' ? defaultProblems(fields.extJson, ext.studio.value?.variables ?? []) : []
  )
  const extProblem = computed(() => {
    const wrong = extProblems.value.find(({ severity }) => severity === 'error')
    return wrong ? t('rolloutPlan.ext.problem', { line: wrong.line, message: wrong.message }) : null
  })
  const templateIds = computed(() => {
    const templates = library.library.value?.templates
    return templates ? new Set(templates.map(({ templateId }) => templateId)) : null
  })
  const problems = computed(() =>
    planProblems(fields, { now: now.value, templateIds: templateIds.value, extProblem: extProblem.value })
  )
  const problemOf = (field: PlanProblem['field']): string =>
    problems.value.find((problem) => problem.field === field)?.text ?? ''

  const title = computed(() => suggestedTitle(fields, merchants.appIds.value.length))
  /** What keeps the preview from being asked for; a start in the past or a wrong limit does not. */
  const unclear = computed(() => {
    if (merchants.appIds.value.length === 0) return t('rolloutPlan.reason.noMerchants')
    const isReading = library.library.value === null && library.error.value === null
    if (fields.kind === 'ship' && isReading) return t('rolloutPlan.reason.readingLibrary')
    return problems.value.find(({ field }) => decides(field))?.text ?? null
  })
  const preview = usePlanPreview(
    accountId,
    () => {
      const plan = unclear.value === null ? previewPlanOf(fields) : null
      return plan ? { plan, appIds: merchants.appIds.value } : null
    },
    requests
  )

  const reason = computed(() => {
    const problem = unclear.value ?? problems.value[0]?.text
    if (problem !== undefined && problem !== null) return problem
    if (preview.error.value) return t('rolloutPlan.reason.noPreview')
    if (preview.current.value === null) return t('rolloutPlan.reason.calculating')
    const others = inOtherRollouts(preview.current.value).length
    return others > 0 ? t('rolloutPlan.reason.others', { n: others }) : null
  })

  watch([() => merchants.appIds.value.length, () => fields.kind], ([count]) => form.fitTo(count), { immediate: true })
  watch(library.library, (content) => form.prefill(newestFirst(content?.templates ?? [])))
  onMounted(() => {
    void ext.load()
    void library.load(false)
  })

  /** The plan as it would be started now; null where something is missing. */
  const finished = () => (problems.value.length === 0 ? planOf(fields, title.value) : null)
  const hasInput = computed(() => draft?.work !== undefined || form.changed.value || merchants.hasInput.value)

  return {
    accountId,
    form,
    merchants,
    requests,
    library,
    ext,
    savedDefault,
    extProblems,
    problems,
    problemOf,
    title,
    unclear,
    preview,
    reason,
    finished,
    hasInput
  }
}

/** Whether a field has to do with what becomes of the merchants: with previewPlanOf, these make the preview. */
function decides(field: PlanProblem['field']): boolean {
  const deciding: readonly PlanProblem['field'][] = [
    'templateId',
    'version',
    'description',
    'extJson',
    'onlyVersion',
    'sizes',
    'percents',
    'tags'
  ]
  return deciding.includes(field)
}

export type Plan = ReturnType<typeof usePlan>
