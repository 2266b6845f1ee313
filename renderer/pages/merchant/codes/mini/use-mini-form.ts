import type { MiniCodeRequest, SavedCode } from '@shared/domain/mini-code'
import { colourProblem, pathProblem, pathWith } from '@shared/rules/code-rules'
import { codePathMaxLength } from '@shared/rules/limits'
import { computed, ref, shallowRef } from 'vue'
import { t } from '@/i18n'
import { usualLook, type CodeLook } from '../look'
import { partsOf, type PathParts } from './path-parts'

export const labelMaxLength = 60

/** What a saved code is made of, as it is filled in; `saved` is the one that is changed, null for a new one. */
export function useMiniForm(saved: SavedCode | null) {
  const look = shallowRef<CodeLook>(saved ? lookOf(saved.request) : usualLook)
  const parts = shallowRef<PathParts>(partsOf(saved?.request.path ?? ''))
  const label = ref(saved?.label ?? '')

  const request = computed<MiniCodeRequest>(() => ({
    ...look.value,
    path: pathWith(parts.value.page.trim(), parts.value.parameters)
  }))
  /** Why no code can be made of it. */
  const problem = computed(() => {
    const { path, lineColour, background } = request.value
    if (path.length > codePathMaxLength) return t('codes.path.tooLong', { max: codePathMaxLength })
    return pathProblem(path) ?? colourProblem(lineColour, background)
  })
  const reason = computed(() => problem.value ?? (label.value.trim() === '' ? t('codes.mini.noLabel') : null))

  const filled = (): string => JSON.stringify([label.value.trim(), request.value])
  const before = filled()
  const changed = computed(() => filled() !== before)

  return { look, parts, label, request, problem, reason, changed }
}

const fieldNames = ['label', 'path', 'host', 'width', 'lineColour', 'background'] as const

/** Refusals by the form's fields: `codes.0.request.path` is about the path. */
export function fieldTexts(refusals: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(refusals).map(([place, text]) => {
    const parts = place.split('.')
    return [fieldNames.find((name) => parts.includes(name)) ?? place, text] as const
  })
  return Object.fromEntries(entries)
}

function lookOf({ host, width, lineColour, background, withIcon, round }: MiniCodeRequest): CodeLook {
  return { host, width, lineColour, background, withIcon, round }
}
