import type { MiniCodeRequest } from '@shared/domain/mini-code'
import { colourProblem, pathProblem } from '@shared/rules/code-rules'

/** What would keep a code from opening its page or from being scanned, by the form's field; null for nothing. */
export function requestProblems({
  path,
  lineColour,
  background
}: MiniCodeRequest): Readonly<Record<string, string>> | null {
  const [pathText, colourText] = [pathProblem(path), colourProblem(lineColour, background)]
  if (pathText === null && colourText === null) return null
  return {
    ...(pathText === null ? {} : { path: pathText }),
    ...(colourText === null ? {} : { lineColour: colourText })
  }
}
