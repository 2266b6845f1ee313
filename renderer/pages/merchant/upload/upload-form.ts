import type { UploadDefaults } from '@shared/contract'
import type { Template } from '@shared/domain/template'
import { checkExtJson, defaultExtJson, type ExtJsonProblem } from '@shared/rules/ext-json'
import { unfilledVariables } from '@shared/rules/ext-variables'
import { computed, reactive, ref } from 'vue'
import { t } from '@/i18n'

/** What the operator has put into the upload dialog. */
export type UploadDraft = {
  readonly templateId: string | null
  readonly version: string
  readonly description: string
  readonly extJson: string
}

/**
 * The fields of an upload. Choosing a template fills version and description as long as the operator has not written
 * there; `draft` brings back what was written before. `defaultWanted` is the template whose default ext.json is to be
 * filled in: the chosen one, where the merchant was never uploaded to and the operator has not written there.
 */
export function useUploadForm(appId: string, draft: UploadDraft | null) {
  const fields = reactive({
    templateId: draft?.templateId ?? null,
    version: draft?.version ?? '',
    description: draft?.description ?? '',
    extJson: draft?.extJson ?? defaultExtJson(appId)
  })
  const written = reactive({ version: draft !== null, description: draft !== null, extJson: draft !== null })
  const lastUpload = ref<UploadDefaults | null>(null)
  const prefilled = ref(false)
  const filled = ref(snapshot(fields))
  const problems = computed(() => uploadProblems(fields.extJson, appId))

  function choose(template: Template): void {
    fields.templateId = template.templateId
    if (!written.version) fields.version = template.version
    if (!written.description) fields.description = template.description
  }

  /** Takes what the last upload of this merchant was made with; `fallback` is chosen where there was none. */
  function prefill(defaults: UploadDefaults | null, templates: readonly Template[]): void {
    lastUpload.value = defaults?.templateId ? defaults : null
    if (!written.extJson && defaults) fields.extJson = defaults.extJson
    const newest = templates[0]
    if (fields.templateId === null && newest) choose(newest)
    if (draft === null) filled.value = snapshot(fields)
    prefilled.value = true
  }

  const defaultWanted = computed(() =>
    prefilled.value && !lastUpload.value && !written.extJson ? fields.templateId : null
  )

  return {
    fields,
    written,
    lastUpload,
    problems,
    defaultWanted,
    blocked: computed(() => uploadBlocked(fields, problems.value)),
    changed: computed(() => snapshot(fields) !== filled.value && Object.values(written).some(Boolean)),
    choose,
    prefill
  }
}

/** What is wrong with an ext.json that is sent as it stands: variables are filled into defaults only. */
function uploadProblems(text: string, appId: string): readonly ExtJsonProblem[] {
  const unfilled = unfilledVariables(text).map((each): ExtJsonProblem => ({ severity: 'error', ...each }))
  return [...checkExtJson(text, appId), ...unfilled]
}

/** Why these fields can not be uploaded; null when they can. */
export function uploadBlocked(draft: UploadDraft, problems: readonly ExtJsonProblem[]): string | null {
  if (draft.templateId === null) return t('versions.upload.noTemplate')
  if (draft.version.trim() === '') return t('versions.upload.noVersion')
  if (draft.description.trim() === '') return t('versions.upload.noDescription')
  const error = problems.find((each) => each.severity === 'error')
  return error ? t('versions.upload.extJsonLine', { line: error.line, message: error.message }) : null
}

function snapshot({ templateId, version, description, extJson }: UploadDraft): string {
  return JSON.stringify([templateId, version, description, extJson])
}
