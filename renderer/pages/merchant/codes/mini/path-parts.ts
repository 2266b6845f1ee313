import { pathWith, type PathParameter } from '@shared/rules/code-rules'

/** A page path as it is edited: the page, and its parameters as they read. */
export type PathParts = { readonly page: string; readonly parameters: readonly PathParameter[] }

/** Takes a path apart; one that would not come out the same again stays whole, with no parameters. */
export function partsOf(path: string): PathParts {
  const [page = '', query] = cut(path)
  if (query === undefined) return { page: path, parameters: [] }
  const parameters = query.split('&').map((pair) => {
    const [name = '', value = ''] = cut(pair, '=')
    return { name: decoded(name), value: decoded(value) }
  })
  return pathWith(page, parameters) === path ? { page, parameters } : { page: path, parameters: [] }
}

function cut(text: string, at = '?'): readonly string[] {
  const place = text.indexOf(at)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
