import type { IncomingMessage, ServerResponse } from 'node:http'
import { isShownMediaType, mediaHeaders } from '@shared/media'
import type { Desk } from '../desk'
import { refuse } from './refusal-page'
import { pathOf, queryOf } from './request-target'

/** Answers `/media/…` with the desk's bytes. */
export async function serveMedia(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const media = await desk.media(pathOf(request))
  if (!media || !isShownMediaType(media.contentType)) return refuse(response, 404)
  response.writeHead(200, {
    ...mediaHeaders(media.contentType, queryOf(request)),
    'content-length': media.bytes.length
  })
  response.end(request.method === 'HEAD' ? undefined : media.bytes)
}
