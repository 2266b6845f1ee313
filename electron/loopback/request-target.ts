import type { IncomingMessage } from 'node:http'

/** The path of the request as it was sent, neither decoded nor normalised, without the query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split(/[?#]/, 1)[0] ?? ''
}

/** The query of the request; any text can be read as one. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const [, query = ''] = (request.url ?? '').split('?', 2)
  return new URLSearchParams(query)
}
