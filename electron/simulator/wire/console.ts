import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptInvitation, candidates, offeredSets } from '../world/acceptance'
import { checkEntry, entryPass, type OpenedLink, openLink, redirectWithCode } from '../world/links'
import { Refusal } from '../world/refusal'
import type { World } from '../world/world'
import { choicePage, messagePage, type Page } from './console-page'
import { formOf, isForLocalName, readBody } from './request'

/** Below it are the pages that a merchant's browser sees; everything else is for programs. */
export const consolePrefix = '/mappconsole/'

/**
 * The page behind an authorisation link: GET shows what can be chosen, POST is the merchant's confirmation and leads on
 * to the redirect address where one was asked for. A refusal is a page with its number.
 */
export async function answerConsole(
  world: World,
  baseUrl: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const body = await readBody(request)
  try {
    if (!isForLocalName(request)) throw new Refusal(40001)
    const address = new URL(request.url ?? '/', baseUrl)
    if (request.method === 'POST') await confirm(world, address, request, body, response)
    else sendPage(response, 200, show(world, address, request))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    sendPage(response, 400, messagePage('无法授权', `${error.message}（${error.code}）`))
  }
}

function show(world: World, address: URL, request: IncomingMessage): Page {
  const opened = openLink(world, address)
  if (opened.handBuilt) checkEntry(world, request.headers.referer)
  return choicePage({
    action: `${address.pathname}${address.search}`,
    pass: entryPass(world, opened.invitation),
    invitation: opened.invitation,
    merchants: candidates(world)
  })
}

async function confirm(
  world: World,
  address: URL,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse
): Promise<void> {
  const opened = openLink(world, address)
  const fields = await formOf(body, request.headers['content-type'])
  if (fields.get('pass') !== entryPass(world, opened.invitation)) throw new Refusal(40014)
  const target = accept(world, opened, fields)
  if (target === null) return sendPage(response, 200, messagePage('授权成功', '可以关闭此页'))
  response.writeHead(303, { location: target }).end()
}

function accept(world: World, { invitation, redirectUri }: OpenedLink, fields: FormData): string | null {
  const appId = fields.get('app_id')
  const permissions = offeredSets.filter((id) => fields.getAll('permission').includes(String(id)))
  const { code } = acceptInvitation(world, invitation, {
    appId: typeof appId === 'string' ? appId : undefined,
    permissions
  })
  return redirectWithCode(redirectUri, code.value, Math.round((code.expiresAt - world.now()) / 1000))
}

/** No script, no frame, nothing from elsewhere; the form may lead to where the redirect goes. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http: https:; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer'
}

function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, pageHeaders).end(page)
}
