import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { assetPath } from '@shared/asset-path'
import { cacheControl, contentSecurityPolicy, securityHeaders } from '@shared/csp'
import { isShownMediaType, mediaHeaders, mediaPrefix } from '@shared/media'
import type { Desk } from '../desk'
import { crashedAddress, isOwnAddress } from './addresses'
import { crashedPage } from './crash'
import type { DevServer } from './navigation'

/** The kinds of files that the build makes; others are not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2'
}

export type PageSource = {
  /** The built page (`out/renderer`). */
  readonly rendererDir: string
  readonly desk: Promise<Desk>
  readonly devServer: DevServer
}

/** Answers `app://desk/…`: the page's files, `/media/…` from the desk, nothing else; GET only. Never rejects. */
export function createProtocolHandler(source: PageSource): (request: Request) => Promise<Response> {
  const development = source.devServer ? { webSocket: source.devServer.replace(/^http/, 'ws') } : undefined
  const headers = securityHeaders(contentSecurityPolicy(null, development))
  return async (request) => {
    const response = await answer(source, request).catch(() => plain(404))
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  }
}

async function answer(source: PageSource, request: Request): Promise<Response> {
  if (request.method !== 'GET') return plain(405)
  if (!isOwnAddress(request.url)) return plain(403)
  const { pathname, search, searchParams } = new URL(request.url)
  if (pathname === new URL(crashedAddress).pathname) return file(Buffer.from(crashedPage()), '.html', 'no-store')
  if (pathname.startsWith(mediaPrefix)) return media(await source.desk, pathname, searchParams)
  if (source.devServer) return fromDevServer(source.devServer, pathname + search)
  const path = assetPath(pathname)
  const contents = path === null ? null : await readInside(source.rendererDir, path)
  return path === null || contents === null ? plain(404) : file(contents, extname(path), cacheControl(path))
}

/** The file's bytes, or null where it is missing or a link leads out of the folder. */
async function readInside(folder: string, path: string): Promise<Buffer | null> {
  const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))])
  return real.startsWith(root + sep) ? readFile(real) : null
}

function file(contents: Buffer, extension: string, cache: string): Response {
  const contentType = contentTypes[extension]
  if (!contentType) return plain(404)
  return new Response(new Uint8Array(contents), { headers: { 'content-type': contentType, 'cache-control': cache } })
}

async function media(desk: Desk, path: string, query: URLSearchParams): Promise<Response> {
  const found = await desk.media(path)
  if (!found || !isShownMediaType(found.contentType)) return plain(404)
  return new Response(new Uint8Array(found.bytes), { headers: mediaHeaders(found.contentType, query) })
}

/** Copied, because a fetched response's headers cannot be changed. */
async function fromDevServer(devServer: string, path: string): Promise<Response> {
  const { body, status, headers } = await fetch(`${devServer}${path}`)
  return new Response(body, { status, headers: { 'content-type': headers.get('content-type') ?? 'text/plain' } })
}

const plain = (status: number): Response => new Response(null, { status, headers: { 'cache-control': 'no-store' } })
