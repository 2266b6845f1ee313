import { readFileSync, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import sirv from 'sirv'
import { assetPath } from '@shared/asset-path'
import { cacheControl } from '@shared/csp'
import { refuse } from './refusal-page'
import { pathOf } from './request-target'

export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => void

/** Loaded before the application's own module: module scripts run in the order of the document. */
const bridgeTag = '<script type="module" src="/desk-bridge.js"></script>'

/**
 * Serves the built page.
 *
 * sirv looks files up in a list that it makes at start and never builds a path from a request; what is asked for is judged
 * before it all the same, and a file that is a link out of the folder, or has gone since the start, is not found.
 * `index.html` is served with the bridge's script added.
 *
 * @throws when the folder holds no `index.html`: the page has not been built.
 */
export function createStaticFiles(rendererDir: string): StaticFiles {
  const root = realpathSync(resolve(rendererDir))
  const page = pageWithBridge(readFileSync(join(root, 'index.html'), 'utf8'))
  const files = sirv(root, { etag: true, onNoMatch: (_request, response) => refuse(response, 404) })
  return (request, response) => {
    const path = assetPath(pathOf(request))
    if (path === 'index.html') return sendPage(request, response, page)
    if (path === null || !isFileInside(root, path)) {
      // Browsers ask for it unbidden; a 404 would stand in the console as an error.
      return path === 'favicon.ico' ? void response.writeHead(204).end() : refuse(response, 404)
    }
    delete request.headers.range // no file here is worth a part of it, and sirv throws on a range that is not one
    response.setHeader('cache-control', cacheControl(path))
    files(request, response)
  }
}

function pageWithBridge(html: string): string {
  const firstScript = html.indexOf('<script')
  if (firstScript < 0) throw new Error('index.html holds no script: this is not the built page')
  return `${html.slice(0, firstScript)}${bridgeTag}\n    ${html.slice(firstScript)}`
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(page),
    'cache-control': 'no-store'
  })
  response.end(request.method === 'HEAD' ? undefined : page)
}

function isFileInside(root: string, path: string): boolean {
  try {
    const real = realpathSync(join(root, path))
    return real.startsWith(root + sep) && statSync(real).isFile()
  } catch {
    return false
  }
}
