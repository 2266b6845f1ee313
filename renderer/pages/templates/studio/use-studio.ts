import type { ExtStudio, ExtVariable } from '@shared/domain/ext-variables'
import type { Template } from '@shared/domain/template'
import type { CallResult, DeskError } from '@shared/errors'
import { onScopeDispose, ref, shallowRef } from 'vue'
import { call, listen } from '@/client'
import { renamePlan } from './rename-plan'

/** Values by merchant: app id to variable to value. */
export type ValuesByMerchant = ReadonlyMap<string, Readonly<Record<string, string>>>

/** Ours: so many merchants' values go in one message. */
const savedAtOnce = 2000

/**
 * The ext.json studio of one account: variables, the templates' defaults and the merchants' values. What is saved stands in
 * what is shown at once; every saving answers the failure, or null.
 */
export function useStudio(accountId: string) {
  const studio = shallowRef<ExtStudio | null>(null)
  const templates = shallowRef<readonly Template[]>([])
  const values = shallowRef<ValuesByMerchant>(new Map())
  const error = shallowRef<DeskError | null>(null)
  const libraryError = shallowRef<DeskError | null>(null)
  const loading = ref(false)
  const saving = ref(false)
  let visit = 0
  const end = listen('merchants.replaced', (event) => event.accountId === accountId && void load())
  onScopeDispose(() => {
    visit += 1
    end()
  })

  async function load(): Promise<void> {
    const here = ++visit
    loading.value = true
    const [found, known, library] = await Promise.all([
      call('ext.studio', { accountId }),
      call('ext.values', { accountId }),
      call('templates.library', { accountId, fresh: false })
    ])
    if (here !== visit) return
    loading.value = false
    libraryError.value = library.ok ? null : library.error
    if (library.ok) templates.value = library.value.templates
    error.value = found.ok ? (known.ok ? null : known.error) : found.error
    if (!found.ok || !known.ok) return
    studio.value = found.value
    values.value = new Map(known.value.map((each) => [each.appId, each.values]))
  }

  async function alone(work: () => Promise<DeskError | null>): Promise<DeskError | null> {
    if (saving.value) return null
    saving.value = true
    try {
      return await work()
    } finally {
      saving.value = false
    }
  }

  function take(answer: CallResult<ExtStudio>): DeskError | null {
    if (!answer.ok) return answer.error
    studio.value = answer.value
    return null
  }

  const sendVariables = async (variables: readonly ExtVariable[]): Promise<DeskError | null> =>
    take(await call('ext.saveVariables', { accountId, variables: variables.map((each) => ({ ...each })) }))

  const sendDefault = async (templateId: string, text: string | null): Promise<DeskError | null> =>
    take(await call('ext.saveDefault', { accountId, templateId, text }))

  /** Replaces these merchants' values; what was saved before a failure stays saved, and shows. */
  async function sendValues(changed: ValuesByMerchant): Promise<DeskError | null> {
    const entries = [...changed].map(([appId, each]) => ({ appId, values: { ...each } }))
    for (let from = 0; from < entries.length; from += savedAtOnce) {
      const merchants = entries.slice(from, from + savedAtOnce)
      const answer = await call('ext.saveValues', { accountId, merchants })
      if (!answer.ok) return answer.error
      values.value = new Map([...values.value, ...merchants.map((each) => [each.appId, each.values] as const)])
    }
    return null
  }

  /**
   * Renames a variable with everything that uses it. The old one goes last, so that a failure on the way leaves both, and
   * the same call again goes on from there.
   */
  async function sendRenamed(from: string, variable: ExtVariable): Promise<DeskError | null> {
    if (!studio.value) return null
    const plan = renamePlan({ studio: studio.value, values: values.value, from, variable })
    const failure = (await sendVariables(plan.both)) ?? (await sendValues(plan.values))
    if (failure) return failure
    for (const { templateId, text } of plan.defaults) {
      const refusal = await sendDefault(templateId, text)
      if (refusal) return refusal
    }
    return sendVariables(plan.after)
  }

  return {
    accountId,
    studio,
    templates,
    values,
    error,
    libraryError,
    loading,
    saving,
    load,
    saveVariables: (variables: readonly ExtVariable[]) => alone(() => sendVariables(variables)),
    renameVariable: (from: string, variable: ExtVariable) => alone(() => sendRenamed(from, variable)),
    saveDefault: (templateId: string, text: string) => alone(() => sendDefault(templateId, text)),
    removeDefault: (templateId: string) => alone(() => sendDefault(templateId, null)),
    saveValues: (changed: ValuesByMerchant) => alone(() => sendValues(changed))
  }
}

export type Studio = ReturnType<typeof useStudio>
