import type { RolloutKind } from '@shared/domain/rollout'
import type { Template } from '@shared/domain/template'
import { computed, reactive, ref } from 'vue'
import type { RolloutDraft } from '@/stores/rollout-draft'
import { emptyFields, fieldsOf, type PlanFields } from './plan-form'

/** From so many merchants on, a first small wave is suggested. */
const wavesFrom = 100
/** What takes something back, or only reads, is wanted at once. */
const inWaves: readonly RolloutKind[] = ['ship', 'submit', 'release', 'domains']

/**
 * The fields of a plan. Choosing a template fills version and description as long as the operator has not written there; a
 * long list suggests waves as long as the operator has not chosen any.
 */
export function usePlanForm(draft: RolloutDraft | null) {
  const fields = reactive<PlanFields>(startOf(draft))
  const hasPlan = draft?.plan !== undefined
  const written = reactive({ version: hasPlan, description: hasPlan, waves: hasPlan })
  const filled = ref(JSON.stringify(fields))
  const changed = computed(() => JSON.stringify(fields) !== filled.value)

  /** What the page fills in by itself is nothing that could be lost. */
  function quietly(fill: () => void): void {
    const wasChanged = changed.value
    fill()
    if (!wasChanged) filled.value = JSON.stringify(fields)
  }

  function chooseTemplate({ templateId, version, description }: Template): void {
    fields.templateId = templateId
    if (!written.version) fields.version = version
    if (!written.description) fields.description = description
  }

  /** Takes the template that was handed over, or else the newest. */
  function prefill(templates: readonly Template[]): void {
    if (hasPlan && fields.kind === 'ship') return
    const asked = templates.find(({ templateId }) => templateId === fields.templateId)
    const template = asked ?? (fields.templateId === null ? templates[0] : undefined)
    if (template) quietly(() => chooseTemplate(template))
  }

  /** Suggests waves that fit so many merchants. */
  function fitTo(count: number): void {
    if (written.waves) return
    const wavesBy = count >= wavesFrom && inWaves.includes(fields.kind) ? 'share' : 'none'
    if (fields.wavesBy !== wavesBy) quietly(() => (fields.wavesBy = wavesBy))
  }

  return { fields, written, changed, chooseTemplate, prefill, fitTo }
}

function startOf(draft: RolloutDraft | null): PlanFields {
  if (draft?.plan) return fieldsOf(draft.plan, Date.now())
  const setup = draft?.work ?? null
  return {
    ...emptyFields(),
    kind: setup?.kind ?? draft?.kind ?? 'ship',
    setup,
    templateId: draft?.templateId ?? null
  }
}
